// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <string>
#include <sys/types.h>

namespace lanyard::sqlite {

/// The file of a database, with those that SQLite keeps beside it under the same name and -wal or
/// -shm. It knows nothing of what is in them.
///
/// One thread. Errors are Io with the path and the system's reason.
class DatabaseFile
{
public:
    explicit DatabaseFile(std::string path);

    /// Whether there is no file, or an empty one.
    bool isMissing() const;
    /// Whether something else than a file has its name.
    bool isNoFile() const;
    /// Whether there is what belongs to a database that is not there.
    bool hasLeftovers() const;

    /// Whether all of it is in the one file.
    bool isClosed() const;

    /// Remembers which file it is: the one that a connection has open.
    void remember();
    /// Whether it still is the file that was remembered, and not emptied.
    bool isSame() const;

    /// Moves all of it to <path>.corrupt-<UTC>, as in lanyard.db.corrupt-20261124T160512Z, so that
    /// SQLite still finds it together. The result is that name without its folder. Killed in the
    /// middle, it has moved the database itself, which then is missing.
    Result<std::string> putAside(WallTime now) const;

private:
    const std::string m_path;
    dev_t m_device = 0;
    ino_t m_inode = 0;
};

} // namespace lanyard::sqlite
