// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "http/message.h"

namespace lanyard::control {

/// What keeps clients from being served.
struct Readiness
{
    Message storageTrouble;  ///< why the disk cannot be used, without a path; empty: it can
    bool isDraining = false; ///< no new connection is taken
};

// The pages that say whether the process is well. Pure.

/// `/healthz`: 200, for who would restart a process that does not answer.
http::Response livenessPage();
/// `/readyz`: 200, or 503 with one line that says why; for who sends clients here or elsewhere.
http::Response readinessPage(const Readiness &readiness);
/// `/debug/health`, as registry:2 has it: `{}` with 200, or 503 with the checks that fail.
http::Response registryHealthPage(const Readiness &readiness);

} // namespace lanyard::control
