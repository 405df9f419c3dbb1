// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/clock.h"
#include "core/result.h"

#include <openssl/types.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lanyard::tls {

/// What connections are made from. Immutable, so thread-safe; those that use it keep it.
using ContextPointer = std::shared_ptr<SSL_CTX>;

struct LoadedContext
{
    ContextPointer context;
    /// What works, and should be mended: each says what to do.
    std::vector<Message> warnings;
};

/// Reads certificate, key and authorities, and sees whether they belong together. Blocks on the
/// disk. NotFound, InvalidInput or Io when they cannot be used; the message names the file, what is
/// wrong with it, and what to do.
Result<LoadedContext> loadContext(const TlsConfig &config, WallTime now);

/// How long the server's own certificate holds; nullopt: there is none.
struct Validity
{
    WallTime from;
    WallTime until;
};

std::optional<Validity> validityOf(const SSL_CTX *context);

/// Whether the authorities of clients can be read, where there are any. Errors as above.
Result<void> checkAuthorities(const TlsConfig &config);

} // namespace lanyard::tls
