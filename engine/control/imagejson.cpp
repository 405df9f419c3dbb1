// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/imagejson.h"

#include "api/names.h"
#include "control/jsontext.h"

#include <QJsonArray>

namespace lanyard::control {

namespace {

QJsonObject contentJson(const ImageContent &content)
{
    return {
        {QStringLiteral("digest"), jsonText(content.digest)},
        {QStringLiteral("mediaType"), jsonText(content.mediaType)},
        {QStringLiteral("bytes"), static_cast<qint64>(content.bytes)},
        {QStringLiteral("stored"), content.isStored},
        {QStringLiteral("sharers"), static_cast<qint64>(content.sharers)},
        {QStringLiteral("sharedWith"), jsonTexts(content.sharedWith)},
    };
}

QJsonArray contentsJson(const QList<ImageContent> &contents)
{
    QJsonArray array;
    for (const ImageContent &content : contents)
        array.append(contentJson(content));
    return array;
}

QJsonObject platformJson(const ImagePlatform &platform)
{
    QJsonArray missing;
    const QList<ImageContent> absent = platform.missing();
    for (const ImageContent &content : absent)
        missing.append(jsonText(content.digest));
    return {
        {QStringLiteral("os"), jsonText(platform.os)},
        {QStringLiteral("architecture"), jsonText(platform.architecture)},
        {QStringLiteral("variant"), jsonText(platform.variant)},
        {QStringLiteral("attachment"), platform.isAttachment},
        {QStringLiteral("complete"), platform.isComplete},
        {QStringLiteral("manifest"), contentJson(platform.manifest)},
        {QStringLiteral("config"), platform.config.digest.isEmpty()
                                       ? QJsonValue()
                                       : QJsonValue(contentJson(platform.config))},
        {QStringLiteral("layers"), contentsJson(platform.layers)},
        {QStringLiteral("missing"), missing},
    };
}

} // namespace

QJsonObject imageJson(const ImageSummary &image)
{
    return {
        {QStringLiteral("name"), jsonText(image.name())},
        {QStringLiteral("registry"), jsonText(image.registry)},
        {QStringLiteral("repository"), jsonText(image.repository)},
        {QStringLiteral("tag"), image.tag.isEmpty() ? QJsonValue() : jsonText(image.tag)},
        {QStringLiteral("digest"), jsonText(image.digest)},
        {QStringLiteral("mediaType"), jsonText(image.mediaType)},
        {QStringLiteral("kind"), jsonText(nameOf(image.kind))},
        {QStringLiteral("totalBytes"), static_cast<qint64>(image.totalBytes)},
        {QStringLiteral("storedBytes"), static_cast<qint64>(image.storedBytes)},
        {QStringLiteral("complete"), image.isComplete},
        {QStringLiteral("pinned"), image.isPinned},
        {QStringLiteral("private"), isRestricted(image.visibility)},
        {QStringLiteral("visibility"), jsonText(nameOf(image.visibility))},
        {QStringLiteral("pulls"), static_cast<qint64>(image.pulls)},
        {QStringLiteral("lastUsedAt"), jsonTime(image.lastUsedAtMs)},
        {QStringLiteral("checkedAt"), jsonTime(image.checkedAtMs)},
        {QStringLiteral("newerUpstream"),
         image.newerUpstream.isEmpty() ? QJsonValue() : jsonText(image.newerUpstream)},
    };
}

QJsonObject imagesJson(const ImagePage &page)
{
    QJsonArray images;
    for (const ImageSummary &image : page.images)
        images.append(imageJson(image));
    QJsonObject json{{QStringLiteral("images"), images}};
    if (page.hasMore && !page.images.isEmpty())
        json.insert(QStringLiteral("next"), jsonText(page.images.back().name()));
    return json;
}

QJsonObject imageDetailsJson(const ImageDetails &image)
{
    QJsonObject json = imageJson(image.summary);
    QJsonArray platforms;
    for (const ImagePlatform &platform : image.platforms)
        platforms.append(platformJson(platform));
    json.insert(QStringLiteral("tags"), jsonTexts(image.tags));
    json.insert(QStringLiteral("rule"),
                image.rule.isEmpty() ? QJsonValue() : jsonText(image.rule.english()));
    json.insert(QStringLiteral("platforms"), platforms);
    return json;
}

} // namespace lanyard::control
