// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keptpartials.h"

#include "core/limits.h"
#include "store/layout.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace lanyard::store {

KeptPartials::KeptPartials(const Folder &folder)
    : m_folder(folder)
{
}

std::uint64_t KeptPartials::takeStock(std::int64_t nowMs,
                                      const std::function<bool(const Digest &)> &isWanted)
{
    std::uint64_t highest = 0;
    for (const std::string &name : m_folder.names()) {
        const auto parsed = Layout::parsePartialName(name);
        const Result<FileStamp> stamp = m_folder.stamp(name);
        const std::chrono::milliseconds age(stamp ? nowMs - stamp->modifiedAtNs / 1'000'000 : 0);
        if (!parsed || !stamp || age > limits::partialAgeMax || !isWanted(parsed->digest)) {
            m_folder.remove(name);
            continue;
        }
        highest = std::max(highest, parsed->number);
        keep(parsed->digest, {.name = name, .bytes = stamp->size});
    }
    return highest;
}

void KeptPartials::keep(const Digest &digest, Entry partial)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto other = m_entries.find(digest);
        if (other != m_entries.end() && other->second.bytes < partial.bytes) {
            std::swap(other->second, partial);
        } else if (other == m_entries.end() && partial.bytes > 0 &&
                   m_entries.size() < limits::keptPartialsMax) {
            m_entries.emplace(digest, std::move(partial));
            return;
        }
    }
    m_folder.remove(partial.name);
}

std::optional<KeptPartials::Entry> KeptPartials::take(const Digest &digest)
{
    const std::lock_guard lock(m_mutex);
    auto node = m_entries.extract(digest);
    return node.empty() ? std::nullopt : std::optional(std::move(node.mapped()));
}

std::int64_t KeptPartials::bytes() const
{
    const std::lock_guard lock(m_mutex);
    std::int64_t bytes = 0;
    for (const auto &[digest, entry] : m_entries)
        bytes += entry.bytes;
    return bytes;
}

void KeptPartials::clear()
{
    std::unordered_map<Digest, Entry> entries;
    {
        const std::lock_guard lock(m_mutex);
        entries.swap(m_entries);
    }
    for (const auto &[digest, entry] : entries)
        m_folder.remove(entry.name);
}

} // namespace lanyard::store
