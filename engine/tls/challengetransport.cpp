// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/challengetransport.h"

#include "tls/clienthello.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <utility>

namespace lanyard::tls {

using http::IoResult;

ChallengeTransport::ChallengeTransport(std::shared_ptr<const ChallengeDoor> door,
                                       FileDescriptor socket, MakeOther makeOther)
    : m_door(std::move(door))
    , m_socket(std::move(socket))
    , m_makeOther(std::move(makeOther))
{
}

ChallengeTransport::~ChallengeTransport() = default;

int ChallengeTransport::descriptor() const
{
    return m_other ? m_other->descriptor() : m_socket.get();
}

IoResult ChallengeTransport::read(char *buffer, std::size_t size)
{
    if (!m_other) {
        const IoResult::Status decided = decide(buffer, size);
        if (decided != IoResult::Status::Done)
            return {decided, 0};
    }
    return m_other->read(buffer, size);
}

/// Done when it is the other transport from now on.
IoResult::Status ChallengeTransport::decide(char *buffer, std::size_t size)
{
    const ssize_t seen = ::recv(m_socket.get(), buffer, size, MSG_PEEK);
    if (seen < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR
                   ? IoResult::Status::WouldBlock
                   : IoResult::Status::Failed;
    const std::string_view bytes(buffer, static_cast<std::size_t>(seen));
    const std::size_t wanted = firstRecordLength(bytes);
    const bool isWhole = wanted > 0 && bytes.size() >= wanted;
    // Ready with less than was awaited, it has come to its end; of a record that is longer than
    // what may be seen, no more is seen either.
    const bool isAll = seen == 0 || bytes.size() == size || m_awaited == wanted;
    if (wanted > 0 && !isWhole && !isAll) {
        awaitBytes(wanted);
        return IoResult::Status::WouldBlock;
    }
    awaitBytes(1);
    if (!isWhole || !isChallengeHello(bytes.substr(0, wanted))) {
        m_other = m_makeOther(m_socket);
        return m_other ? IoResult::Status::Done : IoResult::Status::Failed;
    }
    // By another descriptor: this one is watched, and goes with its connection.
    m_isHandedOver = true;
    m_door->bring(FileDescriptor(::fcntl(m_socket.get(), F_DUPFD_CLOEXEC, 0)));
    return IoResult::Status::Failed;
}

/// What is only looked at stays where it is: without this, the socket would be ready all the time.
void ChallengeTransport::awaitBytes(std::size_t count)
{
    m_awaited = count;
    const int least = static_cast<int>(count);
    ::setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVLOWAT, &least, sizeof least);
}

bool ChallengeTransport::hasInput() const
{
    return m_other && m_other->hasInput();
}

bool ChallengeTransport::readsWhenWritable() const
{
    return m_other && m_other->readsWhenWritable();
}

bool ChallengeTransport::isEstablished() const
{
    return m_other && m_other->isEstablished();
}

IoResult ChallengeTransport::write(std::string_view first, std::string_view second, bool isFollowed)
{
    return m_other ? m_other->write(first, second, isFollowed) : IoResult();
}

IoResult ChallengeTransport::sendFile(const FileDescriptor &file, std::int64_t offset,
                                      std::size_t length)
{
    return m_other ? m_other->sendFile(file, offset, length) : IoResult();
}

void ChallengeTransport::shutdownWrite()
{
    if (m_other)
        m_other->shutdownWrite();
}

void ChallengeTransport::abort()
{
    if (m_other)
        m_other->abort();
}

} // namespace lanyard::tls
