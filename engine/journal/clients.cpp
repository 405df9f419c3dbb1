// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/clients.h"

#include <algorithm>
#include <utility>

namespace lanyard::journal {

namespace {

bool isForContent(const RequestRecord &record)
{
    return record.labels.kind == RequestKind::Manifest || record.labels.kind == RequestKind::Blob;
}

/// What a request for content came to, for its client.
enum class Outcome {
    Served,
    Refused, ///< it goes to the registry itself
    Absent,  ///< the registry says that there is none: nobody else has it either
    Asked,   ///< for its user and password: it may come again with them
};

Outcome outcomeOf(const RequestRecord &record)
{
    constexpr int notModified = 304;
    constexpr int unauthorized = 401;
    constexpr int notFound = 404;
    if ((record.status >= 200 && record.status < 300) || record.status == notModified)
        return Outcome::Served;
    if (record.status == unauthorized)
        return Outcome::Asked;
    // What it may not have here, it may be given with its own credentials.
    const bool isAbsent =
        record.status == notFound && !record.labels.upstream.isEmpty() && !record.labels.isDenied;
    return isAbsent ? Outcome::Absent : Outcome::Refused;
}

void noteForm(std::vector<RequestForm> &forms, RequestForm form)
{
    if (form == RequestForm::None || (!forms.empty() && forms.back() == form))
        return;
    std::erase(forms, form);
    forms.push_back(form);
}

void countContent(ClientSummary &client, const RequestRecord &record)
{
    if (isHit(record.labels.result))
        ++client.hits;
    else if (record.labels.result == CacheResult::Miss)
        ++client.misses;
    const Outcome outcome = outcomeOf(record);
    if (outcome == Outcome::Served)
        client.bytesServed += static_cast<std::uint64_t>(record.bodyBytes);
    client.isServed = outcome == Outcome::Served || outcome == Outcome::Absent;
    if (outcome != Outcome::Refused)
        return;
    ++client.fallbacks;
    client.lastFallback = ClientSummary::Fallback{.atMs = record.startedAtMs,
                                                  .status = record.status,
                                                  .upstream = record.labels.upstream,
                                                  .repository = record.labels.repository,
                                                  .reference = record.labels.reference};
}

} // namespace

Clients::Clients(std::size_t max)
    : m_max(max)
{
}

void Clients::count(const RequestRecord &record)
{
    const std::lock_guard lock(m_mutex);
    ClientSummary &client = clientOf(record);
    ++client.requests;
    client.lastSeenMs = std::max(client.lastSeenMs, record.startedAtMs);
    if (client.user != record.labels.user)
        client.user = record.labels.user;
    noteForm(client.forms, record.labels.form);
    if (isForContent(record))
        countContent(client, record);
}

ClientSummary &Clients::clientOf(const RequestRecord &record)
{
    const Key key{.address = record.client, .userAgent = record.userAgent};
    if (const auto known = m_clients.find(key); known != m_clients.end())
        return known->second;
    if (m_clients.size() >= m_max)
        forgetOldest();
    ClientSummary client;
    client.address = record.client;
    client.userAgent = record.userAgent;
    client.firstSeenMs = record.startedAtMs;
    return m_clients.emplace(key, std::move(client)).first->second;
}

/// Rare: only somebody who makes up names brings so many.
void Clients::forgetOldest()
{
    const auto oldest =
        std::min_element(m_clients.begin(), m_clients.end(), [](const auto &a, const auto &b) {
            return a.second.lastSeenMs < b.second.lastSeenMs;
        });
    if (oldest != m_clients.end())
        m_clients.erase(oldest);
}

QList<ClientSummary> Clients::all() const
{
    const std::lock_guard lock(m_mutex);
    QList<ClientSummary> clients;
    clients.reserve(static_cast<qsizetype>(m_clients.size()));
    for (const auto &[key, client] : m_clients)
        clients += client;
    return clients;
}

} // namespace lanyard::journal
