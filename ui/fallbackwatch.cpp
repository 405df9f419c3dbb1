// SPDX-License-Identifier: GPL-3.0-or-later
#include "fallbackwatch.h"

#include "uilimits.h"

#include <algorithm>

namespace lanyard::ui {

namespace {

bool isFallBack(const RequestRecord &record)
{
    const RequestLabels &labels = record.labels;
    const bool asksForContent =
        labels.kind == RequestKind::Manifest || labels.kind == RequestKind::Blob;
    return asksForContent && !labels.upstream.isEmpty() &&
           (record.status == 404 || record.status == 429 || record.status >= 500);
}

} // namespace

void FallbackWatch::add(const QList<RequestRecord> &records)
{
    for (const RequestRecord &record : records) {
        if (!isFallBack(record))
            continue;
        FallenBackClient client{.client = record.client,
                                .requests = 1,
                                .labels = record.labels,
                                .status = record.status,
                                .lastAtMs = record.startedAtMs};
        const auto known =
            std::find_if(m_clients.begin(), m_clients.end(),
                         [&](const FallenBackClient &one) { return one.client == record.client; });
        if (known != m_clients.end()) {
            const bool isRecent = record.startedAtMs - known->lastAtMs <
                                  std::chrono::milliseconds(limits::fallBackKept).count();
            if (isRecent)
                client.requests += known->requests;
            m_clients.erase(known);
        }
        m_clients.prepend(client);
        if (m_clients.size() > limits::fallenBackClients)
            m_clients.removeLast();
    }
}

QList<FallenBackClient> FallbackWatch::clients(std::int64_t nowMs) const
{
    QList<FallenBackClient> recent;
    std::ranges::copy_if(m_clients, std::back_inserter(recent),
                         [nowMs](const FallenBackClient &client) {
                             return nowMs - client.lastAtMs <
                                    std::chrono::milliseconds(limits::fallBackKept).count();
                         });
    return recent;
}

} // namespace lanyard::ui
