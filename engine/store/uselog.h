// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/indexchange.h"

#include <cstdint>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace lanyard::store {

/// When content was used last, and how often it was pulled, until that is written to the index: a
/// thousand uses between two writes are one row. Thread-safe.
class UseLog
{
public:
    /// Forgets uses of other content beyond limits::usesMax: last use is approximate.
    void note(RepositoryId repository, const Digest &digest, std::int64_t usedAtMs, bool isPull);

    struct Use
    {
        std::int64_t lastAtMs = 0; ///< since 1970-01-01 UTC; 0: it was not used
        std::uint32_t pulls = 0;
    };

    /// Of what was noted since the last take().
    Use use(RepositoryId repository, const Digest &digest) const;
    /// Everything noted since the last call.
    std::vector<ContentUsed> take();

private:
    struct Key
    {
        RepositoryId repository = 0;
        Digest digest;
        bool operator==(const Key &) const = default;
    };

    struct KeyHash
    {
        std::size_t operator()(const Key &key) const
        {
            return key.digest.hash() ^ (std::size_t{key.repository} << 32U);
        }
    };

    mutable std::mutex m_mutex;
    std::unordered_map<Key, Use, KeyHash> m_uses; // guarded by m_mutex
};

} // namespace lanyard::store
