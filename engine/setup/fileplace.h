// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "core/newfile.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace lanyard::setup {

/// Opens the folder at an absolute path. NotFound: it is not there; Io.
using FolderOpener = std::function<Result<FileDescriptor>(const QString &path)>;

/// Where one file is or will be: a name in a folder that is opened as is right for who writes.
/// Nothing is followed from there on. A value; every call may block on the disk, and its errors
/// name the file.
class FilePlace
{
public:
    struct Content
    {
        QByteArray bytes;
        FileTraits traits;
    };

    /// Follows links, as programs do that read the file. `path` is absolute. Io.
    static Result<FilePlace> find(const QString &path);

    /// Whose files are made: with modes of the system's, or as the umask of the user says.
    enum class Domain { System, User };

    /// `root` stands before `folder` for other programs that are to read what is there.
    FilePlace(FolderOpener open, Domain domain, QString root, QString folder, QString name);

    QString path() const { return pathOf(m_name); }

    QString pathOf(const QString &name) const;

    /// As other programs find it.
    QString realPathOf(const QString &name) const { return m_root + pathOf(name); }

    const QString &name() const { return m_name; }

    /// NotFound: there is no such folder.
    Result<FileDescriptor> openFolder() const;
    /// Whether this process may put a file in its place; Io says why not, and names what is in the
    /// way.
    Result<void> checkWritable() const;
    /// The folder, which it makes with those around it that are missing. Appends to `made` what it
    /// made.
    Result<FileDescriptor> makeFolder(QStringList &made) const;
    /// An empty file in that folder, under a name that is not there yet; for nobody else when it
    /// `isPrivate`.
    Result<NewFile> makeFile(const FileDescriptor &folder, const QString &name,
                             bool isPrivate) const;
    /// The folders that makeFolder() would make, the outermost first.
    QStringList missingFolders() const;
    /// Whether any of these is there.
    bool hasAny(const QStringList &folders) const;
    /// Takes these away, the last one first, until one is in use.
    void removeFolders(const QStringList &folders) const;

    /// What is there under this name; none: nothing. InvalidInput: it is too large; Io: it is no
    /// file, or cannot be read.
    Result<std::optional<Content>> read(const QString &name) const;

private:
    Result<FileDescriptor> makeFolder(const QString &folder, QStringList &made) const;

    FolderOpener m_open;
    Domain m_domain;
    QString m_root;
    QString m_folder;
    QString m_name;
};

/// Opens the folder as it is, for a place that find() has found.
Result<FileDescriptor> openFolder(const QString &path);

/// The permissions of a file when a secret comes into it.
mode_t modeWithSecret(mode_t mode);

/// An error of the system (errno) with a file. The place in the sentence is for what the system
/// says.
Error systemError(const QString &path, const char *sentence);

} // namespace lanyard::setup
