// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exportformat.h"

#include <QList>
#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

class QThread;

namespace lanyard::ui {

/// Writes requests to a file, on a thread of its own: all of them, or the file stays as it was.
/// One at a time. Lives on the UI thread.
class RequestExport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestExport)

public:
    explicit RequestExport(QObject *parent = nullptr);
    /// Cancels what is written.
    ~RequestExport() override;

    bool isRunning() const { return m_thread != nullptr; }

    /// Allowed when none runs. The name says the format.
    void start(QList<RequestRecord> records, const QString &path);
    /// It ends soon.
    void cancel();

Q_SIGNALS:
    /// Now and then.
    void progressed(int written, int total);
    /// The end. `trouble` is a sentence for the user; empty: the file is written.
    void finished(const QString &path, int written, const QString &trouble);
    /// The end, on demand.
    void cancelled();

private:
    void write(const QList<RequestRecord> &records, const QString &path);
    void end(const QString &path, int written);

    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_isCancelled{false};
    QString m_trouble; ///< of the thread, until it has ended
};

} // namespace lanyard::ui
