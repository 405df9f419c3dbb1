// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/archivemeter.h"

#include "core/limits.h"

#include <utility>

namespace lanyard::registry {

ArchiveMeter::ArchiveMeter(Told told)
    : m_told(std::move(told))
{
}

void ArchiveMeter::addDone(std::int64_t bytes)
{
    m_progress.doneBytes += bytes;
    const auto now = std::chrono::steady_clock::now();
    if (now - m_toldAt < limits::archiveProgressInterval)
        return;
    m_toldAt = now;
    m_told(m_progress);
}

} // namespace lanyard::registry
