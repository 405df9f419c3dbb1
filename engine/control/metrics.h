// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/statssnapshot.h"
#include "api/upstreamstatus.h"
#include "core/clock.h"

#include <string>

namespace lanyard::control {

/// What is measured, at one moment.
struct Figures
{
    StatsSnapshot statistics;
    UpstreamOverview upstreams;
    bool isStorageHealthy = true;
    WallTime startedAt; ///< the engine
};

/// The figures as Prometheus text (exposition format 0.0.4): `registry_proxy_*` where distribution
/// has the same figure, `lanyard_*` for the rest. Pure.
std::string prometheusText(const Figures &figures);

} // namespace lanyard::control
