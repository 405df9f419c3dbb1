// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "core/newfile.h"
#include "core/result.h"
#include "setup/filechange.h"
#include "setup/fileplace.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace lanyard::setup {

/// One file that gets a recipe: read, then written beside, then put in its place, with the bytes of
/// before kept in a file of their own. In this order, each once. Destroyed before commit(), it
/// leaves nothing. Any one thread at a time; blocks on the disk. Errors name the file.
class FileTransaction
{
public:
    /// Reads the file and makes its text; changes nothing. InUse: it is not as the user saw it;
    /// InvalidInput: it is too strange to be edited, or too large; Io.
    static Result<FileTransaction> begin(FilePlace place, FileChange change, const QString &stamp);

    FileTransaction(FileTransaction &&) noexcept = default;
    FileTransaction &operator=(FileTransaction &&) = delete;
    FileTransaction(const FileTransaction &) = delete;
    FileTransaction &operator=(const FileTransaction &) = delete;
    ~FileTransaction();

    /// Whether the text changes at all.
    bool isNeeded() const;

    /// Writes the text beside the file; makes its folder.
    Result<void> prepare();
    /// Where that is, for a program that looks at it.
    QString preparedPath() const;

    /// Puts it in its place. InUse: the file has been changed meanwhile; Io.
    Result<void> commit();

    /// Also after a commit() that failed because it may not last over a power cut.
    bool isInPlace() const { return m_isCommitted; }

    /// What to remember of it; complete after prepare().
    const FileRecord &record() const { return m_record; }

private:
    FileTransaction(FilePlace place, FileRecord record);

    Result<void> requireUnchanged() const;
    Result<void> keepBackup();

    FilePlace m_place;
    FileRecord m_record;
    bool m_isSecret = false;
    std::optional<FilePlace::Content> m_before; ///< none: there is no file
    QByteArray m_after;
    FileDescriptor m_folder; ///< from prepare() on
    std::optional<NewFile> m_file;
    bool m_isCommitted = false;
};

} // namespace lanyard::setup
