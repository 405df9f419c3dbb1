// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "store/blobstore.h"
#include "store/catalogue.h"

#include <atomic>
#include <functional>
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
    /// Called when a new index.json is in its place, with the catalogue as it was before writing
    /// began or newer.
    using OnWritten = std::function<void(const FileStamp &stamp)>;

    /// All outlive it.
    ImageIndexWriter(const BlobStore &blobs, const Catalogue &catalogue, const Clock &clock,
                     OnWritten onWritten);

    /// Called after a change of the catalogue that index.json shows.
    void markStale() { m_isStale = true; }

    bool isStale() const { return m_isStale; }

    /// Whether it is stale, and the pause is over.
    bool isDue() const;
    /// Writes it when it is stale; blocks on the disk.
    Result<void> write();

private:
    const BlobStore &m_blobs;
    const Catalogue &m_catalogue;
    const Clock &m_clock;
    const OnWritten m_onWritten;
    std::atomic<bool> m_isStale{false};
    std::atomic<SteadyTime> m_pauseEnd{SteadyTime::min()};
    std::mutex m_writing; ///< held by the one that writes
};

} // namespace lanyard::store
