// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/eviction.h"

#include "core/limits.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace lanyard::store {

namespace {

/// The next ones of `all`, from `at` on, which goes on to what comes after them.
std::vector<Digest> take(const std::vector<Digest> &all, std::size_t &at, std::size_t max)
{
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(at);
    at = std::min(all.size(), at + max);
    return {first, all.begin() + static_cast<std::ptrdiff_t>(at)};
}

} // namespace

Eviction::Eviction(const Parts &parts, EvictionTerms terms)
    : m_parts(parts)
    , m_wantedBytes(terms.wantedBytes)
    , m_terms(std::move(terms))
{
}

const EvictionPlan &Eviction::plan()
{
    ++m_rounds;
    m_hasSkipped = false;
    m_image = 0;
    m_terms.nowMs = toEpochMs(m_parts.clock.wallNow());
    m_parts.ledger.setUsed(m_parts.uses.take());
    const auto inUse = m_parts.inUse.inUse();
    m_terms.isInUse = [&inUse](const Digest &digest) {
        return inUse.contains(digest);
    };
    m_plan = planEviction(surveyImages(m_parts.ledger.catalogue()), m_terms);
    m_terms.isInUse = nullptr;
    return m_plan;
}

bool Eviction::step()
{
    if (m_image == m_plan.images.size())
        return planAgain();
    const EvictionPlan::Image &image = m_plan.images[m_image];
    if (!m_isUnlinked)
        unlinkSome(image);
    else
        removeSome(image);
    return true;
}

void Eviction::unlinkSome(const EvictionPlan::Image &image)
{
    if (image.repository) {
        const bool isFirst = m_link == 0;
        const bool isDone = m_parts.ledger.remove(
            {.repository = *image.repository,
             .revision = image.revision,
             .tags = isFirst ? image.tags : std::vector<std::string>(),
             .pins = isFirst ? image.pins : std::vector<std::string>(),
             .contents = take(image.links, m_link, limits::catalogueStepMax)});
        if (!isDone) {
            m_hasSkipped = true;
            next();
            return;
        }
        m_parts.ledger.awaitWritten();
    }
    m_isUnlinked = m_link == image.links.size();
    if (!m_isUnlinked)
        return;
    if (image.reason != EvictionPlan::Reason::NoImage)
        ++m_outcome.images;
    if (image.files.empty())
        next();
}

void Eviction::removeSome(const EvictionPlan::Image &image)
{
    const std::vector<Digest> files = take(image.files, m_file, limits::evictionStepMax);
    const BlobStore::Removal removal(m_parts.blobs, files);
    std::vector<std::pair<Digest, std::int64_t>> swept;
    for (const Digest &digest : files) {
        // Who begins to read or bring it after this look finds it in the catalogue no more.
        const auto size =
            m_parts.inUse.isInUse(digest) ? std::nullopt : m_parts.ledger.sweep(digest);
        if (size)
            swept.emplace_back(digest, *size);
    }
    m_parts.ledger.awaitWritten();
    for (const auto &[digest, size] : swept) {
        if (!removal.remove(digest))
            continue;
        ++m_outcome.files;
        m_outcome.freedBytes += size;
    }
    if (m_file == image.files.size())
        next();
}

void Eviction::next()
{
    ++m_image;
    m_isUnlinked = false;
    m_link = 0;
    m_file = 0;
}

/// For what was left alone in this round.
bool Eviction::planAgain()
{
    if (!m_hasSkipped || m_rounds == limits::evictionRoundsMax)
        return false;
    m_terms.wantedBytes = m_wantedBytes - m_outcome.freedBytes;
    plan();
    return !m_plan.images.empty();
}

} // namespace lanyard::store
