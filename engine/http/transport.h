// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

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
/// socket: plain here. One thread. Its end is the end of the connection.
class Transport
{
public:
    virtual ~Transport() = default;

    /// What to watch for readiness; owned here.
    virtual int descriptor() const = 0;

    virtual IoResult read(char *buffer, std::size_t size) = 0;

    /// Whether bytes have arrived that the descriptor does not tell of any more: read() has them.
    virtual bool hasInput() const { return false; }

    /// Whether read() can go on only when the descriptor takes bytes: those of a handshake.
    virtual bool readsWhenWritable() const { return false; }

    /// Whether both sides have agreed how they speak.
    virtual bool isEstablished() const { return true; }

    /// Sends two pieces as one. `isFollowed`: more will be sent at once, so a segment that is not
    /// full may wait for it.
    virtual IoResult write(std::string_view first, std::string_view second, bool isFollowed) = 0;

    /// Sends up to `length` bytes of `file` from `offset`.
    virtual IoResult sendFile(const FileDescriptor &file, std::int64_t offset,
                              std::size_t length) = 0;

    /// Whether somebody else goes on with the connection, of which this is the end here.
    virtual bool isHandedOver() const { return false; }

    /// Says that no more will be sent; what was sent still arrives.
    virtual void shutdownWrite() = 0;

    /// Makes the end, when this object goes, an error for the peer: what it got is not the whole.
    virtual void abort() = 0;
};

/// Makes the closing of a socket reset its connection, in place of ending it.
void resetAtClose(const FileDescriptor &socket);

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

/// How the connections of a listener speak. Thread-safe.
class TransportFactory
{
public:
    virtual ~TransportFactory() = default;

    /// `socket` is connected and non-blocking. `buffer` is for bytes on their way out; it outlives
    /// the transport, and is shared with others of the same thread. nullptr: there is no memory.
    virtual std::unique_ptr<Transport> make(FileDescriptor socket,
                                            std::vector<char> &buffer) const = 0;

    /// Whether clients that are not served may come as far as makeForStranger(), for now.
    virtual bool admitsStrangers() const { return false; }

    /// For one of those: a transport that reads nothing for HTTP. nullptr: it is closed.
    virtual std::unique_ptr<Transport> makeForStranger(FileDescriptor /*socket*/) const
    {
        return nullptr;
    }
};

} // namespace lanyard::http
