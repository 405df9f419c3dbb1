// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/imageindexwriter.h"

#include "core/limits.h"
#include "store/imageindex.h"

#include <utility>

namespace lanyard::store {

ImageIndexWriter::ImageIndexWriter(const BlobStore &blobs, const Catalogue &catalogue,
                                   const Clock &clock, OnWritten onWritten)
    : m_blobs(blobs)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_onWritten(std::move(onWritten))
{
}

bool ImageIndexWriter::isDue() const
{
    return m_isStale && m_clock.steadyNow() >= m_pauseEnd.load();
}

Result<void> ImageIndexWriter::write()
{
    const std::lock_guard lock(m_writing);
    if (!m_isStale.exchange(false))
        return {};
    const SteadyTime begin = m_clock.steadyNow();
    ImageIndexText text(m_catalogue);
    const Result<FileStamp> written = m_blobs.putImageIndex([&text] { return text.next(); });
    const SteadyTime end = m_clock.steadyNow();
    m_pauseEnd = end + limits::imageIndexPauses * (end - begin);
    if (!written) {
        m_isStale = true;
        return tl::unexpected(written.error());
    }
    m_onWritten(*written);
    return {};
}

} // namespace lanyard::store
