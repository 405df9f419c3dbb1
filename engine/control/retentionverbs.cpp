// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/retentionverbs.h"

#include "control/jsontext.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace lanyard::control {

namespace {

QByteArrayList textsOf(const QJsonValue &list)
{
    QByteArrayList texts;
    const QJsonArray array = list.toArray();
    for (const auto &entry : array)
        texts.append(entry.toString().toUtf8());
    return texts;
}

/// Negative sizes are none.
std::int64_t bytesOf(const QJsonValue &value)
{
    return std::max<std::int64_t>(value.toInteger(), 0);
}

QJsonObject removedJson(const RemovedImage &image)
{
    return {
        {QStringLiteral("name"), jsonText(image.name)},
        {QStringLiteral("reason"), jsonText(image.reason)},
        {QStringLiteral("lastUsedAt"), jsonTime(image.lastUsedAtMs)},
        {QStringLiteral("freedBytes"), static_cast<qint64>(image.freedBytes)},
        {QStringLiteral("sharedBytes"), static_cast<qint64>(image.sharedBytes)},
        {QStringLiteral("sharedWith"), jsonTexts(image.sharedWith)},
    };
}

QJsonObject removalJson(const RemovalResult &result)
{
    QJsonArray images;
    for (const RemovedImage &image : result.images)
        images.append(removedJson(image));
    QJsonArray kept;
    for (const KeptImage &image : result.kept)
        kept.append(QJsonObject{{QStringLiteral("name"), jsonText(image.name)},
                                {QStringLiteral("reason"), jsonText(image.reason)}});
    return {
        {QStringLiteral("dryRun"), result.isDryRun},
        {QStringLiteral("images"), images},
        {QStringLiteral("kept"), kept},
        {QStringLiteral("imageCount"), static_cast<qint64>(result.imageCount)},
        {QStringLiteral("freedBytes"), static_cast<qint64>(result.freedBytes)},
    };
}

QJsonObject pinJson(const PinResult &result)
{
    return {{QStringLiteral("name"), jsonText(result.name)},
            {QStringLiteral("pinned"), result.isPinned}};
}

} // namespace

Verb purgeVerb(RemoveImages remove)
{
    return [remove = std::move(remove)](const QJsonObject &arguments, const SharedReply &reply) {
        RemovalRequest request;
        request.images = textsOf(arguments.value(QLatin1String("images")));
        request.repositories = textsOf(arguments.value(QLatin1String("repositories")));
        request.registries = textsOf(arguments.value(QLatin1String("registries")));
        request.isAll = arguments.value(QLatin1String("all")).toBool();
        request.takesPinned = arguments.value(QLatin1String("pinned")).toBool();
        request.isDryRun = arguments.value(QLatin1String("dryRun")).toBool();
        remove(request, answerWith<RemovalResult>(reply, removalJson));
    };
}

Verb pruneVerb(RemoveImages remove)
{
    return [remove = std::move(remove)](const QJsonObject &arguments, const SharedReply &reply) {
        RemovalRequest request;
        request.freeBytes = bytesOf(arguments.value(QLatin1String("freeBytes")));
        request.keepBytes = bytesOf(arguments.value(QLatin1String("keepBytes")));
        request.isDryRun = arguments.value(QLatin1String("dryRun")).toBool();
        remove(request, answerWith<RemovalResult>(reply, removalJson));
    };
}

Verb pinVerb(PinImage pin)
{
    return [pin = std::move(pin)](const QJsonObject &arguments, const SharedReply &reply) {
        answerWith<PinResult>(reply, pinJson)(
            pin({.reference = arguments.value(QLatin1String("reference")).toString().toUtf8(),
                 .isPinned = arguments.value(QLatin1String("pinned")).toBool(true)}));
    };
}

} // namespace lanyard::control
