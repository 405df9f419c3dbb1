// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosticsprinter.h"

#include <cstdio>

namespace lanyard::cli {

void printDiagnostics(const QList<ConfigDiagnostic> &diagnostics)
{
    for (const ConfigDiagnostic &diagnostic : diagnostics)
        std::fprintf(stderr, "%s\n", qPrintable(diagnostic.toString()));
}

} // namespace lanyard::cli
