// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/hotmanifests.h"

#include <utility>

namespace lanyard::registry {

HotManifests::HotManifests(std::size_t bytesMax)
    : m_bytesMax(bytesMax)
{
}

std::optional<HotManifest> HotManifests::find(const Digest &digest)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_entries.find(digest);
    if (found == m_entries.end())
        return std::nullopt;
    m_order.splice(m_order.begin(), m_order, found->second.place);
    return found->second.manifest;
}

void HotManifests::insert(const Digest &digest, HotManifest manifest)
{
    const auto size = static_cast<std::size_t>(manifest.bytes.size());
    const std::lock_guard lock(m_mutex);
    if (size > m_bytesMax || m_entries.contains(digest))
        return;
    m_order.push_front(digest);
    m_entries.emplace(digest, Entry{std::move(manifest), m_order.begin()});
    m_bytes += size;
    while (m_bytes > m_bytesMax)
        removeLocked(m_order.back());
}

void HotManifests::remove(const Digest &digest)
{
    const std::lock_guard lock(m_mutex);
    removeLocked(digest);
}

void HotManifests::removeLocked(const Digest &digest)
{
    const auto found = m_entries.find(digest);
    if (found == m_entries.end())
        return;
    m_bytes -= static_cast<std::size_t>(found->second.manifest.bytes.size());
    m_order.erase(found->second.place);
    m_entries.erase(found);
}

} // namespace lanyard::registry
