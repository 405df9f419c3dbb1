// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "plaintext.h"
#include "progressline.h"
#include "session.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstdio>

namespace lanyard::cli {

namespace {

QString progressText(const QJsonObject &progress)
{
    return QStringLiteral("%1 of %2, %3 of %4 pieces")
        .arg(sizeText(progress.value(QLatin1String("doneBytes")).toInteger()),
             sizeText(progress.value(QLatin1String("totalBytes")).toInteger()))
        .arg(progress.value(QLatin1String("piecesDone")).toInt())
        .arg(progress.value(QLatin1String("pieces")).toInt());
}

void print(const QJsonObject &result)
{
    const QStringList platforms = texts(result.value(QLatin1String("platforms")));
    std::printf("%s is stored: %s, %s of it fetched%s\n",
                qPrintable(result.value(QLatin1String("name")).toString()),
                qPrintable(sizeText(result.value(QLatin1String("totalBytes")).toInteger())),
                qPrintable(sizeText(result.value(QLatin1String("fetchedBytes")).toInteger())),
                platforms.isEmpty() ? ""
                                    : qPrintable(QStringLiteral(" (%1)").arg(
                                          platforms.join(QStringLiteral(", ")))));
}

} // namespace

int runPrefetch(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("prefetch");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Fetches an image into the cache before a client asks for it, and waits for it. What is "
        "stored already is not fetched again. Exit status 1: it could not be fetched."));
    parser.addPositionalArgument(QStringLiteral("REFERENCE"),
                                 QStringLiteral("alpine, alpine:3.19, quay.io/org/name:1, "
                                                "docker.io/library/alpine@sha256:..."));
    const QCommandLineOption platform(
        QStringLiteral("platform"),
        QStringLiteral("For PLATFORM: OS/ARCHITECTURE[/VARIANT], or all. May be repeated. Without "
                       "it: linux on the processor of the cache's machine."),
        QStringLiteral("PLATFORM"));
    const CacheOptions cacheOptions(parser);
    parser.addOption(platform);
    if (const auto status = parseReference(parser, name, arguments))
        return *status;
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    ProgressLine line;
    line.follow(session, progressText);
    session.askAndPrint(
        QStringLiteral("prefetch"),
        {{QStringLiteral("reference"), parser.positionalArguments().constFirst()},
         {QStringLiteral("platforms"), QJsonArray::fromStringList(parser.values(platform))}},
        cacheOptions.isJson(parser), print);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
