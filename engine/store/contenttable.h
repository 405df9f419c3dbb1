// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/catalogue.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace lanyard::store {

/// All digests that the store has heard of, each with a number and the size of its file: about
/// 65 bytes each, half of what a hash map of Digest takes. Grows only.
///
/// Not thread-safe; const members allocate nothing.
class ContentTable
{
public:
    ContentTable();

    std::optional<ContentNumber> find(const Digest &digest) const;
    /// The number of the digest, new or not.
    ContentNumber insert(const Digest &digest);

    std::size_t size() const { return m_size; }

    Digest digest(ContentNumber content) const;
    /// Bytes; nullopt: not stored.
    std::optional<std::int64_t> storedSize(ContentNumber content) const;
    void setStoredSize(ContentNumber content, std::optional<std::int64_t> size);

    /// Of all files that are stored.
    std::int64_t storedBytes() const { return m_storedBytes; }

    std::size_t storedCount() const { return m_storedCount; }

private:
    static constexpr std::size_t headBytes = 32;
    using Half = std::array<std::uint8_t, headBytes>;

    struct Entry
    {
        Half head{}; ///< all of a SHA-256, half of a SHA-512
        std::int64_t storedSize = 0;
    };

    /// Entries never move: growing copies none, and holds nobody up.
    static constexpr std::size_t entriesPerChunk = 4096;
    using Chunk = std::array<Entry, entriesPerChunk>;

    /// The hash beside the number spares a look at the entry, far away in memory, when another
    /// digest has the place.
    struct Slot
    {
        std::uint32_t hash = 0;
        ContentNumber content = freeSlot;
    };

    static constexpr ContentNumber freeSlot = UINT32_MAX;

    Entry &entry(ContentNumber content);
    const Entry &entry(ContentNumber content) const;
    bool matches(ContentNumber content, const Digest &digest) const;
    std::uint32_t hash(const Digest &digest) const;
    /// Where the digest is in m_slots, or the free place where it belongs.
    std::size_t slotOf(const Digest &digest, std::uint32_t hash) const;
    void grow();

    // Which digests a manifest names is for its author to choose: without a secret, he could choose
    // thousands that meet in one slot.
    const std::uint64_t m_seed;
    std::size_t m_size = 0;
    std::int64_t m_storedBytes = 0;
    std::size_t m_storedCount = 0;
    std::vector<std::unique_ptr<Chunk>> m_chunks;
    std::unordered_map<ContentNumber, Half> m_tails; ///< the second halves: of SHA-512 only
    std::vector<Slot> m_slots;                       ///< open addressing; a power of two
};

} // namespace lanyard::store
