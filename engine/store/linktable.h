// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/catalogue.h"
#include "store/mediatypes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lanyard::store {

/// A link of a repository to content, as it is held in memory.
struct LinkRow
{
    std::int64_t size = 0;
    std::int64_t usedAtMs = 0;
    ContentNumber content = 0;
    MediaTypes::Number mediaType = MediaTypes::unknown;
    bool isManifest = false;
};

/// The links of one repository, ascending by content: 24 bytes each. New content has the highest
/// number, so that most insertions are at the end.
///
/// Not thread-safe; looking up allocates nothing.
class LinkTable
{
public:
    const LinkRow *find(ContentNumber content) const;

    const std::vector<LinkRow> &rows() const { return m_rows; }

    /// At most `max` rows, from the one with `first` or the next higher number on.
    std::span<const LinkRow> rowsFrom(ContentNumber first, std::size_t max) const;

    /// Whether there was none for this content. Else what is known better stays: a manifest that
    /// was fetched came with its type and size, and what others say of it is hearsay.
    bool add(const LinkRow &link);
    /// What is said last counts: the time before may be of a clock that was wrong.
    void setUsed(ContentNumber content, std::int64_t usedAtMs);
    /// Takes out those of `contents`, which is ascending, that are there; returns them. One pass,
    /// however many they are.
    std::vector<ContentNumber> remove(std::span<const ContentNumber> contents);

private:
    std::vector<LinkRow> m_rows;
};

} // namespace lanyard::store
