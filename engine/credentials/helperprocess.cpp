// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/helperprocess.h"

#include "core/limits.h"

#include <csignal>
#include <unistd.h>

namespace lanyard::credentials {

HelperProcess::~HelperProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    killAll();
    // What QProcess does, too, but not without a warning. Nothing outlives SIGKILL for long.
    m_process.waitForFinished();
}

void HelperProcess::start(const QString &program, const QString &action, const QByteArray &question,
                          std::chrono::milliseconds timeout)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &HelperProcess::onReadyRead);
    connect(&m_process, &QProcess::finished, this, &HelperProcess::onEnded);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_deadline.stop();
        Q_EMIT finished(
            Error{ErrorCode::Io, "cannot be started: " + m_process.errorString().toStdString()});
    });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        giveUp({ErrorCode::TimedOut, "does not answer in time"});
    });
    m_deadline.start(timeout);
    // A session of its own: what a helper has started can be ended with it, and asks no terminal.
    m_process.setChildProcessModifier([] { ::setsid(); });
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program, {action});
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.write(question);
    m_process.closeWriteChannel();
}

void HelperProcess::onReadyRead()
{
    m_answer += m_process.readAllStandardOutput();
    if (m_answer.size() > limits::helperAnswerBytesMax)
        giveUp({ErrorCode::BadUpstream, "says more than it may"});
}

/// The outcome is told when the process is gone, which it is soon.
void HelperProcess::giveUp(const Error &error)
{
    if (!m_error)
        m_error = error;
    m_answer.clear();
    killAll();
}

void HelperProcess::onEnded(int status, QProcess::ExitStatus how)
{
    m_deadline.stop();
    onReadyRead();
    m_isSuccess = how == QProcess::NormalExit && status == 0;
    if (how == QProcess::CrashExit && !m_error)
        m_error = Error{ErrorCode::BadUpstream, "crashed"};
    Q_EMIT finished(m_error);
}

void HelperProcess::killAll()
{
    // Of a process that is gone the id is 0, by which kill(2) would mean ourselves.
    const auto id = static_cast<pid_t>(m_process.processId());
    if (id <= 1)
        return;
    ::kill(-id, SIGKILL);
    m_process.kill(); // when it has no session yet
}

} // namespace lanyard::credentials
