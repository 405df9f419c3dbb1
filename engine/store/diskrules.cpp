// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/diskrules.h"

#include "core/limits.h"

#include <algorithm>

namespace lanyard::store {

namespace {

/// What may be stored at most, now.
std::int64_t ceilingOf(const DiskState &state, const DiskRules &rules)
{
    return std::max<std::int64_t>(state.content + state.downloads + spareBytes(state, rules), 0);
}

/// By how much `spare` falls short of what is free at `percent`.
std::int64_t shortOf(std::int64_t ceiling, std::int64_t spare, int percent)
{
    return ceiling / 100 * (100 - percent) - spare;
}

} // namespace

std::int64_t floorOf(const DiskRules &rules, std::int64_t diskSize)
{
    const std::int64_t share = diskSize / limits::keepFreeShareMax;
    const std::int64_t said =
        rules.keepFree.value_or(std::min(limits::keepFreeBytesDefault, share));
    return std::max(said, std::min(limits::keepFreeBytesMin, share));
}

std::int64_t spareBytes(const DiskState &state, const DiskRules &rules)
{
    const std::int64_t onDisk = state.diskFree - state.unallocated - floorOf(rules, state.diskSize);
    return rules.capacity ? std::min(*rules.capacity - state.content - state.downloads, onDisk)
                          : onDisk;
}

std::optional<std::int64_t> bytesToEvict(const DiskState &state, const DiskRules &rules,
                                         std::int64_t wanted)
{
    const std::int64_t spare = spareBytes(state, rules);
    if (wanted <= spare)
        return 0;
    if (wanted > spare + state.content)
        return std::nullopt;
    const std::int64_t toLowWater =
        shortOf(ceilingOf(state, rules), spare - wanted, limits::evictToPercent);
    return std::min(std::max(wanted - spare, toLowWater), state.content);
}

std::int64_t bytesAboveHighWater(const DiskState &state, const DiskRules &rules)
{
    const std::int64_t spare = spareBytes(state, rules);
    const std::int64_t ceiling = ceilingOf(state, rules);
    if (shortOf(ceiling, spare, limits::evictAbovePercent) <= 0)
        return 0;
    return std::min(shortOf(ceiling, spare, limits::evictToPercent), state.content);
}

} // namespace lanyard::store
