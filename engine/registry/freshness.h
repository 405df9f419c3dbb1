// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/tagrules.h"
#include "store/catalogue.h"

#include <cstdint>
#include <limits>
#include <optional>

namespace lanyard::registry {

inline constexpr std::int64_t freshForever = std::numeric_limits<std::int64_t>::max();

/// Until when a tag that upstream confirmed at `checkedAtMs` is served without asking again.
/// Pure. Times are milliseconds since 1970-01-01 UTC; freshForever for an immutable tag.
std::int64_t freshUntilMs(const AppliedRule &rule, std::int64_t checkedAtMs);

/// How long ago upstream said what a tag names; nullopt: it never did, the tag was imported. Pure.
std::optional<std::int64_t> ageSeconds(const store::TagState &tag, std::int64_t nowMs);

/// What upstream has instead of the manifest that a tag names here, so far as somebody has looked
/// since it was last asked for; nullopt: nothing else is known. Pure.
std::optional<Digest> newerUpstream(const std::optional<store::TagState> &tag,
                                    const std::optional<store::SeenTag> &seen);

/// What to do for a request of a tag.
enum class Verdict {
    Serve,      ///< the cached digest holds
    Revalidate, ///< ask upstream whether it still does (HEAD: not counted as a pull by Docker Hub)
    Fetch,      ///< nothing is cached
};

/// Decides between them. Pure. A clock that was set back (checked in the future) counts as not
/// checked at all.
Verdict judge(const std::optional<store::TagState> &tag, const AppliedRule &rule,
              std::int64_t nowMs);

} // namespace lanyard::registry
