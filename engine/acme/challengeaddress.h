// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/result.h"

#include <optional>
#include <vector>

namespace lanyard::acme {

/// Where the challenge of a certificate is answered; none with dns-01. Pure.
std::optional<ListenAddress> challengeAddressOf(const AcmeConfig &config);

/// Whether nobody has that address yet, and it may be had. Io says what to do.
Result<void> checkFree(const ListenAddress &address);

/// Whether those who come for the challenge come to a listener of this process, which has the
/// certificate and so can bring them on. InvalidInput, with what to do, when it is a listener that
/// cannot. Pure.
Result<bool> isAskedOfListener(const AcmeConfig &config,
                               const std::vector<ListenConfig> &listeners);

} // namespace lanyard::acme
