// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/edgetable.h"

#include <algorithm>
#include <utility>

namespace lanyard::store {

void EdgeTable::set(ContentNumber parent, std::vector<ContentNumber> children)
{
    std::sort(children.begin(), children.end());
    children.erase(std::unique(children.begin(), children.end()), children.end());
    const auto known = this->children(parent);
    if (known && std::equal(known->begin(), known->end(), children.begin(), children.end()))
        return;
    m_ranges[parent] = {.first = static_cast<std::uint32_t>(m_children.size()),
                        .count = static_cast<std::uint32_t>(children.size())};
    m_children.insert(m_children.end(), children.begin(), children.end());
}

std::optional<std::span<const ContentNumber>> EdgeTable::children(ContentNumber parent) const
{
    const auto range = m_ranges.find(parent);
    if (range == m_ranges.end())
        return std::nullopt;
    return std::span(m_children).subspan(range->second.first, range->second.count);
}

} // namespace lanyard::store
