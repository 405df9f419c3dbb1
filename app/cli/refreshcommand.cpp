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
    const QString name = result.value(QLatin1String("name")).toString();
    const QString digest = result.value(QLatin1String("digest")).toString();
    if (result.value(QLatin1String("changed")).toBool())
        std::printf("%s is now %s\n", qPrintable(name), qPrintable(digest));
    else
        std::printf("%s is still %s\n", qPrintable(name), qPrintable(digest));
}

} // namespace

int runRefresh(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("refresh");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Asks the registry which image a tag names now, however fresh what the cache knows is. "
        "Exit status 1: the registry has no such tag, or cannot be asked."));
    parser.addPositionalArgument(QStringLiteral("REFERENCE"),
                                 QStringLiteral("alpine, alpine:3.19, quay.io/org/name:1"));
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseReference(parser, name, arguments))
        return *status;
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    session.askAndPrint(QStringLiteral("refresh"),
                        {{QStringLiteral("reference"), parser.positionalArguments().constFirst()}},
                        cacheOptions.isJson(parser), print);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
