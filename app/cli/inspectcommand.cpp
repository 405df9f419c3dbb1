// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "plaintext.h"
#include "session.h"
#include "table.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cstdio>

namespace lanyard::cli {

namespace {

QString text(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString();
}

QString platformName(const QJsonObject &platform)
{
    if (platform.value(QLatin1String("attachment")).toBool())
        return QStringLiteral("attachment");
    QString name =
        text(platform, QLatin1String("os")) + u'/' + text(platform, QLatin1String("architecture"));
    if (const QString variant = text(platform, QLatin1String("variant")); !variant.isEmpty())
        name += u'/' + variant;
    return name == u"/" ? QStringLiteral("unknown") : name;
}

/// Config and layers.
qint64 contentBytes(const QJsonObject &platform)
{
    qint64 bytes = platform.value(QLatin1String("config"))
                       .toObject()
                       .value(QLatin1String("bytes"))
                       .toInteger();
    const QJsonArray layers = platform.value(QLatin1String("layers")).toArray();
    for (const auto &layer : layers)
        bytes += layer.toObject().value(QLatin1String("bytes")).toInteger();
    return bytes;
}

void printSummary(const QJsonObject &image)
{
    const QStringList tags = texts(image.value(QLatin1String("tags")));
    const auto line = [](const char *title, const QString &value) {
        std::printf("%-11s%s\n", title, value.isEmpty() ? "-" : qPrintable(value));
    };
    line("Name:", text(image, QLatin1String("name")));
    line("Digest:", text(image, QLatin1String("digest")));
    line("Kind:",
         text(image, QLatin1String("kind")) + u' ' + text(image, QLatin1String("mediaType")));
    line("Tags:", tags.join(u' '));
    line("Size:", sizeText(image.value(QLatin1String("totalBytes")).toInteger()));
    line("Stored:", sizeText(image.value(QLatin1String("storedBytes")).toInteger()));
    line("Complete:", yesNo(image.value(QLatin1String("complete"))));
    line("Pinned:", yesNo(image.value(QLatin1String("pinned"))));
    line("Private:", yesNo(image.value(QLatin1String("private"))));
    line("Pulls:", QString::number(image.value(QLatin1String("pulls")).toInteger()));
    line("Used:", text(image, QLatin1String("lastUsedAt")));
    line("Checked:", text(image, QLatin1String("checkedAt")));
    line("Rule:", text(image, QLatin1String("rule")));
    if (const QString newer = text(image, QLatin1String("newerUpstream")); !newer.isEmpty())
        line("Upstream:", newer + QStringLiteral(", which is newer"));
}

void printPlatforms(const QJsonArray &platforms)
{
    Table table({{QStringLiteral("PLATFORM")},
                 {QStringLiteral("DIGEST")},
                 {QStringLiteral("SIZE"), Table::Align::Right},
                 {QStringLiteral("LAYERS"), Table::Align::Right},
                 {QStringLiteral("MISSING"), Table::Align::Right},
                 {QStringLiteral("COMPLETE")}});
    for (const auto &entry : platforms) {
        const QJsonObject platform = entry.toObject();
        const QJsonObject manifest = platform.value(QLatin1String("manifest")).toObject();
        // While its manifest is not here, nobody knows the rest.
        const bool isKnown = manifest.value(QLatin1String("stored")).toBool();
        const auto known = [isKnown](const QString &value) {
            return isKnown ? value : QString();
        };
        table.add(
            {platformName(platform), shortDigest(manifest.value(QLatin1String("digest"))),
             known(sizeText(contentBytes(platform))),
             known(QString::number(platform.value(QLatin1String("layers")).toArray().size())),
             known(QString::number(platform.value(QLatin1String("missing")).toArray().size())),
             yesNo(platform.value(QLatin1String("complete")))});
    }
    std::printf("\n%s", qPrintable(table.text()));
}

/// One of those that have it, too, and how many more.
QString sharersText(const QJsonObject &content)
{
    const QStringList names = texts(content.value(QLatin1String("sharedWith")));
    const qint64 count = content.value(QLatin1String("sharers")).toInteger();
    if (names.isEmpty())
        return {};
    return count == 1 ? names.constFirst()
                      : QStringLiteral("%1 and %2 more").arg(names.constFirst()).arg(count - 1);
}

void printLayers(const QJsonArray &platforms)
{
    Table table({{QStringLiteral("LAYER")},
                 {QStringLiteral("PLATFORM")},
                 {QStringLiteral("SIZE"), Table::Align::Right},
                 {QStringLiteral("STORED")},
                 {QStringLiteral("SHARED WITH")},
                 {QStringLiteral("TYPE")}});
    for (const auto &entry : platforms) {
        const QJsonObject platform = entry.toObject();
        const QJsonArray layers = platform.value(QLatin1String("layers")).toArray();
        for (const auto &one : layers) {
            const QJsonObject layer = one.toObject();
            table.add({shortDigest(layer.value(QLatin1String("digest"))), platformName(platform),
                       sizeText(layer.value(QLatin1String("bytes")).toInteger()),
                       yesNo(layer.value(QLatin1String("stored"))), sharersText(layer),
                       text(layer, QLatin1String("mediaType"))});
        }
    }
    std::printf("\n%s", qPrintable(table.text()));
}

void print(const QJsonObject &image)
{
    const QJsonArray platforms = image.value(QLatin1String("platforms")).toArray();
    printSummary(image);
    printPlatforms(platforms);
    printLayers(platforms);
}

} // namespace

int runInspect(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("inspect");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Shows an image of the cache: its tags, platforms and layers, and what of it is stored. "
        "Exit status 1: it is not in the cache."));
    parser.addPositionalArgument(QStringLiteral("REFERENCE"),
                                 QStringLiteral("alpine, alpine:3.19, quay.io/org/name:1, "
                                                "docker.io/library/alpine@sha256:..."));
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseReference(parser, name, arguments))
        return *status;
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    session.askAndPrint(QStringLiteral("inspect"),
                        {{QStringLiteral("reference"), parser.positionalArguments().constFirst()}},
                        cacheOptions.isJson(parser), print);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
