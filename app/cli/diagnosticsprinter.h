// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

namespace lanyard::cli {

/// One line each to stderr: file:line:column: error: message.
void printDiagnostics(const QList<ConfigDiagnostic> &diagnostics);

} // namespace lanyard::cli
