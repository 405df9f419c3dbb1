// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamchange.h"
#include "api/upstreamhistory.h"
#include "api/upstreamstatus.h"
#include "api/upstreamtest.h"
#include "control/verb.h"

#include <chrono>
#include <functional>
#include <string>

namespace lanyard::control {

/// `upstreams`: how each one is, and what clients ask for in vain.
Verb upstreamsVerb(std::function<UpstreamOverview()> overview);

using AskHistory = std::function<Result<QList<UpstreamHistory>>(const std::string &registry,
                                                                std::chrono::hours hours)>;

/// `upstream-history`: what happened by the hour. Arguments, optional: `registry`, else each; and
/// `hours`, so many up to now, else 24.
Verb upstreamHistoryVerb(AskHistory history);

struct OfflineSwitch
{
    std::function<bool()> isOffline;
    std::function<ChangeResult(bool isOffline)> setOffline;
};

/// `offline`: whether upstreams are asked. Argument, optional: `offline`, what it shall be.
Verb offlineVerb(OfflineSwitch theSwitch);

using ChangeUpstreams = std::function<Result<ChangeResult>(const UpstreamChange &)>;
using TestUpstream = std::function<void(const std::string &registry,
                                        const std::function<void(const Result<UpstreamTest> &)> &)>;

/// `upstream-change`. Arguments: `action` (add, edit, remove, enable, disable), `registry`, and,
/// of add and edit, all optional: `url`, `fallbackUrls`, `aliases`, `hosts`, `tokenRealms`,
/// `caFile`, `proxy`, `redirectHosts`.
Verb upstreamChangeVerb(ChangeUpstreams change);

/// `upstream-test`: whether its servers are there. Argument: `registry`.
Verb upstreamTestVerb(TestUpstream test);

} // namespace lanyard::control
