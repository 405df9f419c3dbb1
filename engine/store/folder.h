// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fileio.h"
#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace lanyard::store {

/// What tells two writings of a file apart.
struct FileStamp
{
    std::int64_t size = 0;         ///< bytes
    std::int64_t modifiedAtNs = 0; ///< since 1970-01-01 UTC
    bool operator==(const FileStamp &) const = default;
};

/// Of the file system that a folder is on; bytes.
struct DiskSpace
{
    std::int64_t free = 0; ///< for this user
    std::int64_t size = 0;
};

struct OpenFile
{
    FileDescriptor descriptor;
    std::int64_t size = 0; ///< bytes, when it was opened
};

/// A folder held open, and the durable operations on the files in it. Names are single components;
/// by the descriptor, they are found without walking the whole path, and symbolic links in their
/// place are refused.
///
/// Immutable, so thread-safe; every call may block on the disk. Errors are Io with the path and the
/// system's reason, NotFound, or Corrupt when something else than a file has its name.
class Folder
{
public:
    /// Opens `path`, making the folder (not its parents) with `mode` when it is not there. Io too
    /// when no file can be made in it.
    static Result<Folder> open(std::string path, unsigned int mode);
    /// What is there, to read only. A folder that is not there is an empty one.
    static Folder openReadOnly(std::string path);

    const std::string &path() const { return m_path; }

    /// For reading.
    Result<OpenFile> openFile(const std::string &name) const;
    /// For reading and writing what is there.
    Result<OpenFile> openForWriting(const std::string &name) const;
    /// For reading and writing; the file must not be there yet.
    Result<FileDescriptor> createFile(const std::string &name) const;
    bool contains(const std::string &name) const;
    Result<FileStamp> stamp(const std::string &name) const;
    /// Whether the file is gone; it need not have been there.
    bool remove(const std::string &name) const;
    /// Gives it another place, replacing what is there. Not durable before the disk says so.
    bool move(const std::string &name, const Folder &target, const std::string &targetName) const;
    /// Who may do in it what only its user should, and what to do; empty: nobody.
    Message complaint() const;
    /// The names of all files.
    std::vector<std::string> names() const;
    Result<DiskSpace> space() const;

    /// Makes the bytes of `file`, which is `name` here, durable, then gives them their place in
    /// `target`, then makes that durable: after a power cut there is all of it, or nothing.
    Result<void> moveDurably(const FileDescriptor &file, const std::string &name,
                             const Folder &target, const std::string &targetName) const;
    /// Gives the next bytes of a file that is written; empty: that was all.
    using Source = std::function<QByteArray()>;

    /// The same for a file with these bytes, written here first as `name`; whatever was left
    /// under that name is replaced.
    Result<void> writeDurably(const std::string &name, const Source &next, const Folder &target,
                              const std::string &targetName) const;
    Result<void> writeDurably(const std::string &name, QByteArrayView bytes, const Folder &target,
                              const std::string &targetName) const;

private:
    Folder(std::string path, FileDescriptor descriptor);

    Result<OpenFile> openRegular(const std::string &name, int access) const;
    tl::unexpected<Error> systemFailure(const std::string &name, const char *what) const;

    std::string m_path;
    FileDescriptor m_descriptor;
};

/// What errno says of a failed call: NotFound, NoRoom (no space, over quota, a file too large) or
/// Io.
ErrorCode systemErrorCode();
/// Takes the space of bytes that will be written, without a change of the file's size. False where
/// the file system cannot; NoRoom when it is not there.
Result<bool> allocate(const FileDescriptor &file, std::int64_t offset, std::int64_t length);

} // namespace lanyard::store
