// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filedescriptor.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace lanyard::test {

/// An answer as it came over the wire.
struct RawAnswer
{
    int status = 0; ///< 0: none came
    std::string head;
    std::string body;

    /// The value of the first field of that name, case ignored; empty where there is none.
    std::string field(std::string_view name) const;
    bool hasField(std::string_view name) const;
};

/// A client that sends exactly the bytes it is given and reads what comes. Blocking, with a
/// timeout after which a test fails: for servers that run on other threads.
class RawHttpClient
{
public:
    enum class End {
        Closed, ///< the server closed the connection
        Reset,  ///< the server cut it
        Open,   ///< nothing came within the timeout
    };

    /// Connects to 127.0.0.1. `receiveBufferBytes` > 0 bounds what the kernel takes for a reader
    /// that does not read. `source`: the address it comes from, of 127.0.0.0/8; empty: any.
    explicit RawHttpClient(std::uint16_t port, int receiveBufferBytes = 0,
                           const std::string &source = {});
    virtual ~RawHttpClient() = default;
    RawHttpClient(RawHttpClient &&) = default;
    RawHttpClient &operator=(RawHttpClient &&) = default;

    bool isConnected() const { return m_socket.isValid(); }

    /// All of it; false when the connection broke.
    virtual bool send(std::string_view bytes);
    /// One answer with the body that Content-Length says, or without (to HEAD, 204, 304).
    RawAnswer readAnswer();
    RawAnswer readAnswerToHead();
    /// `count` bytes, or what came before the end.
    std::string read(std::size_t count);
    /// Reads to the end, and throws the bytes away.
    End readToEnd();

    void shutdownWrite();
    /// Leaves by RST.
    void reset();

protected:
    int descriptor() const { return m_socket.get(); }

    /// Has more bytes taken; false at the end and after the timeout.
    virtual bool receive();

    void take(std::string_view bytes) { m_received.append(bytes); }

    void end(End end) { m_end = end; }

private:
    RawAnswer readHead();

    FileDescriptor m_socket;
    std::string m_received;
    End m_end = End::Open;
};

} // namespace lanyard::test
