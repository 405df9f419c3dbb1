// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/evictor.h"

#include <utility>

namespace lanyard::store {

Evictor::Evictor(DiskPool &pool, const Eviction::Parts &parts)
    : m_pool(pool)
    , m_parts(parts)
{
}

void Evictor::start(Request request)
{
    const std::uint64_t id = ++m_lastId;
    m_open.emplace(id, Callbacks{.planned = std::move(request.planned),
                                 .finished = std::move(request.finished)});
    const auto job =
        std::make_shared<Job>(Job{.id = id,
                                  .isDryRun = request.isDryRun,
                                  .isPlanned = false,
                                  .eviction = Eviction(m_parts, std::move(request.terms))});
    m_pool.start([this, job] { work(job); });
}

std::int64_t Evictor::free(std::int64_t bytes)
{
    if (m_parts.blobs.readOnlyReason())
        return 0;
    Eviction eviction(m_parts, {.wantedBytes = bytes,
                                .chosen = {},
                                .takesUnlinked = false,
                                .takesPinned = false,
                                .namesSharers = false,
                                .nowMs = 0,
                                .isInUse = nullptr});
    eviction.plan();
    while (!m_isStopped && eviction.step()) {
    }
    return eviction.outcome().freedBytes;
}

/// Disk pool; one step.
void Evictor::work(const std::shared_ptr<Job> &job)
{
    if (m_isStopped)
        return;
    const auto &readOnly = m_parts.blobs.readOnlyReason();
    bool isOver = false;
    if (!std::exchange(job->isPlanned, true)) {
        tellPlan(job->id, job->eviction.plan());
        isOver = job->isDryRun || readOnly;
    } else {
        isOver = !job->eviction.step();
    }
    if (!isOver)
        m_pool.start([this, job] { work(job); });
    else if (readOnly && !job->isDryRun)
        tellEnd(job->id, tl::unexpected<Error>(*readOnly));
    else
        tellEnd(job->id, job->eviction.outcome());
}

void Evictor::tellPlan(std::uint64_t id, const EvictionPlan &plan)
{
    // A copy: the eviction goes on with its own.
    m_news.post([this, id, plan] {
        const auto callbacks = m_open.find(id);
        if (callbacks != m_open.end() && callbacks->second.planned)
            callbacks->second.planned(plan);
    });
}

void Evictor::tellEnd(std::uint64_t id, const Result<EvictionOutcome> &outcome)
{
    m_news.post([this, id, outcome] {
        const auto node = m_open.extract(id);
        if (!node.empty() && node.mapped().finished)
            node.mapped().finished(outcome);
    });
}

} // namespace lanyard::store
