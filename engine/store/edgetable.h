// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/contenttable.h"

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace lanyard::store {

/// Which manifest names which content. A manifest is its bytes, so what it names never changes and
/// is the same in every repository. 4 bytes for each that is named, some 40 for each manifest.
///
/// Not thread-safe.
class EdgeTable
{
public:
    /// Sets what a manifest names. Its order, and how often it names the same, are lost. What was
    /// there before, if it was something else, takes its memory still: that was a mistake, and
    /// rare.
    void set(ContentNumber parent, std::vector<ContentNumber> children);

    /// Ascending, valid until the next set(); nullopt: not known.
    std::optional<std::span<const ContentNumber>> children(ContentNumber parent) const;

private:
    struct Range
    {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    std::vector<ContentNumber> m_children; ///< of one manifest after the other
    std::unordered_map<ContentNumber, Range> m_ranges;
};

} // namespace lanyard::store
