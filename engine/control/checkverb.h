// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/contentcheck.h"
#include "control/verb.h"
#include "core/result.h"

#include <functional>

namespace lanyard::control {

struct CheckActions
{
    using Progressed = std::function<void(const ContentCheckProgress &)>;
    using Finished = std::function<void(const Result<ContentCheckResult> &)>;

    /// An error: there is no check, and neither is called.
    std::function<Result<void>(const ContentCheckRequest &, Progressed, Finished)> start;
    std::function<void()> stop;
};

/// `check`: verifies all stored content. Arguments, all optional: `repair`, `fromStart`,
/// `bytesPerSecond`. Events say how far it is. It ends when the client leaves, and the next one
/// continues it.
Verb checkVerb(CheckActions actions);

} // namespace lanyard::control
