// SPDX-License-Identifier: GPL-3.0-or-later
#include "pullgrouping.h"

#include <algorithm>
#include <string>
#include <vector>

namespace lanyard::ui {

namespace {

std::int64_t endMs(const RequestRecord &record)
{
    return record.startedAtMs + record.durationUs / 1000;
}

/// Who pulls what.
std::string keyOf(const RequestRecord &record)
{
    std::string key;
    for (const QByteArray &part :
         {record.client, record.userAgent, record.labels.upstream, record.labels.repository}) {
        key.append(part.constData(), static_cast<std::size_t>(part.size()));
        key += '\n';
    }
    return key;
}

bool isOfPulls(RequestKind kind)
{
    return kind == RequestKind::Manifest || kind == RequestKind::Blob ||
           kind == RequestKind::Referrers;
}

/// Of a manifest by its tag; empty: it is none, or by digest.
QByteArray tagOf(const RequestRecord &record)
{
    const bool isTag =
        record.labels.kind == RequestKind::Manifest && !record.labels.reference.contains(':');
    return isTag ? record.labels.reference : QByteArray();
}

/// How much a person wants to know of it.
int weight(CacheResult result)
{
    switch (result) {
    case CacheResult::None:
        return 0;
    case CacheResult::Hit:
        return 1;
    case CacheResult::Revalidated:
        return 2;
    case CacheResult::Collapsed:
        return 3;
    case CacheResult::Miss:
        return 4;
    case CacheResult::Stale:
        return 5;
    case CacheResult::Failed:
        return 6;
    }
    return 0;
}

bool isFromUpstream(CacheResult result)
{
    return result == CacheResult::Miss || result == CacheResult::Collapsed;
}

bool isFromStore(CacheResult result)
{
    return result == CacheResult::Hit || result == CacheResult::Revalidated ||
           result == CacheResult::Stale;
}

} // namespace

void addTo(PullSummary &summary, const RequestRecord &record)
{
    const RequestLabels &labels = record.labels;
    if (summary.requests == 0) {
        summary.client = record.client;
        summary.user = labels.user;
        summary.userAgent = record.userAgent;
        summary.upstream = labels.upstream;
        summary.repository = labels.repository;
        summary.reference = labels.reference;
        summary.startedAtMs = record.startedAtMs;
    }
    // Clients that ask by digest first, and by tag then: the tag is what a person knows.
    if (const QByteArray tag = tagOf(record); !tag.isEmpty() && summary.reference.contains(':'))
        summary.reference = tag;
    ++summary.requests;
    summary.startedAtMs = std::min(summary.startedAtMs, record.startedAtMs);
    summary.endedAtMs = std::max(summary.endedAtMs, endMs(record));
    summary.bodyBytes += record.bodyBytes;
    if (isFromStore(labels.result))
        ++summary.hits;
    else if (isFromUpstream(labels.result))
        ++summary.misses;
    if (labels.result == CacheResult::Failed || !record.isComplete)
        ++summary.failures;
    if (weight(labels.result) > weight(summary.worst))
        summary.worst = labels.result;
    summary.worstStatus = std::max(summary.worstStatus, record.status);
    summary.isPrivate = summary.isPrivate || labels.isPrivate;
}

PullGrouping::Place PullGrouping::placeOf(const RequestRecord &record)
{
    const RequestLabels &labels = record.labels;
    if (!isOfPulls(labels.kind) || labels.repository.isEmpty())
        return {.number = ++m_lastNumber, .isPull = false};
    const std::string key = keyOf(record);
    const auto known = m_pulls.find(key);
    const bool isNext = known != m_pulls.end() && continues(known->second, record);
    if (!isNext && labels.kind != RequestKind::Manifest)
        return {.number = ++m_lastNumber, .isPull = false};
    if (!isNext && known == m_pulls.end())
        makeRoom();
    Pull &pull = isNext ? known->second : m_pulls[key];
    if (!isNext)
        pull = {.number = ++m_lastNumber};
    if (pull.tag.isEmpty())
        pull.tag = tagOf(record);
    pull.endedAtMs = std::max(pull.endedAtMs, endMs(record));
    pull.hasContent = pull.hasContent || labels.kind == RequestKind::Blob;
    ++pull.requests;
    return {.number = pull.number, .isPull = true};
}

bool PullGrouping::continues(const Pull &pull, const RequestRecord &record)
{
    if (record.startedAtMs - pull.endedAtMs > pauseMs || pull.requests >= requestsMax)
        return false;
    const QByteArray tag = tagOf(record);
    if (tag.isEmpty())
        return true;
    return !pull.hasContent && (pull.tag.isEmpty() || pull.tag == tag);
}

/// Forgets the half of them that ended first.
void PullGrouping::makeRoom()
{
    if (m_pulls.size() < pullsMax)
        return;
    std::vector<std::int64_t> ends;
    ends.reserve(m_pulls.size());
    for (const auto &[key, pull] : m_pulls)
        ends.push_back(pull.endedAtMs);
    const auto middle = ends.begin() + static_cast<std::ptrdiff_t>(ends.size() / 2);
    std::nth_element(ends.begin(), middle, ends.end());
    std::erase_if(m_pulls,
                  [limit = *middle](const auto &each) { return each.second.endedAtMs <= limit; });
}

} // namespace lanyard::ui
