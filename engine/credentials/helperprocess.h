// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QProcess>
#include <QTimer>

#include <chrono>
#include <optional>

namespace lanyard::credentials {

/// One run of a credential helper: a question to its stdin, the answer from its stdout. Its stderr
/// is thrown away, since nobody knows what it says there. It is ended when it takes too long, says
/// too much, or this object goes, with all that it has started. Has its thread, with an event loop.
class HelperProcess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelperProcess)

public:
    HelperProcess() = default;
    ~HelperProcess() override;

    /// Called once. `program` is a path.
    void start(const QString &program, const QString &action, const QByteArray &question,
               std::chrono::milliseconds timeout);

    /// After finished(): what it said. May hold a secret.
    const QByteArray &answer() const { return m_answer; }

    /// After finished(): whether it ended by itself, and said that all is well.
    bool isSuccess() const { return m_isSuccess; }

Q_SIGNALS:
    /// Once, unless this object is gone before. Without an error when the program ended by itself,
    /// with whatever status; else TimedOut, BadUpstream (it said too much, or crashed) or Io (it
    /// could not be started).
    void finished(const std::optional<lanyard::Error> &error);

private:
    void onReadyRead();
    void onEnded(int status, QProcess::ExitStatus how);
    void giveUp(const Error &error);
    void killAll();

    QProcess m_process;
    QTimer m_deadline;
    QByteArray m_answer;
    std::optional<Error> m_error;
    bool m_isSuccess = false;
};

} // namespace lanyard::credentials
