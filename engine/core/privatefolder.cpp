// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privatefolder.h"

#include <cerrno>
#include <filesystem>
#include <sys/stat.h>

namespace lanyard {

bool makePrivateFolder(const std::string &path)
{
    if (::mkdir(path.c_str(), S_IRWXU) == 0)
        return true;
    if (errno == EEXIST) {
        struct stat status = {};
        const bool isFolder = ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
        errno = ENOTDIR;
        return isFolder;
    }
    const std::string around = std::filesystem::path(path).parent_path().string();
    return errno == ENOENT && !around.empty() && makePrivateFolder(around) &&
           ::mkdir(path.c_str(), S_IRWXU) == 0;
}

} // namespace lanyard
