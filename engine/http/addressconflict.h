// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

namespace lanyard::http {

/// Whether both cannot be listened on at once. "::" may be both families or one: it is taken for
/// both. Pure.
bool areInEachOthersWay(const ListenAddress &one, const ListenAddress &other);

} // namespace lanyard::http
