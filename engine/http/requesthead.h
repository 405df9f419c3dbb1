// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace lanyard::http {

struct HeadScan
{
    enum class State {
        Incomplete, ///< more bytes are needed
        Complete,   ///< the first `length` bytes are a head, its empty line included
        Malformed,  ///< a line that no further byte can mend; `message` says what is wrong
    };

    State state = State::Incomplete;
    std::size_t length = 0;
    std::string_view message;
};

/// Looks for the end of a request's head in `bytes`, which start where the request does. Pure.
/// `scanned` is 0 at first; with the same bytes and more, it saves looking at them again.
///
/// Lines end with CRLF only, and none begins with white space: neither bare LF (RFC 9112 §2.2) nor
/// obs-fold (§5.2) is taken. One empty line before the request line is passed over (§2.2).
HeadScan scanHead(std::string_view bytes, std::size_t &scanned);

/// Method and target of a request that is refused, for the log: as far as they can be told.
struct RequestLineGuess
{
    std::string_view method;
    std::string_view target;
};

RequestLineGuess guessRequestLine(std::string_view bytes);

/// Whether `text` is a uri-host with an optional port (RFC 9110 §7.2), and not empty.
bool isHostAndPort(std::string_view text);

} // namespace lanyard::http
