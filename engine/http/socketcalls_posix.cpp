// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/socketcalls.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lanyard::http {

const int moreFollowsFlag = 0;

int acceptFrom(int listeningSocket, sockaddr *peer, socklen_t *peerLength)
{
    const int socket = ::accept(listeningSocket, peer, peerLength);
    if (socket >= 0) {
        ::fcntl(socket, F_SETFD, FD_CLOEXEC);
        ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
    }
    return socket;
}

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

bool isFaultOfFile(int error)
{
    return error == EIO || error == EBADMSG || error == ESTALE;
}

} // namespace lanyard::http
