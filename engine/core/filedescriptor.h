// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

namespace lanyard {

/// Owns a POSIX file descriptor and closes it. Moved, never copied; shared by SharedFile.
class FileDescriptor
{
public:
    FileDescriptor() = default;

    explicit FileDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    FileDescriptor(FileDescriptor &&other) noexcept
        : m_descriptor(other.release())
    {
    }

    FileDescriptor &operator=(FileDescriptor &&other) noexcept
    {
        reset(other.release());
        return *this;
    }

    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;

    ~FileDescriptor() { reset(); }

    /// The descriptor, still owned here; -1 when empty.
    int get() const { return m_descriptor; }

    bool isValid() const { return m_descriptor >= 0; }

    /// Gives the ownership away.
    int release() { return std::exchange(m_descriptor, -1); }

    void reset(int descriptor = -1);

private:
    int m_descriptor = -1;
};

/// An open file with several readers, each with its own offset (pread, sendfile): the file stays
/// readable for them when its name is gone.
using SharedFile = std::shared_ptr<const FileDescriptor>;

} // namespace lanyard
