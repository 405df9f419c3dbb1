// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/services.h"

#include "core/filereader.h"
#include "core/printabletext.h"
#include "setup/dockerdprocess.h"
#include "setup/setuplimits.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace lanyard::setup {

namespace {

const QString dockerd = QStringLiteral("dockerd");

/// The last line that says something, for a person.
QString lastLine(const QByteArray &output)
{
    const QStringList lines = QString::fromUtf8(output).trimmed().split(QLatin1Char('\n'));
    return printable(lines.last().trimmed()).right(limits::shownOutputMax);
}

/// Why a program did not do it.
Message complaintOf(const ChildEnd &end)
{
    return end.error ? end.error->message : lastLine(end.output);
}

} // namespace

Services::Services(QString root, QProcessEnvironment environment)
    : m_root(std::move(root))
    , m_environment(std::move(environment))
{
}

ServiceTask Services::present(ServiceTask task)
{
    if (!looksLikeDockerd(task.pid))
        task.pid = 0;
    return task;
}

ServiceReach Services::reachOf(const ServiceTask &task) const
{
    const bool hasSystemd = QFileInfo::exists(m_root + QStringLiteral("/run/systemd/system"));
    return setup::reachOf(task, hasSystemd, cgroupOf(task.pid));
}

PlannedCommand Services::commandFor(const ServiceTask &task) const
{
    const ServiceTask now = present(task);
    return commandOf(now, reachOf(now));
}

bool Services::canRun(const ServiceTask &task) const
{
    return reachOf(present(task)) != ServiceReach::ByHand;
}

QString Services::programOf(const QString &name) const
{
    QStringList folders;
    for (const char *folder : {"/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"})
        folders.append(m_root + QLatin1String(folder));
    return QStandardPaths::findExecutable(name, folders);
}

void Services::run(const QList<ServiceTask> &tasks, const Progress &progress, const Done &done)
{
    m_tasks = tasks;
    m_notes.clear();
    m_progress = progress;
    m_done = done;
    runNext();
}

void Services::runNext()
{
    if (m_tasks.isEmpty()) {
        // Last, as what follows may ask for more.
        const Done done = std::exchange(m_done, {});
        done(m_notes);
        return;
    }
    const ServiceTask task = present(m_tasks.first());
    m_progress(titleOf(task.action), SetUpStep::State::Running, {});
    switch (const ServiceReach reach = reachOf(task)) {
    case ServiceReach::Systemd:
        runBySystemd(task);
        break;
    case ServiceReach::Program:
        runCommand(task, argumentsOf(task.action, reach));
        break;
    case ServiceReach::Signal:
        runBySignal(task);
        break;
    case ServiceReach::ByHand:
        leaveToUser(task);
        break;
    }
}

/// What does not run needs nothing: it reads its files when it starts.
void Services::runBySystemd(const ServiceTask &task)
{
    start(questionOf(task.action), limits::serviceTimeout, [this, task](const ChildEnd &end) {
        if (end.isSuccess)
            runCommand(task, argumentsOf(task.action, ServiceReach::Systemd));
        else
            onRun(
                task, SetUpStep::State::Skipped,
                {QT_TRANSLATE_NOOP("engine", "%1 does not run; it reads its files when it starts."),
                 {serviceName(task.action)}});
    });
}

void Services::runCommand(const ServiceTask &task, const QStringList &words)
{
    start(words, limits::serviceTimeout, [this, task, words](const ChildEnd &end) {
        if (end.isSuccess)
            onRun(task, SetUpStep::State::Done, {});
        else
            fail(task, {QT_TRANSLATE_NOOP("engine", "`%1` failed: %2"),
                        {words.join(QLatin1Char(' ')), complaintOf(end)}});
    });
}

void Services::runBySignal(const ServiceTask &task)
{
    const auto sent = reloadDockerd(task.pid);
    if (sent)
        onRun(task, SetUpStep::State::Done, {});
    else
        fail(task, sent.error().message);
}

void Services::leaveToUser(const ServiceTask &task)
{
    onRun(
        task, SetUpStep::State::Skipped,
        {QT_TRANSLATE_NOOP(
             "engine", "%1 cannot be reloaded or restarted from here, as there is no systemd that "
                       "runs it. Run: %2"),
         {serviceName(task.action), commandOf(task, ServiceReach::ByHand).line}});
}

void Services::onRun(const ServiceTask &task, SetUpStep::State state, const Message &detail)
{
    if (!detail.isEmpty())
        m_notes.append(detail);
    m_progress(titleOf(task.action), state, detail);
    m_tasks.removeFirst();
    runNext();
}

void Services::fail(const ServiceTask &task, const Message &reason)
{
    m_progress(titleOf(task.action), SetUpStep::State::Failed, reason);
    m_tasks.clear();
    const Done done = std::exchange(m_done, {});
    done(failure(ErrorCode::Io, Message::at(serviceName(task.action), reason)));
}

void Services::validate(const QString &daemonJson,
                        const std::function<void(const Result<void> &)> &done)
{
    if (programOf(dockerd).isEmpty()) {
        done({});
        return;
    }
    const QStringList words{dockerd, QStringLiteral("--validate"),
                            QStringLiteral("--config-file=") + daemonJson};
    start(words, limits::validationTimeout, [done](const ChildEnd &end) {
        // Before 23.0 it does not know the question.
        if (end.isSuccess || end.output.contains("unknown flag: --validate"))
            done({});
        else
            done(failure(ErrorCode::InvalidInput,
                         {QT_TRANSLATE_NOOP("engine", "Docker Engine does not accept it: %1"),
                          {complaintOf(end)}}));
    });
}

void Services::start(const QStringList &words, std::chrono::milliseconds timeout,
                     const Ended &ended)
{
    m_ended = ended;
    m_process = std::make_unique<ChildProcess>();
    // Queued: a program that cannot be started may be told from within start().
    connect(m_process.get(), &ChildProcess::finished, this, &Services::onFinished,
            Qt::QueuedConnection);
    const QString program = programOf(words.first());
    m_process->start({.program = program.isEmpty() ? words.first() : program,
                      .arguments = words.mid(1),
                      .environment = m_environment,
                      .hearsErrors = true,
                      .outputBytesMax = limits::programOutputBytesMax,
                      .excess = ChildCommand::Excess::Forgotten,
                      .timeout = timeout});
}

void Services::onFinished(const std::optional<Error> &error)
{
    const std::unique_ptr<ChildProcess> process = std::exchange(m_process, nullptr);
    const Ended ended = std::exchange(m_ended, {});
    ended(
        {.error = error, .isSuccess = !error && process->isSuccess(), .output = process->output()});
}

} // namespace lanyard::setup
