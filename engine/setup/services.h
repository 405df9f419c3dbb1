// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/childprocess.h"
#include "core/result.h"
#include "setup/servicetask.h"

#include <QByteArray>
#include <QObject>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace lanyard::setup {

/// How far work is: what is done, and of a failure what went wrong.
using Progress = std::function<void(const Message &what, SetUpStep::State, const Message &detail)>;

/// The services on this computer, as they are reloaded and restarted. Does one thing at a time;
/// has its thread, with an event loop, where it answers. Destroying it ends the program that it
/// runs, and nothing is answered then.
class Services final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Services)

public:
    /// `root` stands before the paths of the system; empty: /. Programs are those of the system,
    /// whatever PATH says.
    Services(QString root, QProcessEnvironment environment);
    ~Services() override = default;

    /// What would be run now.
    PlannedCommand commandFor(const ServiceTask &task) const;
    /// Whether that is run here, and not left to the user.
    bool canRun(const ServiceTask &task) const;

    /// One after the other, until one fails: with what the user has to do by hand or should know.
    /// Errors say which, and what it said: Io, TimedOut, NotFound (no such process).
    using Done = std::function<void(const Result<QList<Message>> &notes)>;
    void run(const QList<ServiceTask> &tasks, const Progress &progress, const Done &done);

    /// Lets the Docker Engine that is installed look at a daemon.json before it has to live with
    /// it. Without an answer (none is installed, or older than 23.0) it is fine. InvalidInput: what
    /// it says.
    void validate(const QString &daemonJson, const std::function<void(const Result<void> &)> &done);

private:
    using Ended = std::function<void(const ChildEnd &end)>;

    /// Without a process that is none of its service any more.
    static ServiceTask present(ServiceTask task);
    ServiceReach reachOf(const ServiceTask &task) const;
    QString programOf(const QString &name) const;
    /// The first word is the program's name.
    void start(const QStringList &words, std::chrono::milliseconds timeout, const Ended &ended);
    void onFinished(const std::optional<Error> &error);
    void runNext();
    void runBySystemd(const ServiceTask &task);
    void runCommand(const ServiceTask &task, const QStringList &words);
    void runBySignal(const ServiceTask &task);
    void leaveToUser(const ServiceTask &task);
    void onRun(const ServiceTask &task, SetUpStep::State state, const Message &detail);
    void fail(const ServiceTask &task, const Message &reason);

    const QString m_root;
    const QProcessEnvironment m_environment;
    std::unique_ptr<ChildProcess> m_process;
    Ended m_ended;
    QList<ServiceTask> m_tasks; ///< that are left; the first one runs
    QList<Message> m_notes;
    Progress m_progress;
    Done m_done;
};

} // namespace lanyard::setup
