// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/limits.h"

#include <chrono>

namespace lanyard::upstream {

/// How long upstreams may take; a test sets short ones. A value.
struct UpstreamTimeouts
{
    std::chrono::milliseconds connect = limits::upstreamConnectTimeout;
    std::chrono::milliseconds headers = limits::upstreamHeaderTimeout;
    std::chrono::milliseconds silence = limits::upstreamSilenceTimeout; ///< in a body
    // From the first request to the last byte, whatever lies between:
    std::chrono::milliseconds document = limits::documentTimeout;
    std::chrono::milliseconds token = limits::tokenTimeout;
    std::chrono::milliseconds list = limits::listTimeout;

    std::chrono::milliseconds resumePause = limits::blobResumePause;  ///< of a blob that broke off
    std::chrono::milliseconds brokenBlob = limits::brokenBlobTimeout; ///< then it is given up
    std::chrono::milliseconds failureMemory = limits::failureMemory;
    std::chrono::milliseconds trialInterval = limits::trialInterval;
    std::chrono::milliseconds probeDelay = limits::probeDelay;
};

} // namespace lanyard::upstream
