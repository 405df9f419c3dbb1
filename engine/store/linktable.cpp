// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/linktable.h"

#include <algorithm>

namespace lanyard::store {

namespace {

/// Where the link of `content` is in `rows`, or belongs.
template <typename Rows>
auto placeOf(Rows &rows, ContentNumber content)
{
    return std::lower_bound(rows.begin(), rows.end(), content,
                            [](const LinkRow &row, ContentNumber to) { return row.content < to; });
}

} // namespace

const LinkRow *LinkTable::find(ContentNumber content) const
{
    const auto place = placeOf(m_rows, content);
    return place == m_rows.end() || place->content != content ? nullptr : &*place;
}

std::span<const LinkRow> LinkTable::rowsFrom(ContentNumber first, std::size_t max) const
{
    const auto place = placeOf(m_rows, first);
    const auto rest = static_cast<std::size_t>(m_rows.end() - place);
    return {place, std::min(rest, max)};
}

bool LinkTable::add(const LinkRow &link)
{
    if (m_rows.empty() || m_rows.back().content < link.content) {
        m_rows.push_back(link);
        return true;
    }
    const auto place = placeOf(m_rows, link.content);
    if (place == m_rows.end() || place->content != link.content) {
        m_rows.insert(place, link);
        return true;
    }
    if (place->isManifest && !link.isManifest)
        return false;
    place->size = link.size;
    place->isManifest = link.isManifest;
    if (link.mediaType != MediaTypes::unknown)
        place->mediaType = link.mediaType;
    return false;
}

void LinkTable::setUsed(ContentNumber content, std::int64_t usedAtMs)
{
    const auto place = placeOf(m_rows, content);
    if (place != m_rows.end() && place->content == content)
        place->usedAtMs = usedAtMs;
}

std::vector<ContentNumber> LinkTable::remove(std::span<const ContentNumber> contents)
{
    std::vector<ContentNumber> removed;
    auto next = contents.begin();
    const auto isToGo = [&](const LinkRow &row) {
        while (next != contents.end() && *next < row.content)
            ++next;
        if (next == contents.end() || *next != row.content)
            return false;
        removed.push_back(row.content);
        return true;
    };
    auto kept = contents.empty() ? m_rows.end() : placeOf(m_rows, contents.front());
    for (auto row = kept; row != m_rows.end(); ++row) {
        if (!isToGo(*row))
            *kept++ = *row;
    }
    m_rows.erase(kept, m_rows.end());
    return removed;
}

} // namespace lanyard::store
