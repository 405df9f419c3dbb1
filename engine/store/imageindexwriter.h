// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "store/blobstore.h"
#include "store/ledger.h"

#include <atomic>
#include <cstdint>
#include <mutex>

namespace lanyard::store {

/// Keeps index.json up to date. The whole file is written anew each time, which costs more the more
/// images there are; so the pause before the next time grows with what the last one took, and
/// writing takes a few per cent of one processor at most.
///
/// Thread-safe.
class ImageIndexWriter
{
public:
    /// All outlive it.
    ImageIndexWriter(const BlobStore &blobs, Ledger &ledger, const Clock &clock);

    /// Whether something has changed, and the pause is over.
    bool isDue() const;
    /// Writes it when something has changed; blocks on the disk.
    Result<void> write();

private:
    const BlobStore &m_blobs;
    Ledger &m_ledger;
    const Clock &m_clock;
    /// The ledger's when writing began last. 0: it is written once after each start, because the
    /// process before may not have come to it.
    std::atomic<std::uint64_t> m_revision{0};
    std::atomic<SteadyTime> m_pauseEnd{SteadyTime::min()};
    std::mutex m_writing; ///< held by the one that writes
};

} // namespace lanyard::store
