// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"
#include "http/peer.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lanyard::http {

/// Why a request is refused: the status to answer, and a sentence for people, of a literal.
struct Refusal
{
    int status = 0; ///< 0: not refused
    std::string_view message;
};

/// What a head says about the message and the connection around it.
struct Framing
{
    std::int64_t contentLength = 0; ///< of the body that follows; 0 as well where none does
    bool isChunked = false;         ///< then the body's length is not known
    bool expectsContinue = false;   ///< the client waits before it sends the body
    bool keepsAlive = true;         ///< the client can use the connection again
};

/// Reads the head of a request in place: the views of request() point into the bytes that were
/// parsed. One object parses one request after the other and keeps its memory. One thread.
///
/// Boost.Beast reads the syntax; on top of it stand the rules of RFC 9112 that keep two readers of
/// one byte stream from seeing different requests (§11.2): no bare LF, no obs-fold, one
/// Content-Length of digits only, none beside Transfer-Encoding, one valid Host.
class RequestParser
{
public:
    enum class Outcome {
        NeedsMore, ///< the head is not complete
        Complete,  ///< request(), framing() and headLength() hold
        Refused,   ///< refusal() holds; of request() method and target, if they could be told
    };

    /// `bytes` start where the request does. `scanned` is 0 for a new request, and kept by the
    /// caller while the same one grows.
    Outcome parse(std::string_view bytes, std::size_t &scanned);

    const Request &request() const { return m_request; }

    /// Whose request it is; the peer outlives it.
    void setClient(const Peer &peer)
    {
        m_request.client = {peer.address.constData(),
                            static_cast<std::size_t>(peer.address.size())};
        m_request.isTrusted = peer.isTrusted;
        m_request.asksLogin = peer.asksLogin;
    }

    const Framing &framing() const { return m_framing; }

    const Refusal &refusal() const { return m_refusal; }

    std::size_t headLength() const { return m_headLength; }

private:
    Outcome refuse(std::string_view bytes, Refusal refusal);
    void clearRequest();

    Request m_request;
    Framing m_framing;
    Refusal m_refusal;
    std::size_t m_headLength = 0;
};

} // namespace lanyard::http
