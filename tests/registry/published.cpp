// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/published.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lanyard::test {

Published publish(ScriptedRegistry &registry, const std::string &repository, const std::string &tag,
                  int layers, const QByteArray &seed)
{
    std::vector<std::pair<Digest, std::int64_t>> list;
    Published image{.manifest = Digest::of(Digest::Algorithm::Sha256, {}), .blobs = {}};
    for (int i = 0; i < layers; ++i) {
        const QByteArray layer = seed + " layer " + QByteArray::number(i) + QByteArray(5000, 'x');
        image.blobs.push_back(registry.addBlob(repository, layer));
        image.bytes += layer.size();
        list.emplace_back(image.blobs.back(), layer.size());
    }
    image.manifest = registry.addManifest(repository, tag, imageType, imageManifest(list));
    return image;
}

std::vector<Published> publishIndex(ScriptedRegistry &registry, const std::string &repository,
                                    const std::string &tag, const QByteArray &seed)
{
    const QList<QStringList> platforms{
        {QStringLiteral("linux"), QStringLiteral("amd64"), {}},
        {QStringLiteral("linux"), QStringLiteral("arm"), QStringLiteral("v7")},
        {QStringLiteral("linux"), QStringLiteral("arm64"), {}},
        {QStringLiteral("unknown"), QStringLiteral("unknown"), {}}};
    std::vector<Published> images;
    QJsonArray list;
    for (const QStringList &platform : platforms) {
        images.push_back(publish(registry, repository, {}, 2, seed + platform.join(u'/').toUtf8()));
        list.append(QJsonObject{
            {QStringLiteral("mediaType"), QString::fromLatin1(imageType)},
            {QStringLiteral("digest"), QString::fromStdString(images.back().manifest.toString())},
            {QStringLiteral("size"), 100},
            {QStringLiteral("platform"), QJsonObject{{QStringLiteral("os"), platform[0]},
                                                     {QStringLiteral("architecture"), platform[1]},
                                                     {QStringLiteral("variant"), platform[2]}}}});
    }
    registry.addManifest(
        repository, tag, indexType,
        QJsonDocument(QJsonObject{{QStringLiteral("mediaType"), QString::fromLatin1(indexType)},
                                  {QStringLiteral("manifests"), list}})
            .toJson());
    return images;
}

bool isWhole(const CacheFixture &cache, const Published &image)
{
    return cache.isStored(image.manifest) &&
           std::all_of(image.blobs.begin(), image.blobs.end(),
                       [&cache](const Digest &blob) { return cache.isStored(blob); });
}

} // namespace lanyard::test
