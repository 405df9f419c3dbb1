// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace lanyard::registry {

/// The manifest types that are asked for upstream, joined for an Accept field, with those of
/// `clientAccept` that are not among them, up to limits::clientAcceptBytesMax; at last any type.
/// Pure.
std::string upstreamAccept(std::string_view clientAccept);

} // namespace lanyard::registry
