// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace lanyard {

/// What did not fit, and was passed on without being stored.
struct StorageRefusal
{
    enum class Limit {
        Capacity, ///< of all content
        KeepFree, ///< what stays free on the disk
        Disk,     ///< the disk takes no more, as of a user over quota
    };

    Limit limit = Limit::Disk;
    std::int64_t bytes = 0; ///< the most that did not fit
    bool operator==(const StorageRefusal &) const = default;
};

/// What the cache takes of its disk, and what it may take; bytes. The disk is looked at every few
/// seconds.
struct DiskUse
{
    std::int64_t contentBytes = 0;             ///< stored
    std::int64_t unfinishedBytes = 0;          ///< of downloads that wait to be resumed
    std::optional<std::int64_t> capacityBytes; ///< of all content; nullopt: what the disk has
    std::int64_t keepFreeBytes = 0;            ///< on the disk, for others
    std::int64_t diskFreeBytes = 0;
    std::int64_t diskBytes = 0;            ///< 0: not known
    std::optional<StorageRefusal> refusal; ///< none: what is pulled is stored
    bool operator==(const DiskUse &) const = default;
};

} // namespace lanyard
