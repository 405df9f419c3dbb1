// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"

#include <algorithm>
#include <utility>

namespace lanyard::journal {

namespace {

/// The ring is held for the whole run: without a bound, 10,000 hostile targets of 8 KiB would be.
void shorten(QByteArray &text)
{
    constexpr auto bytesMax = static_cast<qsizetype>(limits::journalTextBytesMax);
    if (text.size() > bytesMax)
        text = text.left(bytesMax) + QByteArrayLiteral("...");
}

} // namespace

Journal::Journal(std::size_t capacity)
    : m_capacity(std::max<std::size_t>(capacity, 1))
{
}

void Journal::append(RequestRecord &&record)
{
    RequestRecord kept = std::move(record);
    shorten(kept.target);
    shorten(kept.userAgent);
    // After the swap `kept` is the oldest record, which is freed when the lock is gone.
    const std::lock_guard lock(m_mutex);
    kept.id = ++m_lastId;
    if (m_ring.size() < m_capacity)
        m_ring.push_back(std::move(kept));
    else
        std::swap(m_ring[(m_lastId - 1) % m_capacity], kept);
}

QList<RequestRecord> Journal::since(std::uint64_t afterId, int max) const
{
    QList<RequestRecord> records;
    const std::lock_guard lock(m_mutex);
    if (max <= 0 || afterId >= m_lastId)
        return records;
    const std::uint64_t count = std::min(
        {m_lastId - afterId, std::uint64_t{m_ring.size()}, static_cast<std::uint64_t>(max)});
    records.reserve(static_cast<qsizetype>(count));
    for (std::uint64_t id = m_lastId - count + 1; id <= m_lastId; ++id)
        records.append(m_ring[(id - 1) % m_capacity]);
    return records;
}

} // namespace lanyard::journal
