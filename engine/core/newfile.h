// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <string>
#include <sys/types.h>
#include <vector>

namespace lanyard {

/// What a file is beside its bytes, so that another one can be like it. A value.
struct FileTraits
{
    struct Attribute
    {
        std::string name;
        QByteArray value;
        bool operator==(const Attribute &) const = default;
    };

    mode_t mode = 0; ///< its permissions, without its type
    uid_t owner = 0;
    gid_t group = 0;
    /// Extended: access lists, labels of SELinux, those of users. Without what is said of the bytes
    /// (integrity measurements), which is not true of others.
    std::vector<Attribute> attributes;
    bool operator==(const FileTraits &) const = default;

    /// Io. Blocks on the disk.
    static Result<FileTraits> of(const FileDescriptor &file);
};

/// A file that comes to stand beside the one whose place it takes; gone unless it did. Every call
/// may block on the disk. Errors are Io; their messages name no file. Moved, never copied.
class NewFile
{
public:
    /// An empty one in a folder that stays open as long as this lives. `name` must not be there
    /// yet. The umask takes from the mode.
    static Result<NewFile> create(const FileDescriptor &folder, const std::string &name,
                                  mode_t mode);

    NewFile(NewFile &&other) noexcept;
    NewFile &operator=(NewFile &&) = delete;
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;
    ~NewFile();

    const std::string &name() const { return m_name; }

    /// Makes it like another one.
    Result<void> take(const FileTraits &traits);
    /// Only to whom it belongs, or what they may do with it.
    Result<void> setOwner(uid_t owner, gid_t group);
    Result<void> setMode(mode_t mode);
    /// What it has, and makes that durable. Called once.
    Result<void> write(QByteArrayView bytes);
    /// Gives it that name in its folder, in the place of what has it. It then stays.
    Result<void> place(const std::string &name);

    /// It stays, as it is called.
    void keep() { m_isKept = true; }

private:
    NewFile(int folder, std::string name, FileDescriptor file);

    int m_folder;
    std::string m_name;
    FileDescriptor m_file;
    bool m_isKept = false;
};

} // namespace lanyard
