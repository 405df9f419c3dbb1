// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamstatus.h"
#include "core/clock.h"

namespace lanyard::test {

/// What a registry says of an account that may have 100 pulls in six hours.
inline PullBudget heardAt(WallTime now, const char *account, std::int64_t remaining)
{
    return {.account = QString::fromLatin1(account),
            .limit = 100,
            .remaining = remaining,
            .window = std::chrono::hours(6),
            .readAtMs = toEpochMs(now)};
}

} // namespace lanyard::test
