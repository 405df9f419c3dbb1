// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include "command.h"

#include <cstdio>

namespace lanyard::cli {

std::optional<int> parseArguments(QCommandLineParser &parser, const QString &name,
                                  const QStringList &arguments)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Print this help."));
    parser.addOption(help);
    // The parser takes the first argument for the program's name, and shows it in the help.
    if (!parser.parse(QStringList{QStringLiteral("lanyard ") + name} + arguments))
        return reportUsageError(name, parser.errorText());
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return Success;
    }
    return std::nullopt;
}

int reportUsageError(const QString &name, const QString &message)
{
    std::fprintf(stderr, "lanyard %s: %s\nSee `lanyard %s --help`.\n", qPrintable(name),
                 qPrintable(message), qPrintable(name));
    return WrongInput;
}

} // namespace lanyard::cli
