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
    std::printf("%s is %s\n", qPrintable(result.value(QLatin1String("name")).toString()),
                result.value(QLatin1String("pinned")).toBool() ? "pinned" : "not pinned");
}

int run(const QString &name, const QString &description, bool isPinned,
        const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description);
    parser.addPositionalArgument(QStringLiteral("REFERENCE"),
                                 QStringLiteral("alpine:3.19, quay.io/org/name:1, "
                                                "docker.io/library/alpine@sha256:..."));
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseReference(parser, name, arguments))
        return *status;
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    session.askAndPrint(QStringLiteral("pin"),
                        {{QStringLiteral("reference"), parser.positionalArguments().constFirst()},
                         {QStringLiteral("pinned"), isPinned}},
                        cacheOptions.isJson(parser), print);
    return QCoreApplication::exec();
}

} // namespace

int runPin(QCoreApplication & /*application*/, const QStringList &arguments)
{
    return run(QStringLiteral("pin"),
               QStringLiteral("Keeps an image in the cache, whatever room there is and however "
                              "long ago it was used. A pinned tag keeps the image that it names; "
                              "'lanyard images' says when that is newer upstream. Exit status 1: "
                              "it is not in the cache."),
               true, arguments);
}

int runUnpin(QCoreApplication & /*application*/, const QStringList &arguments)
{
    return run(QStringLiteral("unpin"),
               QStringLiteral("Lets a pinned image go when its turn comes. Exit status 1: it is "
                              "not in the cache."),
               false, arguments);
}

} // namespace lanyard::cli
