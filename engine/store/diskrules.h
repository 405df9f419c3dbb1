// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

/// How much a store may take: pure functions of what there is.
namespace lanyard::store {

/// What the user says of it; bytes.
struct DiskRules
{
    std::optional<std::int64_t> capacity; ///< of all content; nullopt: what the disk has
    std::optional<std::int64_t> keepFree; ///< on the disk, for others; nullopt: a default
};

/// All in bytes.
struct DiskState
{
    std::int64_t content = 0;     ///< stored: it can go
    std::int64_t downloads = 0;   ///< what the running ones have and will get: it cannot
    std::int64_t unallocated = 0; ///< of these: not taken from `diskFree` yet
    std::int64_t diskFree = 0;    ///< for this user
    std::int64_t diskSize = 0;
};

/// What stays free in any case: where nothing is said 5 GiB; never less than the index needs to
/// grow; of a small disk, both are a twentieth.
std::int64_t floorOf(const DiskRules &rules, std::int64_t diskSize);

/// How many more bytes may be stored now; negative: so many too much are.
std::int64_t spareBytes(const DiskState &state, const DiskRules &rules);

/// How many bytes of content have to go so that `wanted` more fit: 0: they fit; nullopt: they would
/// not if all of it went. What goes, goes down to the low water, so that the next ones fit.
std::optional<std::int64_t> bytesToEvict(const DiskState &state, const DiskRules &rules,
                                         std::int64_t wanted);

/// How many bytes have to go because high water is reached; 0: none.
std::int64_t bytesAboveHighWater(const DiskState &state, const DiskRules &rules);

} // namespace lanyard::store
