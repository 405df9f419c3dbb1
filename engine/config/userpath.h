// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/mappingreader.h"

#include <QString>

#include <optional>

namespace lanyard::config {

/// A path that is absolute or begins with ~/, the home of the user; reports anything else, because
/// what a relative one means would depend on where the program was started.
std::optional<QString> readPath(const Field &field, Diagnostics &diagnostics);

} // namespace lanyard::config
