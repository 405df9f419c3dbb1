// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/changebatch.h"

#include "core/fileerror.h"
#include "setup/setuplimits.h"

#include <algorithm>
#include <utility>

namespace lanyard::setup {

namespace {

using State = SetUpStep::State;

Message writingOf(const FileRecord &record)
{
    return {QT_TRANSLATE_NOOP("engine", "Write %1"), {record.path}};
}

Message undoingOf(const FileUndo &undo)
{
    return {QT_TRANSLATE_NOOP("engine", "Restore %1"), {undo.path()}};
}

bool isOfDockerd(const ServiceTask &task)
{
    return task.action == ServiceAction::ReloadDocker ||
           task.action == ServiceAction::ReloadRootlessDocker;
}

} // namespace

ChangeBatch::ChangeBatch(Find find, Services &services)
    : m_find(std::move(find))
    , m_services(services)
{
}

void ChangeBatch::apply(const QList<FileChange> &changes, const QList<ServiceTask> &services,
                        const QString &stamp, const Progress &progress, const Done &done)
{
    m_transactions.clear();
    m_tasks = services;
    m_progress = progress;
    m_done = done;
    auto begun = begin(changes, stamp);
    if (begun)
        begun = prepare();
    if (!begun)
        fail(begun.error());
    else
        validate(0);
}

Result<void> ChangeBatch::begin(const QList<FileChange> &changes, const QString &stamp)
{
    for (const FileChange &change : changes) {
        auto place = m_find(change.path, change.recipe);
        if (!place)
            return tl::unexpected(place.error());
        auto transaction = FileTransaction::begin(*std::move(place), change, stamp);
        if (!transaction)
            return tl::unexpected(transaction.error());
        if (transaction->isNeeded())
            m_transactions.push_back(*std::move(transaction));
    }
    return {};
}

Result<void> ChangeBatch::prepare()
{
    for (FileTransaction &transaction : m_transactions) {
        if (auto prepared = transaction.prepare(); !prepared)
            return prepared;
    }
    return {};
}

void ChangeBatch::validate(std::size_t index)
{
    using Kind = recipes::Recipe::Kind;
    while (index < m_transactions.size() &&
           m_transactions[index].record().recipe.kind != Kind::DaemonJson)
        ++index;
    if (index == m_transactions.size()) {
        commit();
        return;
    }
    m_services.validate(m_transactions[index].preparedPath(),
                        [this, index](const Result<void> &valid) {
                            if (valid)
                                validate(index + 1);
                            else
                                fail(inFile(m_transactions[index].record().path)(valid.error()));
                        });
}

void ChangeBatch::commit()
{
    for (FileTransaction &transaction : m_transactions) {
        const Message what = writingOf(transaction.record());
        m_progress(what, State::Running, {});
        if (const auto committed = transaction.commit(); !committed) {
            m_progress(what, State::Failed, committed.error().message);
            rollBack(committed.error());
            return;
        }
        m_progress(what, State::Done, {});
    }
    m_services.run(m_tasks, m_progress, [this](const Result<QList<Message>> &notes) {
        if (notes)
            finishApply(*notes);
        else
            rollBack(notes.error());
    });
}

void ChangeBatch::finishApply(const QList<Message> &notes)
{
    Outcome outcome{.files = {}, .notes = notes};
    for (const FileTransaction &transaction : m_transactions)
        outcome.files.append(transaction.record());
    m_transactions.clear();
    std::exchange(m_done, {})(outcome);
}

void ChangeBatch::rollBack(const Error &error)
{
    QList<FileRecord> written;
    for (const FileTransaction &transaction : m_transactions) {
        if (transaction.isInPlace())
            written.append(transaction.record());
    }
    m_transactions.clear(); // what was only prepared goes
    if (written.isEmpty()) {
        fail(error);
        return;
    }
    const Done done = m_done;
    undo(written, m_tasks, m_progress, [done, error](const Result<Outcome> &undone) {
        Error told = error;
        if (!undone)
            told.message = Message::both(
                told.message, {QT_TRANSLATE_NOOP("engine", "and it could not be taken back: %1"),
                               {undone.error().message}});
        done(tl::unexpected(told));
    });
}

void ChangeBatch::fail(const Error &error)
{
    m_transactions.clear();
    m_undos.clear();
    std::exchange(m_done, {})(tl::unexpected(error));
}

void ChangeBatch::undo(const QList<FileRecord> &records, const QList<ServiceTask> &services,
                       const Progress &progress, const Done &done)
{
    m_undos.clear();
    m_notes.clear();
    m_changed.clear();
    m_tasks = services;
    m_progress = progress;
    m_done = done;
    if (const auto begun = beginUndo(records); !begun)
        fail(begun.error());
    else
        passStopover();
}

Result<void> ChangeBatch::beginUndo(const QList<FileRecord> &records)
{
    // What was written last goes first.
    for (qsizetype i = records.size() - 1; i >= 0; --i) {
        auto place = m_find(records.at(i).path, records.at(i).recipe);
        if (!place)
            return tl::unexpected(place.error());
        auto undo = FileUndo::begin(*std::move(place), records.at(i));
        if (!undo)
            return tl::unexpected(undo.error());
        if (undo->changesFile())
            m_changed.append(records.at(i));
        m_undos.push_back(*std::move(undo));
    }
    return {};
}

/// Docker Engine forgets its mirrors only where a file says that there are none.
void ChangeBatch::passStopover()
{
    const auto stopover = std::find_if(m_undos.begin(), m_undos.end(),
                                       [](const FileUndo &undo) { return undo.hasStopover(); });
    const auto ofDockerd = std::stable_partition(
        m_tasks.begin(), m_tasks.end(), [](const ServiceTask &task) { return !isOfDockerd(task); });
    const QList<ServiceTask> reloads(ofDockerd, m_tasks.end());
    if (stopover == m_undos.end() || reloads.isEmpty()) {
        commitUndo();
        return;
    }
    if (const auto placed = stopover->placeStopover(); !placed) {
        fail(placed.error());
        return;
    }
    m_tasks.erase(ofDockerd, m_tasks.end());
    const QString path = stopover->realPath();
    m_watch = std::make_unique<ReadWatch>(path);
    m_services.run(reloads, m_progress, [this, path](const Result<QList<Message>> &notes) {
        m_notes += notes ? *notes : QList<Message>{notes.error().message};
        // Who was not told does not read it.
        if (notes && notes->isEmpty())
            awaitReading(path);
        else
            commitUndo();
    });
}

/// It is told by a signal, and reads the file when it comes to it.
void ChangeBatch::awaitReading(const QString &path)
{
    m_watch->wait(limits::rereadTimeout, [this, path](bool isRead) {
        m_watch.release()->deleteLater(); // it is what calls
        if (!isRead)
            m_notes.append(
                Message(QT_TRANSLATE_NOOP("engine",
                                          "Docker Engine was not seen to read %1; it may keep the "
                                          "mirror until it is started again."),
                        {path}));
        commitUndo();
    });
}

void ChangeBatch::commitUndo()
{
    for (FileUndo &undo : m_undos) {
        const Message what = undoingOf(undo);
        m_progress(what, State::Running, {});
        if (const auto undone = undo.commit(); !undone) {
            m_progress(what, State::Failed, undone.error().message);
            fail(undone.error());
            return;
        }
        m_progress(what, State::Done, undo.note());
        if (!undo.note().isEmpty())
            m_notes.append(undo.note());
    }
    m_undos.clear();
    m_services.run(m_tasks, m_progress, [this](const Result<QList<Message>> &notes) {
        m_notes += notes ? *notes : QList<Message>{notes.error().message};
        const Outcome outcome{.files = m_changed, .notes = m_notes};
        std::exchange(m_done, {})(outcome);
    });
}

} // namespace lanyard::setup
