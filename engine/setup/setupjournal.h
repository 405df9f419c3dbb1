// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "core/folderlock.h"
#include "core/privatefile.h"
#include "core/result.h"
#include "setup/filechange.h"
#include "setup/servicetask.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace lanyard::setup {

/// What was done for one client, and what is needed to take it back or to do it again. It has no
/// secret: to do it again with a login, the user is asked for the password. A value.
struct SetUpRecord
{
    enum class State : std::uint8_t {
        Applying, ///< begun; what stays so was cut short, and can be undone
        Applied,
        Undoing, ///< begun; what stays so can be undone again
        Paused,  ///< undone until it is resumed: `files` say with which recipes
    };

    QString client; ///< ClientInstallation::id
    Message clientName;
    QString cacheUrl;
    QStringList registries;
    State state = State::Applying;
    std::int64_t appliedAtMs = 0; ///< since 1970-01-01 UTC
    QList<FileRecord> files;      ///< in the order in which they were written
    QList<ServiceTask> services;
    bool operator==(const SetUpRecord &) const = default;

    /// It, or its undoing, was interrupted.
    bool isCutShort() const { return state == State::Applying || state == State::Undoing; }

    AppliedSetUp summary() const;
};

/// The journal as JSON: one record for each client.
QByteArray journalJson(const QList<SetUpRecord> &records);
/// InvalidInput: it is none, or of a later version. Pure.
Result<QList<SetUpRecord>> journalFrom(const QByteArray &json);

/// What was done on this computer by this user, in a file of its own (0600). It is written before
/// anything is changed and after, so that nothing is done that cannot be taken back. A file that
/// cannot be read stays as it is, and none that could not be read is written. Who writes holds the
/// lock. Blocks on the disk; the errors name the file.
class SetUpJournal
{
public:
    /// `folder` is absolute, and made where it is missing.
    explicit SetUpJournal(const QString &folder);

    /// Keeps other processes out. InUse: one is in; Io.
    Result<FolderLock> lock() const;
    /// Empty where nothing was done. InvalidInput, Corrupt, Io.
    Result<QList<SetUpRecord>> read() const;
    /// Puts the record in the place of the client's. What read() says, and Io, NoRoom;
    /// InvalidInput: the record has what would not be read again, such as an odd path, or too much.
    Result<void> put(const SetUpRecord &record) const;
    Result<void> remove(const QString &client) const;

private:
    Result<void> makeFolder() const;
    Result<void> write(const QList<SetUpRecord> &records) const;

    QString m_folder;
    PrivateFile m_file;
};

} // namespace lanyard::setup
