// SPDX-License-Identifier: GPL-3.0-or-later
#include "removalprinter.h"

#include "plaintext.h"
#include "table.h"

#include <QJsonArray>

#include <cstdio>

namespace lanyard::cli {

namespace {

QString reasonText(const QString &word)
{
    if (word == u"pinned")
        return QStringLiteral("it is pinned");
    if (word == u"in-use")
        return QStringLiteral("it is in use");
    return QStringLiteral("what it consists of is not known yet");
}

QString sharedText(const QJsonObject &image)
{
    const qint64 bytes = image.value(QLatin1String("sharedBytes")).toInteger();
    return bytes == 0 ? QString() : sizeText(bytes);
}

void printImages(const QJsonArray &images)
{
    Table table({{QStringLiteral("IMAGE")},
                 {QStringLiteral("USED")},
                 {QStringLiteral("FREED"), Table::Align::Right},
                 {QStringLiteral("SHARED"), Table::Align::Right},
                 {QStringLiteral("WHY")}});
    for (const auto &entry : images) {
        const QJsonObject image = entry.toObject();
        table.add({image.value(QLatin1String("name")).toString(),
                   agoText(image.value(QLatin1String("lastUsedAt"))),
                   sizeText(image.value(QLatin1String("freedBytes")).toInteger()),
                   sharedText(image), image.value(QLatin1String("reason")).toString()});
    }
    std::fputs(qPrintable(table.text()), stdout);
}

} // namespace

void printRemoval(const QJsonObject &result)
{
    const QJsonArray images = result.value(QLatin1String("images")).toArray();
    if (!images.isEmpty())
        printImages(images);
    const QJsonArray kept = result.value(QLatin1String("kept")).toArray();
    for (const auto &entry : kept) {
        const QJsonObject image = entry.toObject();
        std::printf("%s stays: %s\n", qPrintable(image.value(QLatin1String("name")).toString()),
                    qPrintable(reasonText(image.value(QLatin1String("reason")).toString())));
    }
    const bool isDryRun = result.value(QLatin1String("dryRun")).toBool();
    std::printf("%s %s\n",
                qPrintable(sizeText(result.value(QLatin1String("freedBytes")).toInteger())),
                isDryRun ? "would be freed" : "freed");
}

} // namespace lanyard::cli
