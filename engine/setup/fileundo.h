// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "setup/filechange.h"
#include "setup/fileplace.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>

namespace lanyard::setup {

/// One file that a recipe is taken out of: exactly as it was before, or where somebody has edited
/// it since, without what is ours. Nothing goes but what the recipe made, whatever the record says.
/// Right after a set-up that was cut short anywhere, too, and once more after itself. Any one
/// thread at a time; blocks on the disk. Errors name the file.
class FileUndo
{
public:
    /// Reads the file and decides; changes nothing. InvalidInput: somebody has edited it so that
    /// what is ours cannot be found; Io.
    static Result<FileUndo> begin(FilePlace place, FileRecord record);

    /// Whether there is anything to do with the file, or what is beside it.
    bool isNeeded() const { return changesFile() || m_hasLeftovers; }

    bool changesFile() const { return m_way != Way::Nothing; }

    /// Whether folders are there that were made for the file; it may be that others use them now.
    bool hasFolders() const { return m_hasFolders; }

    /// Whether Docker Engine has to read a daemon.json in between that says that there are no
    /// mirrors: of one that does not speak of them, it keeps those that it has.
    bool hasStopover() const { return m_stopover.has_value(); }

    /// Puts that in place. InUse, Io.
    Result<void> placeStopover();

    /// Where other programs find it.
    QString realPath() const { return m_place.realPathOf(m_place.name()); }

    /// InUse: the file has been changed meanwhile; Io. Called once.
    Result<void> commit();

    const QString &path() const { return m_record.path; }

    /// For the user: what is not exactly as before, and why; empty: all is.
    const Message &note() const { return m_note; }

private:
    enum class Way : std::uint8_t { Nothing, Restore, Remove, Edit };

    FileUndo(FilePlace place, FileRecord record);

    Result<void> readFiles();
    bool isBackupGood() const;
    bool isAsWritten() const;
    bool isOnlyRecipe() const;
    bool hasOnlyOursInBackup() const;
    Result<void> decide();
    Result<void> decideForNew();
    Result<void> takeOursOut();
    void planStopover();
    Result<void> requireUnchanged() const;
    Result<void> write(const FileDescriptor &folder, const QByteArray &text);
    Result<void> change(const FileDescriptor &folder);
    Result<void> commitIn(const FileDescriptor &folder);
    FileTraits traitsWithoutOurs() const;
    void removeBeside(const FileDescriptor &folder, const QString &name) const;

    FilePlace m_place;
    FileRecord m_record;
    std::optional<FilePlace::Content> m_now;
    std::optional<FilePlace::Content> m_backup;
    bool m_hasLeftovers = false; ///< of a set-up, beside the file
    bool m_hasFolders = false;
    Way m_way = Way::Nothing;
    QByteArray m_edited; ///< of Way::Edit
    std::optional<QByteArray> m_stopover;
    Message m_note;
};

} // namespace lanyard::setup
