// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/manifest.h"

#include "core/limits.h"
#include "http/asciitext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>

#include <algorithm>
#include <array>

namespace lanyard::registry {

namespace {

constexpr std::array acceptedTypes{
    std::string_view("application/vnd.oci.image.index.v1+json"),
    std::string_view("application/vnd.docker.distribution.manifest.list.v2+json"),
    std::string_view("application/vnd.oci.image.manifest.v1+json"),
    std::string_view("application/vnd.docker.distribution.manifest.v2+json"),
    std::string_view("application/vnd.oci.artifact.manifest.v1+json"),
};

/// Where a manifest lists what belongs to it, besides its config.
constexpr std::array childLists{QLatin1String("manifests"), QLatin1String("layers"),
                                QLatin1String("blobs")};
constexpr QLatin1String configName("config");

constexpr std::string_view anyType = "*/*";
constexpr std::string_view separator = ", ";

/// What type and subtype are made of (RFC 6838 §4.2).
bool isRestrictedName(std::string_view name)
{
    const auto isAlphanumeric = [](char c) {
        return http::isDigit(c) || (http::toLower(c) >= 'a' && http::toLower(c) <= 'z');
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

void addDescriptor(std::vector<store::Descriptor> &children, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const auto digest =
        Digest::parse(object.value(QLatin1String("digest")).toString().toStdString());
    const double size = object.value(QLatin1String("size")).toDouble(-1);
    if (!digest || size < 0 || size > static_cast<double>(limits::blobBytesMax))
        return;
    children.push_back({
        .digest = *digest,
        .mediaType = statedMediaType(object),
        .size = static_cast<std::int64_t>(size),
    });
}

} // namespace

Result<Manifest> parseManifest(const QByteArray &bytes, std::string_view contentType)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject()) {
        return failure(ErrorCode::InvalidInput,
                       "the manifest is not a JSON object: " + error.errorString().toStdString() +
                           " at byte " + std::to_string(error.offset));
    }
    const QJsonObject root = document.object();
    Manifest manifest;
    manifest.mediaType = statedMediaType(root);
    if (manifest.mediaType.empty())
        manifest.mediaType = mediaTypeOf(contentType);
    if (manifest.mediaType.empty())
        return failure(ErrorCode::InvalidInput, "the manifest has no media type");
    std::size_t listed = root.contains(configName) ? 1 : 0;
    for (const QLatin1String name : childLists)
        listed += static_cast<std::size_t>(root.value(name).toArray().size());
    if (listed > limits::manifestChildrenMax)
        return failure(ErrorCode::InvalidInput, "the manifest names too many children");
    for (const QLatin1String name : childLists) {
        const QJsonArray list = root.value(name).toArray();
        for (const auto &child : list)
            addDescriptor(manifest.children, child);
    }
    addDescriptor(manifest.children, root.value(configName));
    return manifest;
}

std::string_view mediaTypeOf(std::string_view contentType)
{
    const std::string_view type = http::trimmed(contentType.substr(0, contentType.find(';')));
    return isMediaType(type) ? type : std::string_view();
}

std::string upstreamAccept(std::string_view clientAccept)
{
    std::vector<std::string_view> types(acceptedTypes.begin(), acceptedTypes.end());
    std::size_t bytesLeft = limits::clientAcceptBytesMax;
    while (!clientAccept.empty()) {
        // Ranges of types are left out: any type is asked for at the end.
        const std::string_view type = mediaTypeOf(http::takeListElement(clientAccept));
        const bool isNew = std::find(types.begin(), types.end(), type) == types.end();
        const std::size_t size = type.size() + separator.size();
        if (type.empty() || !isNew || size > bytesLeft)
            continue;
        bytesLeft -= size;
        types.push_back(type);
    }
    std::string accept;
    for (const std::string_view type : types)
        accept.append(type).append(separator);
    return accept.append(anyType);
}

} // namespace lanyard::registry
