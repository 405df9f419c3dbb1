// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <optional>
#include <string_view>

namespace lanyard::upstream {

/// What to do about an answer, by its status.
enum class AnswerKind { Success, Redirect, Unauthorized, Failure };

AnswerKind kindOf(int status);

/// What a failed status means to the one who asked: 401, 403 and 404 are NotFound, 429 is
/// RateLimited, everything else BadUpstream. `retryAfter` is the Retry-After field.
Error errorForStatus(const Message &registry, int status, std::string_view retryAfter,
                     WallTime now);

/// Whether the answer was that this may not be seen (401, 403, and what OAuth 2 answers), and not
/// that it is not there. Pure.
bool isDenial(const Error &error);

/// Whether the error is about what was shown to upstream, and so about what only the user of the
/// cache may know. Pure.
bool isAboutAccess(const Error &error);

/// Retry-After (RFC 9110 §10.2.3): seconds, or an HTTP-date in its preferred form. nullopt when it
/// is neither; 0 for a date that has passed; at most limits::retryAfterMax.
std::optional<std::chrono::seconds> parseRetryAfter(std::string_view field, WallTime now);

} // namespace lanyard::upstream
