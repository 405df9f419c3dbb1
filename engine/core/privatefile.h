// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filestamp.h"
#include "core/result.h"

#include <QByteArray>

#include <cstdint>
#include <string>

namespace lanyard {

/// A small file for the user who runs the process, and nobody else: its mode is 0600 at most, from
/// its creation on. Immutable, so thread-safe; every call may block on the disk.
class PrivateFile
{
public:
    struct Content
    {
        QByteArray bytes;
        FileStamp stamp; ///< all zero: it is not there
    };

    PrivateFile(std::string path, std::int64_t bytesMax);

    const std::string &path() const { return m_path; }

    /// Empty when there is none. InvalidInput when somebody else may read or write it, when it is
    /// somebody else's, or not a file; Corrupt when it is longer than it may be; Io. The message
    /// names the file and what to do.
    Result<Content> read() const;
    /// Of the file as it is now, whatever its mode.
    FileStamp stamp() const;
    /// Puts a file with these bytes in its place: after a power cut it is there, or the one before
    /// it is. NoRoom or Io, and the one before it stays.
    Result<void> replace(QByteArrayView bytes) const;

private:
    /// The place in the sentence is for what the system says.
    tl::unexpected<Error> systemFailure(const char *sentence) const;

    const std::string m_path;
    const std::int64_t m_bytesMax;
};

} // namespace lanyard
