// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"
#include "core/result.h"

#include <string>

namespace lanyard {

/// Keeps a second process (or somebody else in this one) out of a folder, as long as it lives.
/// It is flock(2): the system releases it when the process ends, however it ends, so a lock is
/// never stale.
class FolderLock
{
public:
    /// InUse when somebody else holds the lock file `path`; the message says who. Io.
    static Result<FolderLock> acquire(const std::string &path);

private:
    explicit FolderLock(FileDescriptor file);

    FileDescriptor m_file;
};

} // namespace lanyard
