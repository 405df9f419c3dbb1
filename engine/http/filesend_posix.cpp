// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/filesend.h"

#include <algorithm>
#include <array>
#include <sys/socket.h>
#include <unistd.h>

namespace lanyard::http {

const int moreFollowsFlag = 0;

ssize_t sendFromFile(int socket, int file, std::int64_t offset, std::size_t length)
{
    // One buffer a thread, whatever the number of connections; what the socket does not take is
    // read again.
    thread_local std::array<char, std::size_t{64} * 1024> buffer;
    const ssize_t there = ::pread(file, buffer.data(), std::min(length, buffer.size()), offset);
    if (there <= 0)
        return there;
    return ::send(socket, buffer.data(), static_cast<std::size_t>(there), MSG_NOSIGNAL);
}

} // namespace lanyard::http
