// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <sys/types.h>

namespace lanyard::http {

/// From a file to a socket, as the platform does it best; which of the source files is built
/// is CMake's choice. Returns as send(2) does, and 0 at the end of the file.
ssize_t sendFromFile(int socket, int file, std::int64_t offset, std::size_t length);

/// The flag of send(2) that lets a segment wait for the next bytes; 0 where there is none.
extern const int moreFollowsFlag;

} // namespace lanyard::http
