// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "api/credentials.h"
#include "api/enginestate.h"
#include "api/imagesummary.h"
#include "api/requestrecord.h"
#include "api/upstreamstatus.h"
#include "api/upstreamtest.h"
#include "api/visibility.h"

#include <string_view>

namespace lanyard {

/// The words under which these values appear in logs, metrics, exports and on the control socket:
/// not translated.
std::string_view nameOf(RequestKind kind);
std::string_view nameOf(CacheResult result);
std::string_view nameOf(RequestForm form);
std::string_view nameOf(ImageKind kind);
std::string_view nameOf(EngineState state);
std::string_view nameOf(CredentialPlace place);
std::string_view nameOf(Visibility visibility);
std::string_view nameOf(UpstreamServerStatus::State state);
std::string_view nameOf(ServerTest::Access access);

} // namespace lanyard
