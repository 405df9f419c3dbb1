// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/limits.h"
#include "upstream/upstreamtimeouts.h"

#include <chrono>

namespace lanyard {

/// How long the engine waits, and lets clients wait; a test sets short ones.
struct EngineTimeouts
{
    upstream::UpstreamTimeouts upstream;
    std::chrono::milliseconds answer = limits::answerTimeout;
    std::chrono::milliseconds pinWatch = limits::pinWatchDelay; ///< between looks for what is due
};

} // namespace lanyard
