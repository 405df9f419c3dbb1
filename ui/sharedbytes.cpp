// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharedbytes.h"

#include <utility>

namespace lanyard::ui {

namespace {

constexpr qsizetype spareBytes = 16; // less is no other size for the memory

} // namespace

void SharedBytes::share(QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    if (const auto known = m_newer.constFind(bytes); known != m_newer.cend()) {
        bytes = *known;
        return;
    }
    if (const auto known = m_older.constFind(bytes); known != m_older.cend())
        bytes = *known;
    else if (bytes.capacity() - bytes.size() >= spareBytes)
        bytes.squeeze(); // what was put together has room for more, which it never needs
    // What comes again stays.
    if (m_newer.size() >= m_remembered)
        m_older = std::exchange(m_newer, {});
    m_newer.insert(bytes);
}

} // namespace lanyard::ui
