// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/diskhealth.h"

#include <algorithm>

namespace lanyard::store {

DiskHealth::DiskHealth(int threshold)
    : m_threshold(std::max(threshold, 1))
{
}

bool DiskHealth::note(const Result<void> &look, WallTime now)
{
    const bool wasUsable = !m_trouble;
    if (look) {
        m_failures = 0;
        m_trouble.reset();
        return !wasUsable;
    }
    if (m_failures == 0)
        m_failingSince = now;
    m_failures = std::min(m_failures + 1, m_threshold);
    if (m_failures == m_threshold)
        m_trouble = {.reason = look.error().message, .since = m_failingSince};
    return wasUsable && m_trouble;
}

} // namespace lanyard::store
