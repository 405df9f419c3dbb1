// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "session.h"

#include <QCoreApplication>

#include <cstdio>

namespace lanyard::cli {

namespace {

void print(const QJsonObject &result)
{
    std::printf("logged out of %s\n", qPrintable(result.value(QLatin1String("scope")).toString()));
}

} // namespace

int runLogout(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("logout");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Forgets the credential that `lanyard login` or an import has kept. Exit status 1: there "
        "is none."));
    parser.addPositionalArgument(
        QStringLiteral("REGISTRY[/PATH]"),
        QStringLiteral("what it is for, as `lanyard credentials` lists it."));
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    if (words.size() != 1)
        return reportUsageError(name, QStringLiteral("expected one REGISTRY[/PATH]"));
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    session.askAndPrint(name, {{QStringLiteral("scope"), words[0]}}, cacheOptions.isJson(parser),
                        print);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
