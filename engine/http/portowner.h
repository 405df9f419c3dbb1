// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <string>

namespace lanyard::http {

/// Which program listens at an address, so that a second one cannot: "docker-registry (process
/// 4711)". Empty where the system does not say: of another user's program it tells nobody but root.
/// Blocks for a look at what all processes have open, by the kernel's words for it: a disk that
/// hangs does not hold it up.
std::string programListeningAt(const ListenAddress &address);

} // namespace lanyard::http
