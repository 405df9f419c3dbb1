// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace lanyard {

/// One run of another program, and the bounds of it.
struct ChildCommand
{
    /// What becomes of output beyond `outputBytesMax`.
    enum class Excess {
        Refused,   ///< the program is ended
        Forgotten, ///< what it said first goes
    };

    QString program; ///< a path
    QStringList arguments;
    std::optional<QProcessEnvironment> environment = {}; ///< none: that of this process
    QByteArray input = {};                               ///< to its stdin, which then ends
    bool hearsErrors = false; ///< stderr is part of the output, else thrown away
    std::int64_t outputBytesMax = 0;
    Excess excess = Excess::Refused;
    std::chrono::milliseconds timeout{0};
};

/// How a program ended, for who does not have the ChildProcess.
struct ChildEnd
{
    std::optional<Error> error; ///< see ChildProcess::finished
    bool isSuccess = false;
    QByteArray output; ///< may hold a secret
};

/// A program that runs beside the process. It is ended when it takes too long, says too much, or
/// this object goes, with all that it has started; and with this process, where the system can.
/// One that has become another user's, such as root's, cannot be ended: it is waited for, and let
/// go when this object goes. Has its thread, with an event loop.
class ChildProcess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChildProcess)

public:
    ChildProcess() = default;
    ~ChildProcess() override;

    /// Called once.
    void start(const ChildCommand &command);

    /// After finished(): what it said. May hold a secret.
    const QByteArray &output() const { return m_output; }

    /// After finished(): whether it ended by itself, and said that all is well.
    bool isSuccess() const { return m_isSuccess; }

Q_SIGNALS:
    /// Once, unless this object is gone before; within start(), if it cannot be started. Without an
    /// error when the program ended by itself, with whatever status; else TimedOut, BadUpstream (it
    /// said too much, or crashed) or Io (it could not be started).
    void finished(const std::optional<lanyard::Error> &error);

private:
    void onReadyRead();
    void onEnded(int status, QProcess::ExitStatus how);
    void giveUp(const Error &error);
    /// False: this user may not end it.
    bool killAll();
    void letGo();

    std::unique_ptr<QProcess> m_process = std::make_unique<QProcess>();
    QTimer m_deadline;
    std::int64_t m_outputBytesMax = 0;
    ChildCommand::Excess m_excess = ChildCommand::Excess::Refused;
    QByteArray m_output;
    std::optional<Error> m_error;
    bool m_isSuccess = false;
};

} // namespace lanyard
