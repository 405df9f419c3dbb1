// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/limits.h"

#include <chrono>
#include <string>
#include <unordered_map>
#include <utility>

namespace lanyard::registry {

/// Lists of upstream, kept for a short while, and longer for when upstream cannot be asked.
/// Bounded by limits::cachedListsMax. One thread.
template <typename Value>
class ListCache
{
public:
    explicit ListCache(const Clock &clock)
        : m_clock(clock)
    {
    }

    struct Entry
    {
        Value value;
        SteadyTime fetchedAt;
    };

    /// The entry, fresh or not; nullptr when there is none. Valid until the next insert().
    const Entry *find(const std::string &key) const
    {
        const auto found = m_entries.find(key);
        return found == m_entries.end() ? nullptr : &found->second;
    }

    bool isFresh(const Entry &entry) const
    {
        return m_clock.steadyNow() - entry.fetchedAt < limits::listFreshness;
    }

    void insert(const std::string &key, Value value)
    {
        // A full cache starts over: lists are cheap to have again.
        if (m_entries.size() >= limits::cachedListsMax && !m_entries.contains(key))
            m_entries.clear();
        m_entries.insert_or_assign(key, Entry{std::move(value), m_clock.steadyNow()});
    }

    void remove(const std::string &key) { m_entries.erase(key); }

private:
    const Clock &m_clock;
    std::unordered_map<std::string, Entry> m_entries;
};

} // namespace lanyard::registry
