// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever an upstream calls a manifest: what is read from it can be asked for and written into a
// header, is bounded, and survives being written and read again. The first line of the input is the
// Content-Type, and a client's Accept; the rest is the document.
#include "store/manifest.h"
#include "core/limits.h"
#include "registry/manifestaccept.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;
using store::Manifest;
using store::parseManifest;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

bool isFieldText(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7f'; });
}

/// type "/" subtype, and nothing that a header or a list could be broken with.
bool isMediaType(std::string_view type)
{
    return type.size() <= limits::mediaTypeBytesMax && isFieldText(type) &&
           type.find_first_of(" ,;*\"") == type.npos &&
           std::count(type.begin(), type.end(), '/') == 1 && !type.starts_with('/') &&
           !type.ends_with('/');
}

bool isSame(const store::Descriptor &left, const store::Descriptor &right)
{
    return left.digest == right.digest && left.mediaType == right.mediaType &&
           left.size == right.size;
}

QJsonObject descriptorOf(const store::Descriptor &child)
{
    return {
        {QStringLiteral("mediaType"), QString::fromStdString(child.mediaType)},
        {QStringLiteral("digest"), QString::fromStdString(child.digest.toString())},
        {QStringLiteral("size"), static_cast<qint64>(child.size)},
    };
}

/// Without its type, which may be that of its answer.
QByteArray written(const Manifest &manifest)
{
    QJsonArray manifests;
    QJsonArray layers;
    for (std::size_t i = 0; i < manifest.children.size() - (manifest.hasConfig ? 1 : 0); ++i)
        (i < manifest.manifestCount ? manifests : layers)
            .append(descriptorOf(manifest.children[i]));
    QJsonObject root;
    if (manifest.isIndex)
        root.insert(QStringLiteral("manifests"), manifests);
    if (!layers.isEmpty())
        root.insert(QStringLiteral("layers"), layers);
    if (manifest.hasConfig)
        root.insert(QStringLiteral("config"), descriptorOf(manifest.children.back()));
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

void checkManifest(const Manifest &manifest)
{
    require(isMediaType(manifest.mediaType));
    require(manifest.children.size() <= limits::manifestChildrenMax);
    require(manifest.manifestCount <= manifest.children.size());
    require(manifest.platforms.size() == manifest.manifestCount);
    require(!manifest.hasConfig || manifest.manifestCount < manifest.children.size());
    for (const store::Descriptor &child : manifest.children) {
        require(Digest::parse(child.digest.toString()) == child.digest);
        require(child.size >= 0 && child.size <= limits::blobBytesMax);
        require(child.mediaType.empty() || isMediaType(child.mediaType));
    }
    const auto again = parseManifest(written(manifest), manifest.mediaType);
    require(again && again->mediaType == manifest.mediaType);
    require(std::equal(again->children.begin(), again->children.end(), manifest.children.begin(),
                       manifest.children.end(), isSame));
}

void checkAccept(std::string_view clientAccept)
{
    const std::string own = registry::upstreamAccept({});
    const std::string accept = registry::upstreamAccept(clientAccept);
    const std::size_t lastType = own.rfind(',');
    require(isFieldText(accept) && accept.size() <= own.size() + limits::clientAcceptBytesMax);
    require(accept.starts_with(own.substr(0, lastType)) && accept.ends_with(own.substr(lastType)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    const std::string_view firstLine = input.substr(0, input.find('\n'));
    const std::string_view document = input.substr(std::min(firstLine.size() + 1, input.size()));

    const auto manifest = parseManifest(
        QByteArray(document.data(), static_cast<qsizetype>(document.size())), firstLine);
    if (manifest)
        checkManifest(*manifest);
    else
        require(manifest.error().code == ErrorCode::InvalidInput);
    checkAccept(firstLine);
    return 0;
}
