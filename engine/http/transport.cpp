// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/transport.h"

#include "http/socketcalls.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>
#include <utility>

namespace lanyard::http {

namespace {

IoResult outcomeOf(ssize_t moved)
{
    if (moved > 0)
        return {IoResult::Status::Done, static_cast<std::size_t>(moved)};
    if (moved == 0)
        return {IoResult::Status::EndOfInput, 0};
    if (errno == EAGAIN || errno == EWOULDBLOCK)
        return {IoResult::Status::WouldBlock, 0};
    return {IoResult::Status::Failed, 0};
}

/// Repeats a system call that a signal interrupted.
template <typename Call>
ssize_t uninterrupted(Call call)
{
    ssize_t moved = 0;
    do {
        moved = call();
    } while (moved < 0 && errno == EINTR);
    return moved;
}

iovec toVector(std::string_view bytes)
{
    // sendmsg(2) does not write to it; POSIX has one iovec for both directions.
    return {.iov_base = const_cast<char *>(bytes.data()), .iov_len = bytes.size()};
}

} // namespace

void resetAtClose(const FileDescriptor &socket)
{
    // With a linger time of 0, closing sends RST in place of FIN.
    const linger discard{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(socket.get(), SOL_SOCKET, SO_LINGER, &discard, sizeof discard);
}

PlainTransport::PlainTransport(FileDescriptor socket)
    : m_socket(std::move(socket))
{
}

IoResult PlainTransport::read(char *buffer, std::size_t size)
{
    return outcomeOf(uninterrupted([&] { return ::recv(m_socket.get(), buffer, size, 0); }));
}

IoResult PlainTransport::write(std::string_view first, std::string_view second, bool isFollowed)
{
    std::array pieces{toVector(first), toVector(second)};
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = pieces.size();
    const int flags = MSG_NOSIGNAL | (isFollowed ? moreFollowsFlag : 0);
    return outcomeOf(uninterrupted([&] { return ::sendmsg(m_socket.get(), &message, flags); }));
}

IoResult PlainTransport::sendFile(const FileDescriptor &file, std::int64_t offset,
                                  std::size_t length)
{
    const ssize_t sent =
        uninterrupted([&] { return sendFromFile(m_socket.get(), file.get(), offset, length); });
    if (sent < 0 && isFaultOfFile(errno))
        return {IoResult::Status::Unreadable, 0};
    return outcomeOf(sent);
}

void PlainTransport::shutdownWrite()
{
    ::shutdown(m_socket.get(), SHUT_WR);
}

void PlainTransport::abort()
{
    resetAtClose(m_socket);
}

} // namespace lanyard::http
