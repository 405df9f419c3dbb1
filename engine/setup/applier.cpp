// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/applier.h"

#include "setup/filetransaction.h"
#include "setup/fileundo.h"

#include <algorithm>
#include <utility>

namespace lanyard::setup {

namespace {

using State = SetUpRecord::State;

Result<FilePlace> findOwn(const QString &path, const recipes::Recipe & /*recipe*/)
{
    return FilePlace::find(path);
}

/// With the process that is the service's now.
QList<ServiceTask> withPid(QList<ServiceTask> services, std::int64_t pid)
{
    for (ServiceTask &task : services)
        task.pid = pid;
    return services;
}

} // namespace

Applier::Applier(Places places, PrivilegedHelper &helper, const Clock &clock)
    : m_places(std::move(places))
    , m_clock(clock)
    , m_journal(m_places.stateFolder)
    , m_services(m_places.root, m_places.environment)
    , m_ownBatch(findOwn, m_services)
    , m_privilegedBatch(m_places.root, helper)
{
}

Result<std::optional<SetUpRecord>> Applier::record(const QString &client) const
{
    return m_journal.read().map([&client](const QList<SetUpRecord> &records) {
        const auto found =
            std::find_if(records.begin(), records.end(),
                         [&client](const SetUpRecord &one) { return one.client == client; });
        return found == records.end() ? std::nullopt : std::optional(*found);
    });
}

Result<ClientChange> Applier::resumption(const QString &client, std::int64_t pid) const
{
    const auto found = record(client);
    if (!found)
        return tl::unexpected(found.error());
    const std::optional<SetUpRecord> &paused = *found;
    if (!paused || paused->state != State::Paused)
        return failure(ErrorCode::NotFound,
                       Message::at(client, QT_TRANSLATE_NOOP("engine", "this is not paused")));
    ClientChange change{.client = client,
                        .clientName = paused->clientName,
                        .cacheUrl = paused->cacheUrl,
                        .registries = paused->registries,
                        .files = {},
                        .services = withPid(paused->services, pid)};
    for (const FileRecord &file : paused->files) {
        FileChange again{.recipe = file.recipe, .path = file.path, .sha256Before = {}};
        const auto place = FilePlace::find(file.path);
        if (!place)
            return tl::unexpected(place.error());
        const auto now = place->read(place->name());
        if (!now)
            return tl::unexpected(now.error());
        if (*now)
            again.sha256Before = sha256Of((*now)->bytes);
        change.files.append(again);
    }
    return change;
}

bool Applier::isPrivileged(const QString &path, const recipes::Recipe &recipe) const
{
    return !m_places.isRoot && m_privilegedBatch.isFor(path, recipe);
}

PlannedCommand Applier::commandFor(const ServiceTask &task) const
{
    PlannedCommand command = m_services.commandFor(task);
    command.isPrivileged = command.isPrivileged && !m_places.isRoot;
    return command;
}

QList<ServiceTask> Applier::tasksOf(bool isPrivileged) const
{
    QList<ServiceTask> tasks;
    for (const ServiceTask &task : m_tasks) {
        if ((isOfSystem(task.action) && !m_places.isRoot) == isPrivileged)
            tasks.append(task);
    }
    return tasks;
}

Result<void> Applier::open(const StepProgress &progress, const Done &done)
{
    if (m_lock)
        return failure(ErrorCode::InUse,
                       QT_TRANSLATE_NOOP("engine", "another client is being set up; wait for it"));
    auto lock = m_journal.lock();
    if (!lock)
        return tl::unexpected(lock.error());
    m_lock = *std::move(lock);
    m_record = {};
    m_paused.reset();
    m_changes = {};
    m_records = {};
    m_tasks.clear();
    m_isHelperDone = false;
    m_needsHelper = false;
    m_result = {};
    m_check = {};
    m_progress = [this, progress](const Message &what, SetUpStep::State state,
                                  const Message &detail) {
        progress({.client = m_record.client, .what = what, .state = state, .detail = detail});
    };
    m_done = done;
    return {};
}

void Applier::apply(const ClientChange &change, const StepProgress &progress, const Done &done,
                    const Check &check)
{
    if (auto opened = open(progress, done); !opened) {
        done(tl::unexpected(opened.error()));
        return;
    }
    m_check = check;
    auto begun = prepare(change);
    const bool isNeeded = !m_changes.own.isEmpty() || !m_changes.privileged.isEmpty();
    if (begun && !isNeeded) {
        leaveAsItIs();
        return;
    }
    if (begun)
        begun = m_journal.put(m_record);
    if (begun)
        applyOwnFiles();
    else
        close(tl::unexpected(begun.error()));
}

/// What somebody else has put there is theirs: a set-up that was paused is not Lanyard's any more.
void Applier::leaveAsItIs()
{
    m_result.notes.append(QT_TRANSLATE_NOOP("engine", "All of it is there already."));
    if (m_paused) {
        if (const auto removed = m_journal.remove(m_record.client); !removed) {
            close(tl::unexpected(removed.error()));
            return;
        }
        m_result.notes.append(QT_TRANSLATE_NOOP(
            "engine",
            "It was put there by somebody else while it was paused: Lanyard does not take it out "
            "again."));
    }
    close(m_result);
}

/// Looks at everything once before the user is asked for a password.
Result<void> Applier::prepare(const ClientChange &change)
{
    auto before = record(change.client);
    if (!before)
        return tl::unexpected(before.error());
    if (*before && (*before)->state != State::Paused)
        return failure(ErrorCode::InUse,
                       {QT_TRANSLATE_NOOP("engine", "%1 is set up already; undo that first"),
                        {change.clientName}});
    m_paused = *std::move(before);
    m_result.client = change.client;
    m_record = {.client = change.client,
                .clientName = change.clientName,
                .cacheUrl = change.cacheUrl,
                .registries = change.registries,
                .state = State::Applying,
                .appliedAtMs = toEpochMs(m_clock.wallNow()),
                .files = {},
                .services = change.services};
    m_tasks = change.services;
    for (const FileChange &file : change.files) {
        if (auto added = add(file); !added)
            return added;
    }
    return {};
}

Result<void> Applier::add(const FileChange &change)
{
    auto place = FilePlace::find(change.path);
    if (!place)
        return tl::unexpected(place.error());
    const bool isOfSystem = isPrivileged(change.path, change.recipe);
    const QString stamp = stampOf(m_record.appliedAtMs);
    const QStringList missing = place->missingFolders();
    const auto transaction = FileTransaction::begin(*std::move(place), change, stamp);
    // What only root may read, the helper looks at.
    const bool isHidden = !transaction && isOfSystem && transaction.error().code == ErrorCode::Io;
    if (!transaction && !isHidden)
        return tl::unexpected(transaction.error());
    if (transaction && !transaction->isNeeded())
        return {};
    FileRecord record{.recipe = change.recipe,
                      .path = change.path,
                      .sha256Before = change.sha256Before,
                      .sha256After = {},
                      .stamp = stamp,
                      .createdFolders = {}};
    record.recipe.cache.password.clear();
    if (transaction)
        record = transaction->record();
    // Before they are made: a kill right after that leaves them.
    record.createdFolders =
        isOfSystem ? m_privilegedBatch.foldersOf(change.path, missing) : missing;
    m_record.files.append(record);
    (isOfSystem ? m_changes.privileged : m_changes.own).append(change);
    return {};
}

void Applier::applyOwnFiles()
{
    m_ownBatch.apply(m_changes.own, {}, stampOf(m_record.appliedAtMs), m_progress,
                     [this](const Result<ChangeBatch::Outcome> &outcome) {
                         if (!outcome) {
                             concludeFailure(outcome.error());
                             return;
                         }
                         m_records.own = outcome->files;
                         note(*outcome);
                         applyPrivileged();
                     });
}

void Applier::applyPrivileged()
{
    const QList<ServiceTask> services = tasksOf(/*isPrivileged*/ true);
    if (m_changes.privileged.isEmpty() && services.isEmpty()) {
        applyOwnServices();
        return;
    }
    m_privilegedBatch.apply(m_changes.privileged, services, stampOf(m_record.appliedAtMs),
                            m_progress, [this](const Result<ChangeBatch::Outcome> &outcome) {
                                if (!outcome) {
                                    takeBackOwn(outcome.error());
                                    return;
                                }
                                m_isHelperDone = true;
                                m_records.privileged = outcome->files;
                                note(*outcome);
                                applyOwnServices();
                            });
}

void Applier::applyOwnServices()
{
    m_services.run(tasksOf(/*isPrivileged*/ false), m_progress,
                   [this](const Result<QList<Message>> &notes) {
                       if (!notes) {
                           takeBack(notes.error());
                           return;
                       }
                       m_result.notes += *notes;
                       checkEffect();
                   });
}

void Applier::checkEffect()
{
    if (!m_check) {
        finishApply();
        return;
    }
    std::exchange(m_check, {})([this](const Result<void> &checked) {
        if (checked)
            finishApply();
        else
            takeBack(checked.error());
    });
}

void Applier::finishApply()
{
    // As they were written, with what is known of them only now.
    const QList<FileRecord> written = m_records.own + m_records.privileged;
    for (FileRecord &file : m_record.files) {
        const auto done =
            std::find_if(written.begin(), written.end(),
                         [&file](const FileRecord &one) { return one.path == file.path; });
        if (done != written.end())
            file = *done;
    }
    m_record.state = State::Applied;
    if (const auto put = m_journal.put(m_record); !put)
        takeBack(put.error());
    else
        close(m_result);
}

void Applier::takeBack(const Error &error)
{
    if (!m_isHelperDone) {
        takeBackOwn(error);
        return;
    }
    m_privilegedBatch.undo(
        m_records.privileged, tasksOf(/*isPrivileged*/ true), m_progress,
        [this, error](const Result<ChangeBatch::Outcome> & /*undone*/) { takeBackOwn(error); });
}

void Applier::takeBackOwn(const Error &error)
{
    m_ownBatch.undo(
        m_records.own, tasksOf(/*isPrivileged*/ false), m_progress,
        [this, error](const Result<ChangeBatch::Outcome> & /*undone*/) { concludeFailure(error); });
}

/// What the disk says counts, whatever went wrong on the way back.
void Applier::concludeFailure(const Error &error)
{
    Error told = error;
    if (isAsBefore()) {
        const auto kept = m_paused ? m_journal.put(*m_paused) : m_journal.remove(m_record.client);
        if (!kept)
            told.message = Message::both(told.message, kept.error().message);
    } else {
        told.message = Message::both(
            told.message,
            QT_TRANSLATE_NOOP("engine", "not all of it could be taken back: undo it"));
    }
    close(tl::unexpected(told));
}

bool Applier::isAsBefore() const
{
    return std::all_of(m_record.files.begin(), m_record.files.end(), [](const FileRecord &file) {
        const auto place = FilePlace::find(file.path);
        const auto now =
            place ? place->read(place->name())
                  : Result<std::optional<FilePlace::Content>>(tl::unexpected(place.error()));
        if (!now)
            return false;
        return *now ? file.sha256Before == sha256Of((*now)->bytes) : !file.sha256Before;
    });
}

void Applier::undo(const QString &client, std::int64_t pid, Aftermath aftermath,
                   const StepProgress &progress, const Done &done)
{
    if (auto opened = open(progress, done); !opened) {
        done(tl::unexpected(opened.error()));
        return;
    }
    m_aftermath = aftermath;
    m_result.client = client;
    const auto found = record(client);
    if (!found || !*found) {
        close(found ? failure(ErrorCode::NotFound,
                              Message::at(client,
                                          QT_TRANSLATE_NOOP("engine", "nothing was set up for it")))
                    : tl::unexpected(found.error()));
        return;
    }
    const SetUpRecord &before = **found;
    m_record = before;
    if (before.state == State::Paused) {
        finishUndo();
        return;
    }
    m_record.services = withPid(before.services, pid);
    m_record.state = State::Undoing;
    m_tasks = m_record.services;
    auto begun = shareAll();
    if (begun)
        begun = m_journal.put(m_record);
    if (begun)
        undoPrivileged(before);
    else
        close(tl::unexpected(begun.error()));
}

/// Who undoes what, and which services have to be told of it.
Result<void> Applier::shareAll()
{
    bool isNeeded = false;
    for (const FileRecord &file : m_record.files) {
        const auto shared = share(file);
        if (!shared)
            return tl::unexpected(shared.error());
        isNeeded = isNeeded || *shared;
    }
    const bool isReplaced = m_aftermath == Aftermath::Replace;
    m_tasks.removeIf([this, isNeeded, isReplaced](const ServiceTask &task) {
        return !isNeeded || (isReplaced && !commandFor(task).interrupts.isEmpty());
    });
    m_needsHelper = m_needsHelper || !tasksOf(/*isPrivileged*/ true).isEmpty();
    return {};
}

/// Whose it is to undo this file; whether there is something to undo.
Result<bool> Applier::share(const FileRecord &record)
{
    auto place = FilePlace::find(record.path);
    if (!place)
        return tl::unexpected(place.error());
    const bool isOfSystem = isPrivileged(record.path, record.recipe);
    (isOfSystem ? m_records.privileged : m_records.own).append(record);
    const auto undo = FileUndo::begin(*std::move(place), record);
    if (!undo && !isOfSystem)
        return tl::unexpected(undo.error());
    // What only root may read, the helper looks at.
    const bool isNeeded = !undo || undo->isNeeded();
    m_needsHelper = m_needsHelper || (isOfSystem && (isNeeded || undo->hasFolders()));
    return isNeeded;
}

void Applier::undoPrivileged(const SetUpRecord &before)
{
    if (!m_needsHelper) {
        undoOwn();
        return;
    }
    m_privilegedBatch.undo(m_records.privileged, tasksOf(/*isPrivileged*/ true), m_progress,
                           [this, before](const Result<ChangeBatch::Outcome> &outcome) {
                               if (outcome) {
                                   note(*outcome);
                                   undoOwn();
                                   return;
                               }
                               Error told = outcome.error();
                               if (told.code == ErrorCode::Cancelled) {
                                   if (const auto put = m_journal.put(before); !put)
                                       told.message =
                                           Message::both(told.message, put.error().message);
                               }
                               close(tl::unexpected(told));
                           });
}

void Applier::undoOwn()
{
    m_ownBatch.undo(m_records.own, tasksOf(/*isPrivileged*/ false), m_progress,
                    [this](const Result<ChangeBatch::Outcome> &outcome) {
                        if (!outcome) {
                            close(tl::unexpected(outcome.error()));
                            return;
                        }
                        note(*outcome);
                        finishUndo();
                    });
}

void Applier::finishUndo()
{
    m_record.state = State::Paused;
    const auto kept = m_aftermath == Aftermath::Forget ? m_journal.remove(m_record.client)
                                                       : m_journal.put(m_record);
    if (kept)
        close(m_result);
    else
        close(tl::unexpected(kept.error()));
}

void Applier::note(const ChangeBatch::Outcome &outcome)
{
    for (const FileRecord &file : outcome.files)
        m_result.changedFiles.append(file.path);
    m_result.notes += outcome.notes;
}

void Applier::close(const Result<SetUpResult> &result)
{
    m_lock.reset();
    m_check = {};
    m_progress = {};
    // Last, as what follows may begin the next one.
    std::exchange(m_done, {})(result);
}

} // namespace lanyard::setup
