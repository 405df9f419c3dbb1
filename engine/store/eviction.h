// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/blobstore.h"
#include "store/contentuse.h"
#include "store/evictionplan.h"
#include "store/ledger.h"
#include "store/uselog.h"

#include <cstddef>
#include <cstdint>

namespace lanyard::store {

/// What has gone.
struct EvictionOutcome
{
    std::size_t images = 0; ///< and tags, where only those went
    std::size_t files = 0;
    std::int64_t freedBytes = 0;
};

/// One eviction at work: makes the plan, then carries it out step by step. Of each image, links and
/// tags go first, in the catalogue and in the index, and when they are written, the files: who is
/// killed in between leaves files that nobody has, which a later eviction takes. What has changed
/// since the plan was made is left alone, and planned anew.
///
/// One thread at a time; blocks on the disk. Several at once do each other no harm.
class Eviction
{
public:
    /// All outlive it.
    struct Parts
    {
        BlobStore &blobs;
        Ledger &ledger;
        UseLog &uses;
        ContentUse &inUse;
        const Clock &clock;
    };

    /// `terms` without the time and what is in use.
    Eviction(const Parts &parts, EvictionTerms terms);

    /// Looks at everything that is stored; a second for a million pieces.
    const EvictionPlan &plan();
    /// Does a little of the plan. False: there is no more to do.
    bool step();

    const EvictionOutcome &outcome() const { return m_outcome; }

private:
    void unlinkSome(const EvictionPlan::Image &image);
    void removeSome(const EvictionPlan::Image &image);
    void next();
    bool planAgain();

    const Parts m_parts;
    const std::int64_t m_wantedBytes;
    EvictionTerms m_terms;
    EvictionPlan m_plan;
    EvictionOutcome m_outcome;
    int m_rounds = 0;
    bool m_hasSkipped = false; ///< something has changed, in this round
    std::size_t m_image = 0;   ///< the one at work, in the plan
    bool m_isUnlinked = false; ///< all of its links have gone
    std::size_t m_link = 0;    ///< its next one
    std::size_t m_file = 0;    ///< its next one
};

} // namespace lanyard::store
