// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/localca.h"
#include "control/verb.h"

#include <functional>

namespace lanyard::control {

/// `ca`: the local certificate authority, and what clients have to trust.
using ShowLocalCa = std::function<Result<LocalCaOverview>()>;
Verb caVerb(ShowLocalCa show);

/// `ca-create`: makes it, where there is none. Argument: `force`, in the place of one.
using CreateLocalCa = std::function<Result<LocalCaResult>(bool isReplacing)>;
Verb caCreateVerb(CreateLocalCa create);

} // namespace lanyard::control
