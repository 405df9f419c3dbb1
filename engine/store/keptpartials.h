// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "store/folder.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace lanyard::store {

/// The unfinished downloads that lie in partial/ while nobody fills them: one of each content, at
/// most limits::keptPartialsMax. What it does not keep, it removes.
///
/// Thread-safe; may block on the disk.
class KeptPartials
{
public:
    struct Entry
    {
        std::string name; ///< of the file
        std::int64_t bytes = 0;
    };

    /// `folder` is partial/, and outlives it.
    explicit KeptPartials(const Folder &folder);

    /// Takes in what an earlier process has left, and removes all other files: what is no download,
    /// is older than limits::partialAgeMax at `nowMs` (since 1970-01-01 UTC), or is not wanted.
    /// Returns the highest number of their names.
    std::uint64_t takeStock(std::int64_t nowMs,
                            const std::function<bool(const Digest &)> &isWanted);

    /// Of two partials of one content, the longer one stays.
    void keep(const Digest &digest, Entry partial);
    /// It is the caller's from now on.
    std::optional<Entry> take(const Digest &digest);
    /// Of all together.
    std::int64_t bytes() const;
    /// Removes all.
    void clear();

private:
    const Folder &m_folder;
    mutable std::mutex m_mutex;
    std::unordered_map<Digest, Entry> m_entries; // guarded by m_mutex
};

} // namespace lanyard::store
