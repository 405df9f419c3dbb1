// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace lanyard {

/// Makes a folder, and those around it that are missing, for the user who runs the process and
/// nobody else: mode 0700. Those that are there stay as they are. False with errno set: it is not
/// there, or is no folder. Blocks on the disk.
bool makePrivateFolder(const std::string &path);

} // namespace lanyard
