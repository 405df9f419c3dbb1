// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/childprocess.h"

#include <cerrno>
#include <csignal>
#include <unistd.h>

#if defined(__linux__)
#include <sys/prctl.h>
#endif

namespace lanyard {

namespace {

/// Between fork(2) and execve(2): nothing but system calls.
void prepareChild()
{
    // A session of its own: what a program has started can be ended with it, and asks no terminal.
    ::setsid();
#if defined(__linux__)
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

} // namespace

ChildProcess::~ChildProcess()
{
    m_process->disconnect(this);
    if (m_process->state() == QProcess::NotRunning)
        return;
    if (!killAll()) {
        letGo();
        return;
    }
    // What QProcess does, too, but not without a warning. Nothing outlives SIGKILL for long.
    m_process->waitForFinished();
}

/// QProcess would wait for its end, which may be far.
void ChildProcess::letGo()
{
    QProcess *const process = m_process.release();
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
}

void ChildProcess::start(const ChildCommand &command)
{
    m_outputBytesMax = command.outputBytesMax;
    m_excess = command.excess;
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &ChildProcess::onReadyRead);
    connect(m_process.get(), &QProcess::finished, this, &ChildProcess::onEnded);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        m_deadline.stop();
        Q_EMIT finished(Error{
            ErrorCode::Io,
            {QT_TRANSLATE_NOOP("engine", "cannot be started: %1"), {m_process->errorString()}}});
    });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        giveUp({ErrorCode::TimedOut, QT_TRANSLATE_NOOP("engine", "does not answer in time")});
    });
    m_deadline.start(command.timeout);
    m_process->setChildProcessModifier(prepareChild);
    if (command.environment)
        m_process->setProcessEnvironment(*command.environment);
    if (command.hearsErrors)
        m_process->setProcessChannelMode(QProcess::MergedChannels);
    else
        m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->start(command.program, command.arguments);
    if (m_process->state() == QProcess::NotRunning)
        return;
    m_process->write(command.input);
    m_process->closeWriteChannel();
}

void ChildProcess::onReadyRead()
{
    m_output += m_process->readAllStandardOutput();
    const qsizetype excess = m_output.size() - m_outputBytesMax;
    if (excess > 0 && m_excess == ChildCommand::Excess::Forgotten)
        m_output.remove(0, excess);
    else if (excess > 0)
        giveUp({ErrorCode::BadUpstream, QT_TRANSLATE_NOOP("engine", "says more than it may")});
}

/// The outcome is told when the process is gone, which it is soon.
void ChildProcess::giveUp(const Error &error)
{
    if (!m_error)
        m_error = error;
    if (m_excess == ChildCommand::Excess::Refused)
        m_output.clear();
    killAll();
}

void ChildProcess::onEnded(int status, QProcess::ExitStatus how)
{
    m_deadline.stop();
    onReadyRead();
    m_isSuccess = how == QProcess::NormalExit && status == 0;
    if (how == QProcess::CrashExit && !m_error)
        m_error = Error{ErrorCode::BadUpstream, QT_TRANSLATE_NOOP("engine", "crashed")};
    Q_EMIT finished(m_error);
}

bool ChildProcess::killAll()
{
    // Of a process that is gone the id is 0, by which kill(2) would mean ourselves.
    const auto id = static_cast<pid_t>(m_process->processId());
    if (id <= 1)
        return true;
    const bool isRefused = ::kill(-id, SIGKILL) != 0 && errno == EPERM;
    m_process->kill(); // when it has no session yet
    return !isRefused;
}

} // namespace lanyard
