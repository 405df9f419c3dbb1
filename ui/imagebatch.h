// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QByteArrayList>
#include <QObject>
#include <QStringList>

#include <functional>

namespace lanyard::ui {

/// Does the same with many images, a few at a time, and says at its end what went and what did not.
/// Lives on the UI thread; deletes itself when it has ended.
class ImageBatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageBatch)

public:
    /// Whether the image is another one now, or why it could not be done.
    using StepDone = std::function<void(const Result<bool> &)>;
    /// Begins with one; the context of its question is the batch.
    using Step = std::function<void(const QByteArray &name, QObject *context, StepDone done)>;

    ImageBatch(QByteArrayList names, Step step, QObject *parent);

    void start();
    /// No more of them are begun.
    void cancel();

    const QByteArrayList &names() const { return m_names; }

    int succeeded() const { return m_succeeded; }

    int changed() const { return m_changed; }

    int failed() const { return m_failed; }

    /// One line for each of the first that failed.
    const QStringList &failures() const { return m_failures; }

Q_SIGNALS:
    void progressed(int done, int total);
    void finished();

private:
    void startMore();
    void take(const QByteArray &name, const Result<bool> &done);

    const QByteArrayList m_names;
    const Step m_step;
    qsizetype m_next = 0;
    int m_running = 0;
    int m_succeeded = 0;
    int m_changed = 0;
    int m_failed = 0;
    QStringList m_failures;
};

} // namespace lanyard::ui
