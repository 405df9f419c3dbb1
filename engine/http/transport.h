// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lanyard::http {

struct IoResult
{
    enum class Status : std::uint8_t {
        Done,       ///< `bytes` were moved, at least one
        WouldBlock, ///< not now; the descriptor will become ready
        EndOfInput, ///< the peer, or the file, has no more bytes
        Unreadable, ///< the file cannot be read
        Failed,     ///< the connection is of no more use
    };

    Status status = Status::Failed;
    std::size_t bytes = 0;
};

/// The bytes of one connection, in and out, never blocking. What stands between HTTP and the
/// socket: plain here. One thread.
class Transport
{
public:
    virtual ~Transport() = default;

    /// What to watch for readiness; owned here.
    virtual int descriptor() const = 0;

    virtual IoResult read(char *buffer, std::size_t size) = 0;

    /// Sends two pieces as one. `isFollowed`: more will be sent at once, so a segment that is not
    /// full may wait for it.
    virtual IoResult write(std::string_view first, std::string_view second, bool isFollowed) = 0;

    /// Sends up to `length` bytes of `file` from `offset`.
    virtual IoResult sendFile(const FileDescriptor &file, std::int64_t offset,
                              std::size_t length) = 0;

    /// Says that no more will be sent; what was sent still arrives.
    virtual void shutdownWrite() = 0;

    /// Makes the end, when this object goes, an error for the peer: what it got is not the whole.
    virtual void abort() = 0;
};

/// TCP without encryption.
class PlainTransport final : public Transport
{
public:
    /// `socket` is connected and non-blocking.
    explicit PlainTransport(FileDescriptor socket);

    int descriptor() const override { return m_socket.get(); }

    IoResult read(char *buffer, std::size_t size) override;
    IoResult write(std::string_view first, std::string_view second, bool isFollowed) override;
    IoResult sendFile(const FileDescriptor &file, std::int64_t offset, std::size_t length) override;
    void shutdownWrite() override;
    void abort() override;

private:
    FileDescriptor m_socket;
};

} // namespace lanyard::http
