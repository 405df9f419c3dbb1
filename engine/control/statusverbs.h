// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/downloadprogress.h"
#include "api/enginestatus.h"
#include "control/verb.h"

#include <QList>

#include <functional>

namespace lanyard::control {

/// `status`: what runs, where, since when, and its counters.
Verb statusVerb(std::function<EngineStatus()> status);

/// `downloads`: the blobs on their way from upstreams.
Verb downloadsVerb(std::function<QList<DownloadProgress>()> downloads);

} // namespace lanyard::control
