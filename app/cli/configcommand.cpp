// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "command.h"
#include "diagnosticsprinter.h"

#include "engine.h"

#include <cstdio>

namespace lanyard::cli {

int runConfig(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("config");
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Reads a configuration file as `lanyard serve` would, and prints what is "
                       "wrong with it. Exit status 0: it is right; 2: it is not."));
    parser.addPositionalArgument(QStringLiteral("check"), QStringLiteral("What to do."));
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("Lanyard's YAML (version: 1), or the configuration "
                                                "of a registry as a proxy (version: 0.1)."));
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2 || words.first() != QLatin1String("check"))
        return reportUsageError(name, QStringLiteral("expected: check FILE"));

    const LoadedConfig loaded = Engine::loadConfig(words.last());
    printDiagnostics(loaded.diagnostics);
    if (!loaded.config)
        return WrongInput;
    std::printf("%s: no errors\n", qPrintable(words.last()));
    return Success;
}

} // namespace lanyard::cli
