// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "plaintext.h"
#include "session.h"

#include "engine.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstdio>

namespace lanyard::cli {

namespace {

qint64 number(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toInteger();
}

QString diskText(const QJsonObject &disk)
{
    QString text = sizeText(number(disk, QLatin1String("contentBytes")));
    if (const QJsonValue capacity = disk.value(QLatin1String("capacityBytes")); capacity.isDouble())
        text += QStringLiteral(" of %1").arg(sizeText(capacity.toInteger()));
    text += QStringLiteral(" stored");
    if (const qint64 unfinished = number(disk, QLatin1String("unfinishedBytes")); unfinished > 0)
        text += QStringLiteral(", %1 unfinished").arg(sizeText(unfinished));
    return text + QStringLiteral("; the disk has %1 of %2 free, %3 stay so")
                      .arg(sizeText(number(disk, QLatin1String("diskFreeBytes"))),
                           sizeText(number(disk, QLatin1String("diskBytes"))),
                           sizeText(number(disk, QLatin1String("keepFreeBytes"))));
}

QString wrongText(const QJsonObject &wrong)
{
    return QStringLiteral("%1 times upstream sent other bytes than those of the digest, last "
                          "%2/%3 at %4")
        .arg(number(wrong, QLatin1String("count")))
        .arg(wrong.value(QLatin1String("lastRegistry")).toString(),
             wrong.value(QLatin1String("lastRepository")).toString(),
             wrong.value(QLatin1String("lastAt")).toString());
}

void print(const QJsonObject &status)
{
    const auto line = [](const char *title, const QString &value) {
        std::printf("%-10s%s\n", title, qPrintable(value));
    };
    const QJsonObject counts = status.value(QLatin1String("statistics")).toObject();
    line("State:", QStringLiteral("%1, process %2, version %3")
                       .arg(status.value(QLatin1String("state")).toString())
                       .arg(number(status, QLatin1String("processId")))
                       .arg(status.value(QLatin1String("version")).toString()));
    const QJsonArray addresses = status.value(QLatin1String("addresses")).toArray();
    for (const auto &address : addresses)
        line("Serves:", address.toString());
    if (const QString debug = status.value(QLatin1String("debugAddress")).toString();
        !debug.isEmpty())
        line("Metrics:", debug + QLatin1String("/metrics"));
    line("Data:", status.value(QLatin1String("dataDirectory")).toString());
    if (const QString trouble = status.value(QLatin1String("storageTrouble")).toString();
        !trouble.isEmpty())
        line("Storage:", QStringLiteral("cannot be used: %1; clients get 503").arg(trouble));
    line("Disk:", diskText(status.value(QLatin1String("disk")).toObject()));
    if (const QJsonObject wrong = status.value(QLatin1String("wrongDigests")).toObject();
        number(wrong, QLatin1String("count")) > 0)
        line("Wrong:", wrongText(wrong));
    line("Since:", status.value(QLatin1String("startedAt")).toString());
    line("Requests:", QStringLiteral("%1, hits %2, misses %3, stale %4, failed %5")
                          .arg(number(counts, QLatin1String("requests")))
                          .arg(number(counts, QLatin1String("manifestHits")) +
                               number(counts, QLatin1String("blobHits")))
                          .arg(number(counts, QLatin1String("manifestMisses")) +
                               number(counts, QLatin1String("blobMisses")))
                          .arg(number(counts, QLatin1String("stale")))
                          .arg(number(counts, QLatin1String("failed"))));
    line("Served:", sizeText(number(counts, QLatin1String("bytesServed"))));
    line("Fetched:", sizeText(number(counts, QLatin1String("bytesFetched"))));
}

int reportNotRunning(const QString &folder, bool isJson)
{
    if (isJson)
        printJson({{QStringLiteral("state"), QStringLiteral("stopped")},
                   {QStringLiteral("dataDirectory"), folder}});
    else
        std::printf("not running: no server or desktop uses %s\n", qPrintable(folder));
    return NotRunning;
}

} // namespace

int runStatus(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("status");
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Shows whether a server or desktop runs on the folder, where it listens and "
                       "what it has done. Exit status 0: it runs; 3: it does not."));
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseOptions(parser, name, arguments))
        return *status;
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    if (!session.isServed())
        return reportNotRunning(Engine::dataDirectory(*config), cacheOptions.isJson(parser));
    session.askAndPrint(QStringLiteral("status"), {}, cacheOptions.isJson(parser), print);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
