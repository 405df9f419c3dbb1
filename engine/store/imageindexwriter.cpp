// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/imageindexwriter.h"

#include "core/limits.h"
#include "store/imageindex.h"

namespace lanyard::store {

ImageIndexWriter::ImageIndexWriter(const BlobStore &blobs, Ledger &ledger, const Clock &clock)
    : m_blobs(blobs)
    , m_ledger(ledger)
    , m_clock(clock)
{
}

bool ImageIndexWriter::isDue() const
{
    return m_revision != m_ledger.revision() && m_clock.steadyNow() >= m_pauseEnd.load();
}

Result<void> ImageIndexWriter::write()
{
    const std::lock_guard lock(m_writing);
    const std::uint64_t revision = m_ledger.revision();
    if (m_revision == revision)
        return {};
    const SteadyTime begin = m_clock.steadyNow();
    ImageIndexText text(m_ledger.catalogue());
    const Result<FileStamp> written = m_blobs.putImageIndex([&text] { return text.next(); });
    const SteadyTime end = m_clock.steadyNow();
    m_pauseEnd = end + limits::imageIndexPauses * (end - begin);
    if (!written)
        return tl::unexpected(written.error());
    m_revision = revision;
    m_ledger.setImageIndex(*written);
    return {};
}

} // namespace lanyard::store
