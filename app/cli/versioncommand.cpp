// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "command.h"

#include <cstdio>

namespace lanyard::cli {

int runVersion(QCoreApplication & /*application*/, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Prints the version."));
    if (const auto status = parseArguments(parser, QStringLiteral("version"), arguments))
        return *status;
    std::printf("lanyard %s\n", LANYARD_VERSION);
    return Success;
}

} // namespace lanyard::cli
