// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/credentials.h"
#include "api/upstreamsettings.h"
#include "api/upstreamstatus.h"

namespace lanyard::ui {

/// What the engine has said of its upstreams last.
struct UpstreamsState
{
    UpstreamOverview overview;
    UpstreamSettings settings;
    CredentialOverview credentials;
};

} // namespace lanyard::ui
