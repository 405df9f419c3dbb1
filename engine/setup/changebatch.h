// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "setup/filechange.h"
#include "setup/fileplace.h"
#include "setup/filetransaction.h"
#include "setup/fileundo.h"
#include "setup/readwatch.h"
#include "setup/services.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace lanyard::setup {

/// Several files and services as a whole: all of it is done, or nothing. Writes with the rights of
/// this process. Does one thing at a time; has the thread of its services, where it answers.
/// Destroying it (before its services) leaves what is not done yet.
class ChangeBatch
{
    Q_DISABLE_COPY_MOVE(ChangeBatch)

public:
    /// Finds the place of a file that a recipe of this kind is for.
    using Find =
        std::function<Result<FilePlace>(const QString &path, const recipes::Recipe &recipe)>;

    struct Outcome
    {
        QList<FileRecord> files; ///< that have changed
        QList<Message> notes;    ///< for the user
        bool operator==(const Outcome &) const = default;
    };

    using Done = std::function<void(const Result<Outcome> &)>;

    ChangeBatch(Find find, Services &services);

    /// Writes the files, then reloads. InUse: a file is not as the user saw it; InvalidInput, Io
    /// and what Services say. Then all is as before, or the message says what is not.
    void apply(const QList<FileChange> &changes, const QList<ServiceTask> &services,
               const QString &stamp, const Progress &progress, const Done &done);

    /// Takes the files back, then reloads. InvalidInput, InUse, Io: then try again, what is undone
    /// stays undone. That a service does not reload is a note.
    void undo(const QList<FileRecord> &records, const QList<ServiceTask> &services,
              const Progress &progress, const Done &done);

private:
    Result<void> begin(const QList<FileChange> &changes, const QString &stamp);
    Result<void> prepare();
    /// From this one on.
    void validate(std::size_t index);
    void commit();
    void rollBack(const Error &error);
    void finishApply(const QList<Message> &notes);
    void fail(const Error &error);

    Result<void> beginUndo(const QList<FileRecord> &records);
    void passStopover();
    void awaitReading(const QString &path);
    void commitUndo();

    const Find m_find;
    Services &m_services;
    std::vector<FileTransaction> m_transactions;
    std::vector<FileUndo> m_undos;
    std::unique_ptr<ReadWatch> m_watch; ///< while a stopover is to be read
    QList<ServiceTask> m_tasks;
    QList<Message> m_notes;
    QList<FileRecord> m_changed;
    Progress m_progress;
    Done m_done;
};

} // namespace lanyard::setup
