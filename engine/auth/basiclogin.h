// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lanyard::auth {

/// What a client says who it is. A secret: never shown and never logged.
struct BasicLogin
{
    std::string user;
    std::string password;
};

/// Reads the value of an Authorization field (RFC 7617 §2): "Basic", in any case, blanks, and the
/// base64 (RFC 4648 §4, with its padding) of user, colon and password. Nothing when it is another
/// scheme, malformed, has control characters or is longer than limits::authorizationBytesMax. Pure.
std::optional<BasicLogin> parseBasicLogin(std::string_view value);

/// The challenge of that scheme (RFC 7617 §2.1): the value of WWW-Authenticate. What of `realm`
/// cannot be in a quoted string (RFC 9110 §5.6.4) becomes a blank. Pure.
std::string basicChallenge(std::string_view realm);

} // namespace lanyard::auth
