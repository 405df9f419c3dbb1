// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/manifest.h"

#include "core/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonParseError>

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

constexpr std::string_view anyType = "*/*";

/// A type that can be sent on: the parameters of a media type are not among them.
bool isMediaType(std::string_view type)
{
    return type.size() <= 255 && type.find('/') != std::string_view::npos &&
           type.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "0123456789!#&^_.+-/*") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
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
        .mediaType = object.value(QLatin1String("mediaType")).toString().toStdString(),
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
    manifest.mediaType = root.value(QLatin1String("mediaType")).toString().toStdString();
    if (!isMediaType(manifest.mediaType))
        manifest.mediaType = trimmed(contentType.substr(0, contentType.find(';')));
    if (!isMediaType(manifest.mediaType))
        return failure(ErrorCode::InvalidInput, "the manifest has no media type");
    for (const auto listName :
         {QLatin1String("manifests"), QLatin1String("layers"), QLatin1String("blobs")}) {
        const QJsonArray list = root.value(listName).toArray();
        if (manifest.children.size() + static_cast<std::size_t>(list.size()) >
            limits::manifestChildrenMax)
            return failure(ErrorCode::InvalidInput, "the manifest names too many children");
        for (const QJsonValue &child : list)
            addDescriptor(manifest.children, child);
    }
    if (root.contains(QLatin1String("config")))
        addDescriptor(manifest.children, root.value(QLatin1String("config")));
    return manifest;
}

std::string upstreamAccept(std::string_view clientAccept)
{
    std::string accept;
    for (const std::string_view type : acceptedTypes)
        accept.append(accept.empty() ? "" : ", ").append(type);
    while (!clientAccept.empty()) {
        const std::string_view entry = clientAccept.substr(0, clientAccept.find(','));
        clientAccept.remove_prefix(std::min(entry.size() + 1, clientAccept.size()));
        const std::string_view type = trimmed(entry.substr(0, entry.find(';')));
        const bool isNew = isMediaType(type) && type != anyType &&
                           accept.find(type) == std::string::npos && accept.size() < 4096;
        if (isNew)
            accept.append(", ").append(type);
    }
    return accept.append(", ").append(anyType);
}

} // namespace lanyard::registry
