// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/statssnapshot.h"
#include "api/upstreamstatus.h"
#include "core/clock.h"
#include "http/responder.h"

#include <functional>

namespace lanyard::control {

/// `/metrics`. Thread-safe when its functions are. Made when the engine starts: that time is among
/// the figures.
class MetricsPage
{
public:
    /// Gives the answer later, on any thread, or never.
    using AskOverview = std::function<void(std::function<void(const UpstreamOverview &)>)>;

    struct Sources
    {
        std::function<StatsSnapshot()> statistics;
        std::function<bool()> isStorageHealthy;
        AskOverview askOverview;
    };

    explicit MetricsPage(Sources sources);
    void answer(http::Responder responder) const;

private:
    const Sources m_sources;
    const WallTime m_startedAt;
};

} // namespace lanyard::control
