// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/retention.h"
#include "control/verb.h"
#include "core/result.h"

#include <functional>

namespace lanyard::control {

using RemoveImages =
    std::function<void(const RemovalRequest &, std::function<void(const Result<RemovalResult> &)>)>;
using PinImage = std::function<Result<PinResult>(const PinRequest &)>;

/// `purge`: takes out what is named. Arguments, all optional: `images`, `repositories`,
/// `registries` (lists), `all`, `pinned`, `dryRun`.
Verb purgeVerb(RemoveImages remove);

/// `prune`: takes out what was used longest ago. Arguments: `freeBytes` or `keepBytes`, `dryRun`.
Verb pruneVerb(RemoveImages remove);

/// `pin`: keeps an image, whatever room there is. Arguments: `reference`, `pinned` (false: it need
/// not stay any more).
Verb pinVerb(PinImage pin);

} // namespace lanyard::control
