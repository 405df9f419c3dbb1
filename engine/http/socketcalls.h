// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <sys/socket.h>
#include <sys/types.h>

namespace lanyard::http {

// System calls that are better on some platforms than on others. Which of the source files is built
// is CMake's choice. They return as the calls they stand for do, errno included.

/// accept(2): the new socket is non-blocking and closed by exec(3).
int acceptFrom(int listeningSocket, sockaddr *peer, socklen_t *peerLength);

/// From a file to a socket; 0 at the end of the file.
ssize_t sendFromFile(int socket, int file, std::int64_t offset, std::size_t length);

/// Whether it was reading the file that failed with `error`, when sendFromFile() did.
bool isFaultOfFile(int error);

/// The flag of send(2) that lets a segment wait for the next bytes; 0 where there is none.
extern const int moreFollowsFlag;

} // namespace lanyard::http
