// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/privilegedhelper.h"

#include "setup/setuplimits.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace lanyard::setup {

namespace {

tl::unexpected<Error> cancelled(const char *reason)
{
    return failure(ErrorCode::Cancelled,
                   Message::both(reason, QT_TRANSLATE_NOOP("engine", "nothing was changed")));
}

} // namespace

PkexecHelper::PkexecHelper(QString program, QProcessEnvironment environment)
    : m_program(std::move(program))
    , m_environment(std::move(environment))
{
}

void PkexecHelper::ask(const QByteArray &request, const Answered &answered)
{
    const QString pkexec = QStandardPaths::findExecutable(
        QStringLiteral("pkexec"),
        m_environment.value(QStringLiteral("PATH")).split(QLatin1Char(':'), Qt::SkipEmptyParts));
    if (m_program.isEmpty() || !QFileInfo(m_program).isExecutable()) {
        answered(cancelled(
            QT_TRANSLATE_NOOP("engine", "the helper program of Lanyard is not installed")));
        return;
    }
    if (pkexec.isEmpty()) {
        answered(cancelled(QT_TRANSLATE_NOOP(
            "engine", "there is no pkexec on this computer, which asks for the password")));
        return;
    }
    m_answered = answered;
    m_process = std::make_unique<ChildProcess>();
    // Queued: a program that cannot be started may be told from within start().
    connect(m_process.get(), &ChildProcess::finished, this, &PkexecHelper::onFinished,
            Qt::QueuedConnection);
    // Its own question on a terminal would be asked where nobody looks.
    m_process->start({.program = pkexec,
                      .arguments = {QStringLiteral("--disable-internal-agent"), m_program},
                      .environment = m_environment,
                      .input = request,
                      .outputBytesMax = limits::privilegedBytesMax,
                      .timeout = limits::helperTimeout});
}

void PkexecHelper::onFinished(const std::optional<Error> &error)
{
    const std::unique_ptr<ChildProcess> process = std::exchange(m_process, nullptr);
    const Answered answered = std::exchange(m_answered, {});
    if (error)
        //: %1 is what goes wrong with the program, such as "does not answer in time".
        answered(
            failure(error->code, {QT_TRANSLATE_NOOP("engine", "the helper program of Lanyard %1"),
                                  {error->message}}));
    else if (process->isSuccess())
        answered(process->output());
    else if (process->output().isEmpty())
        // pkexec itself: refused, dismissed, or nobody there to ask (126, 127).
        answered(cancelled(QT_TRANSLATE_NOOP("engine", "the permission was not given")));
    else
        answered(failure(ErrorCode::BadUpstream,
                         QT_TRANSLATE_NOOP("engine", "the helper program of Lanyard failed")));
}

} // namespace lanyard::setup
