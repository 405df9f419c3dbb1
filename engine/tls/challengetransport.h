// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/transport.h"
#include "tls/challengedoor.h"

#include <functional>
#include <memory>

namespace lanyard::tls {

/// A connection that began while a certificate is ordered: it looks at what the client says first,
/// without taking it. Who comes for the challenge is brought through the door; for all others it is
/// the transport that it would have been, or, where they are not served here, the end. One thread.
class ChallengeTransport final : public http::Transport
{
public:
    /// Takes the socket, or leaves it where it gives nullptr: the end.
    using MakeOther = std::function<std::unique_ptr<http::Transport>(FileDescriptor &socket)>;

    /// `socket` is connected and non-blocking.
    ChallengeTransport(std::shared_ptr<const ChallengeDoor> door, FileDescriptor socket,
                       MakeOther makeOther);
    ~ChallengeTransport() override;
    ChallengeTransport(const ChallengeTransport &) = delete;
    ChallengeTransport &operator=(const ChallengeTransport &) = delete;

    int descriptor() const override;
    http::IoResult read(char *buffer, std::size_t size) override;
    bool hasInput() const override;
    bool readsWhenWritable() const override;
    bool isEstablished() const override;
    http::IoResult write(std::string_view first, std::string_view second, bool isFollowed) override;
    http::IoResult sendFile(const FileDescriptor &file, std::int64_t offset,
                            std::size_t length) override;
    void shutdownWrite() override;
    void abort() override;

    bool isHandedOver() const override { return m_isHandedOver; }

private:
    http::IoResult::Status decide(char *buffer, std::size_t size);
    void awaitBytes(std::size_t count);

    const std::shared_ptr<const ChallengeDoor> m_door;
    FileDescriptor m_socket; ///< until it is the other's
    MakeOther m_makeOther;
    std::unique_ptr<http::Transport> m_other;
    std::size_t m_awaited = 0; ///< bytes, before the socket is ready again
    bool m_isHandedOver = false;
};

} // namespace lanyard::tls
