// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <tl/expected.hpp>

#include <chrono>
#include <utility>

namespace lanyard {

/// The closed set of ways in which an expected operation fails. One table in registry/registryerror
/// turns a code into an HTTP status and an OCI error.
enum class ErrorCode {
    InvalidInput, ///< what the caller gave breaks a rule; the message says which and where
    NotFound,     ///< the answer is no: it is not there, or may not be seen
    RateLimited,  ///< upstream said 429; see Error::retryAfter
    Unreachable,  ///< no connection, or a connection that broke
    Offline,      ///< not asked: it could not be reached shortly before, or the user wants it so
    TimedOut,     ///< connected, but no answer in time
    BadUpstream,  ///< upstream answered something that is not the protocol, or with a 5xx
    Corrupt,      ///< bytes that do not have their digest
    Io,           ///< the disk refused
    NoRoom,       ///< the disk is full, or as full as it may be
    InUse,        ///< another process has it
    Cancelled,    ///< the engine stops, or the caller gave up
};

/// An expected failure: a value, safe to show and to log (it never holds a secret).
struct Error
{
    ErrorCode code = ErrorCode::Io;
    Message message = {};
    std::chrono::seconds retryAfter{0}; ///< for RateLimited and Offline; 0: nobody knows
    int upstreamStatus = 0;             ///< what upstream answered; 0 when there was no answer
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, Message message)
{
    return tl::unexpected<Error>(Error{.code = code, .message = std::move(message)});
}

} // namespace lanyard
