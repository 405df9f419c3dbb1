// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamstatus.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace lanyard::registry {

/// The registries that clients ask for and that are no upstreams: perhaps they should be. At most
/// limits::suggestionsMax; one more takes the place of the one that was asked for longest ago.
/// Thread-safe.
class Suggestions
{
public:
    /// `registry` is as a client wrote it; what is no registry name is passed over.
    void note(std::string_view registry, std::int64_t nowMs);
    /// The most wanted first.
    QList<UpstreamSuggestion> all() const;

private:
    struct Wanted
    {
        std::uint64_t requests = 0;
        std::int64_t lastAtMs = 0;
    };

    mutable std::mutex m_mutex;
    std::map<std::string, Wanted, std::less<>> m_wanted; // guarded by m_mutex
};

} // namespace lanyard::registry
