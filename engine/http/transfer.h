// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "http/transport.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace lanyard::http {

/// One answer on its way out: a head and a body, sent in the order of the wire as far as the
/// transport takes it. It holds no bytes of a file. One thread.
class Transfer
{
public:
    enum class Progress : std::uint8_t {
        Done,         ///< all of it was handed to the transport
        Blocked,      ///< the transport takes no more now
        TurnOver,     ///< limits::sendTurnBytes were sent: others have their turn
        AwaitsFile,   ///< the growing file has no more bytes yet
        Cut,          ///< the body cannot be sent to its end; the client must see that
        Disconnected, ///< the transport failed
    };

    /// Begins an answer and sends what goes out at once. `head` is copied only as far as it is not
    /// sent.
    Progress begin(Transport &transport, std::string_view head, Body body);
    /// Goes on after anything but Done, Cut and Disconnected.
    Progress resume(Transport &transport);
    /// After AwaitsFile: as GrowingFile::Reader::await().
    bool awaitFile(GrowingFile::Waker waker);
    /// Lets go of the body.
    void end();

    /// Grows whenever the transport takes something.
    std::int64_t sentBytes() const { return m_sentBytes; }

    std::int64_t sentBodyBytes() const { return m_bodyOffset; }

private:
    Progress sendMemory(Transport &transport, std::string_view head, std::string_view body);
    Progress sendFile(Transport &transport);
    Progress sendGrowing(Transport &transport);
    Progress sendRange(Transport &transport, const FileDescriptor &file, std::int64_t position,
                       std::int64_t length);

    std::string m_head; // what is left of it
    Body m_body;
    std::int64_t m_bodyLength = 0;
    std::int64_t m_bodyOffset = 0; // how much of the body is sent
    std::int64_t m_sentBytes = 0;
    std::int64_t m_turnBytes = 0;
};

} // namespace lanyard::http
