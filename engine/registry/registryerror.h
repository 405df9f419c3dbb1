// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "http/message.h"

#include <string_view>

namespace lanyard::registry {

/// The error codes of OCI distribution-spec 1.1 ("Error Codes") that a pull-only registry answers
/// with.
enum class RegistryError {
    BlobUnknown,
    DigestInvalid,
    ManifestUnknown,
    NameInvalid,
    NameUnknown,
    PageSizeInvalid,
    TagInvalid,
    Unsupported,
    TooManyRequests,
    Unavailable,
    UpstreamTimeout,
    UpstreamFailed,
    Internal,
};

/// The answer for `error`: its status and the OCI error JSON. `detail` tells the user what and
/// where; it may hold any bytes of the request.
http::Response errorResponse(RegistryError error, const Message &detail);

/// The answer for what an upstream or the disk came to. `unknown` is the code for NotFound.
/// RateLimited is 503 with Retry-After: 429 makes clients hammer instead of falling back.
http::Response errorResponse(const Error &error, RegistryError unknown);

} // namespace lanyard::registry
