// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/upstreamjournal.h"

#include <algorithm>
#include <utility>

namespace lanyard::journal {

namespace {

/// The first millisecond after it.
std::int64_t endMs(std::int64_t startedAtMs, std::int64_t durationUs)
{
    // The start is cut to milliseconds, too.
    return startedAtMs + durationUs / 1000 + 2;
}

bool namesContent(const QByteArray &path, const QByteArray &reference)
{
    return !reference.isEmpty() && path.endsWith(reference) &&
           path.chopped(reference.size()).endsWith('/');
}

bool isForSameContent(const RequestLabels &labels, const QByteArray &path)
{
    if (labels.kind == RequestKind::Tags)
        return path.endsWith("/tags/list");
    return namesContent(path, labels.reference) || namesContent(path, labels.digest);
}

} // namespace

bool mayHaveCaused(const RequestRecord &request, const UpstreamRecord &asked)
{
    const RequestLabels &labels = request.labels;
    if (labels.result == CacheResult::None || labels.result == CacheResult::Hit)
        return false;
    if (asked.registry != labels.upstream || asked.repository != labels.repository)
        return false;
    if (asked.startedAtMs >= endMs(request.startedAtMs, request.durationUs) ||
        request.startedAtMs >= endMs(asked.startedAtMs, asked.durationUs))
        return false;
    return asked.isForToken || isForSameContent(labels, asked.path);
}

UpstreamJournal::UpstreamJournal(std::size_t capacity)
    : m_capacity(std::max<std::size_t>(capacity, 1))
{
}

void UpstreamJournal::append(UpstreamRecord record)
{
    if (m_records.size() == m_capacity)
        m_records.pop_front();
    m_records.push_back(std::move(record));
}

QList<UpstreamRecord> UpstreamJournal::causedBy(const RequestRecord &request) const
{
    QList<UpstreamRecord> caused;
    for (auto record = m_records.crbegin(); record != m_records.crend(); ++record) {
        if (caused.size() == answerMax)
            break;
        if (mayHaveCaused(request, *record))
            caused.append(*record);
    }
    std::reverse(caused.begin(), caused.end());
    std::stable_sort(caused.begin(), caused.end(), [](const auto &left, const auto &right) {
        return left.startedAtMs < right.startedAtMs;
    });
    return caused;
}

} // namespace lanyard::journal
