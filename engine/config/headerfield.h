// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/mappingreader.h"

#include <map>
#include <string>
#include <vector>

namespace lanyard::config {

/// The fields added to every answer, names with one value or a list of them, as both kinds of
/// configuration have them under `http.headers`. Reports names and values that break RFC 9110, and
/// fields that the server sends itself.
std::map<std::string, std::vector<std::string>> readHeaderFields(const Field &field,
                                                                 Diagnostics &diagnostics);

} // namespace lanyard::config
