// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/socketcalls.h"

#include <cerrno>
#include <sys/sendfile.h>
#include <sys/socket.h>

namespace lanyard::http {

const int moreFollowsFlag = MSG_MORE;

int acceptFrom(int listeningSocket, sockaddr *peer, socklen_t *peerLength)
{
    return ::accept4(listeningSocket, peer, peerLength, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

ssize_t sendFromFile(int socket, int file, std::int64_t offset, std::size_t length)
{
    off_t position = offset;
    return ::sendfile(socket, file, &position, length);
}

bool isFaultOfFile(int error)
{
    // A bad disk; a checksum or a structure of the file system that is wrong; a file that is gone
    // from its server.
    return error == EIO || error == EBADMSG || error == EUCLEAN || error == ESTALE;
}

} // namespace lanyard::http
