// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer.h"
#include "api/clientsetup.h"
#include "core/clock.h"
#include "core/folderlock.h"
#include "core/result.h"
#include "setup/changebatch.h"
#include "setup/filechange.h"
#include "setup/privilegedbatch.h"
#include "setup/services.h"
#include "setup/setupjournal.h"

#include <QList>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>

namespace lanyard::setup {

/// What is to be done for one client.
struct ClientChange
{
    QString client; ///< ClientInstallation::id
    Message clientName;
    QString cacheUrl;
    QStringList registries;
    QList<FileChange> files; ///< in the order in which they are written
    QList<ServiceTask> services;
    bool operator==(const ClientChange &) const = default;
};

/// Sets up one client and takes that back: files of the user in this process, those of the system
/// and its services by one request to the helper; then the user's own services. All of it or
/// nothing, and what was done is in the journal, also when the process is killed in the middle.
/// Does one thing at a time (InUse otherwise, also when another process does); has its thread, with
/// an event loop, where it answers and blocks for small files only. Destroying it ends the programs
/// that it runs.
class Applier
{
    Q_DISABLE_COPY_MOVE(Applier)

public:
    struct Places
    {
        QString root;        ///< stands before the paths of the system; empty: /
        QString stateFolder; ///< absolute
        bool isRoot = false; ///< this process may write what only root may
        QProcessEnvironment environment;
    };

    using StepProgress = std::function<void(const SetUpStep &)>;
    using Done = Answer<SetUpResult>;
    /// Whether what was done has the effect that it is for; answers with why not.
    using Check = std::function<void(const Answer<void> &)>;

    /// What becomes of a set-up that is undone.
    enum class Aftermath {
        Forget,
        Pause,
        Replace, ///< paused, and another one follows that restarts its services: they go on so long
    };

    /// `helper` and `clock` outlive it.
    Applier(Places places, PrivilegedHelper &helper, const Clock &clock);

    /// `check` comes last; none: there is nothing to check. InUse: a file is not as the user saw
    /// it, or the client is set up already: undo that first; InvalidInput: a file is too strange;
    /// Cancelled: the user did not give the privilege; Io, and what Services and the check say.
    /// Then all is as before, and what was paused is paused; where it could not be, the message
    /// says so, and the record that it was cut short.
    void apply(const ClientChange &change, const StepProgress &progress, const Done &done,
               const Check &check = {});

    /// Takes back what was done for this client, or was cut short. `pid` is its service's now; 0:
    /// not known. NotFound: nothing was done; Cancelled: as above, and nothing has changed;
    /// InvalidInput, InUse, Io: the message says of which file; it can be tried again.
    void undo(const QString &client, std::int64_t pid, Aftermath aftermath,
              const StepProgress &progress, const Done &done);

    /// What can be undone, or resumed; undo() ends what was cut short, too.
    Result<QList<SetUpRecord>> records() const { return m_journal.read(); }

    /// That of one client; none: nothing was done. What records() says.
    Result<std::optional<SetUpRecord>> record(const QString &client) const;

    /// What a paused client had, for apply(); without the password, where there is a login: it is
    /// not kept. `pid` as for undo(). NotFound: it is not paused; Io.
    Result<ClientChange> resumption(const QString &client, std::int64_t pid) const;

    /// Whether the helper has to write this file: it is the system's, and this process is not
    /// root's.
    bool isPrivileged(const QString &path, const recipes::Recipe &recipe) const;
    PlannedCommand commandFor(const ServiceTask &task) const;

    /// Whether that is run here, and not left to the user.
    bool canRun(const ServiceTask &task) const { return m_services.canRun(task); }

private:
    /// What this process does itself, and what the helper does.
    template <typename File>
    struct Shares
    {
        QList<File> own;
        QList<File> privileged;
    };

    Result<void> open(const StepProgress &progress, const Done &done);
    QList<ServiceTask> tasksOf(bool isPrivileged) const;

    Result<void> prepare(const ClientChange &change);
    Result<void> add(const FileChange &change);
    void applyOwnFiles();
    void applyPrivileged();
    void applyOwnServices();
    void checkEffect();
    void finishApply();
    void takeBack(const Error &error);
    void takeBackOwn(const Error &error);
    void concludeFailure(const Error &error);
    bool isAsBefore() const;

    void leaveAsItIs();

    Result<void> shareAll();
    Result<bool> share(const FileRecord &record);
    void undoPrivileged(const SetUpRecord &before);
    void undoOwn();
    void finishUndo();

    void note(const ChangeBatch::Outcome &outcome);
    void close(const Result<SetUpResult> &result);

    const Places m_places;
    const Clock &m_clock;
    SetUpJournal m_journal;
    Services m_services;
    ChangeBatch m_ownBatch;
    PrivilegedBatch m_privilegedBatch;

    // Of what is being done.
    std::optional<FolderLock> m_lock; ///< none: nothing is
    SetUpRecord m_record;
    std::optional<SetUpRecord>
        m_paused; ///< what is applied anew; it is paused again after a failure
    Shares<FileChange> m_changes;
    Shares<FileRecord> m_records;
    QList<ServiceTask> m_tasks;  ///< the services that are told of it
    bool m_isHelperDone = false; ///< it has changed something
    bool m_needsHelper = false;
    Aftermath m_aftermath = Aftermath::Forget;
    SetUpResult m_result;
    Progress m_progress;
    Check m_check;
    Done m_done;
};

} // namespace lanyard::setup
