// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/manifest.h"

#include "core/asciitext.h"
#include "core/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>

#include <algorithm>
#include <array>

namespace lanyard::store {

namespace {

constexpr QLatin1String manifestsName("manifests");
/// Where a manifest lists what belongs to it, besides other manifests and its config.
constexpr std::array layerLists{QLatin1String("layers"), QLatin1String("blobs")};
constexpr QLatin1String configName("config");

/// What type and subtype are made of (RFC 6838 §4.2).
bool isRestrictedName(std::string_view name)
{
    const auto isAlphanumeric = [](char c) {
        return isDigit(c) || (toLower(c) >= 'a' && toLower(c) <= 'z');
    };
    return !name.empty() && isAlphanumeric(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) {
               return isAlphanumeric(c) || std::string_view("!#$&-^_.+").find(c) != name.npos;
           });
}

bool isMediaType(std::string_view text)
{
    const std::size_t slash = text.find('/');
    return text.size() <= limits::mediaTypeBytesMax && slash != std::string_view::npos &&
           isRestrictedName(text.substr(0, slash)) && isRestrictedName(text.substr(slash + 1));
}

/// Empty unless it is one: a cache sends it on in a header.
std::string statedMediaType(const QJsonObject &object)
{
    std::string type = object.value(QLatin1String("mediaType")).toString().toStdString();
    return isMediaType(type) ? type : std::string();
}

/// A word of a platform: what is longer, or no ASCII, is none.
std::string word(const QJsonObject &object, QLatin1String name)
{
    std::string text = object.value(name).toString().toStdString();
    const bool isWord =
        std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
    return isWord && text.size() <= limits::mediaTypeBytesMax ? text : std::string();
}

Platform platformOf(const QJsonObject &object)
{
    return {.os = word(object, QLatin1String("os")),
            .architecture = word(object, QLatin1String("architecture")),
            .variant = word(object, QLatin1String("variant"))};
}

constexpr std::array indexTypes{
    std::string_view("application/vnd.oci.image.index.v1+json"),
    std::string_view("application/vnd.docker.distribution.manifest.list.v2+json"),
};
constexpr std::array imageTypes{
    std::string_view("application/vnd.oci.image.manifest.v1+json"),
    std::string_view("application/vnd.docker.distribution.manifest.v2+json"),
};

/// Whether it is an index for one reader and an image for another, who then runs what the first
/// never saw (CVE-2021-41190): by its lists, or by the type that it gives itself.
bool isAmbiguous(const QJsonObject &root)
{
    const auto has = [&root](QLatin1String name) {
        const QJsonValue value = root.value(name);
        return !value.isUndefined() && !value.isNull();
    };
    const bool isIndex = has(manifestsName);
    const bool isImage = has(configName) || has(QLatin1String("fsLayers")) ||
                         std::any_of(layerLists.begin(), layerLists.end(), has);
    const auto isOneOf = [type = statedMediaType(root)](const auto &types) {
        return std::find(types.begin(), types.end(), type) != types.end();
    };
    return (isIndex && (isImage || isOneOf(imageTypes))) || (isImage && isOneOf(indexTypes));
}

/// Whether there was one to add.
bool addDescriptor(std::vector<Descriptor> &children, const QJsonObject &object)
{
    const auto digest =
        Digest::parse(object.value(QLatin1String("digest")).toString().toStdString());
    const double size = object.value(QLatin1String("size")).toDouble(-1);
    if (!digest || size < 0 || size > static_cast<double>(limits::blobBytesMax))
        return false;
    children.push_back({
        .digest = *digest,
        .mediaType = statedMediaType(object),
        .size = static_cast<std::int64_t>(size),
    });
    return true;
}

void addChildren(Manifest &manifest, const QJsonObject &root)
{
    const QJsonArray manifests = root.value(manifestsName).toArray();
    manifest.isIndex = root.value(manifestsName).isArray();
    for (const auto &child : manifests) {
        const QJsonObject object = child.toObject();
        if (addDescriptor(manifest.children, object))
            manifest.platforms.push_back(
                platformOf(object.value(QLatin1String("platform")).toObject()));
    }
    manifest.manifestCount = manifest.children.size();
    for (const QLatin1String name : layerLists) {
        const QJsonArray list = root.value(name).toArray();
        for (const auto &child : list)
            addDescriptor(manifest.children, child.toObject());
    }
    manifest.hasConfig = addDescriptor(manifest.children, root.value(configName).toObject());
}

} // namespace

Result<Manifest> parseManifest(const QByteArray &bytes, std::string_view contentType)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject()) {
        return failure(
            ErrorCode::InvalidInput,
            //: %1: why, as said by the reader of JSON
            {QT_TRANSLATE_NOOP("engine", "the manifest is not a JSON object: %1 at byte %2"),
             {error.errorString(), std::to_string(error.offset)}});
    }
    const QJsonObject root = document.object();
    if (isAmbiguous(root))
        return failure(
            ErrorCode::InvalidInput,
            QT_TRANSLATE_NOOP("engine", "the manifest is an index and an image at once"));
    Manifest manifest;
    manifest.mediaType = statedMediaType(root);
    if (manifest.mediaType.empty())
        manifest.mediaType = mediaTypeOf(contentType);
    if (manifest.mediaType.empty())
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "the manifest has no media type"));
    std::size_t listed = root.contains(configName) ? 1 : 0;
    listed += static_cast<std::size_t>(root.value(manifestsName).toArray().size());
    for (const QLatin1String name : layerLists)
        listed += static_cast<std::size_t>(root.value(name).toArray().size());
    if (listed > limits::manifestChildrenMax)
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "the manifest names too many children"));
    manifest.artifactType = mediaTypeOf(word(root, QLatin1String("artifactType")));
    addChildren(manifest, root);
    return manifest;
}

bool isAttachment(const Platform &platform)
{
    return platform.os == "unknown" && platform.architecture == "unknown";
}

Platform platformOfConfig(const QByteArray &bytes)
{
    return platformOf(QJsonDocument::fromJson(bytes).object());
}

std::string_view mediaTypeOf(std::string_view contentType)
{
    const std::string_view type = trimmed(contentType.substr(0, contentType.find(';')));
    return isMediaType(type) ? type : std::string_view();
}

std::vector<Digest> digestsOf(const std::vector<Descriptor> &descriptors)
{
    std::vector<Digest> digests;
    digests.reserve(descriptors.size());
    for (const Descriptor &descriptor : descriptors)
        digests.push_back(descriptor.digest);
    return digests;
}

} // namespace lanyard::store
