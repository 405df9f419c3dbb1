// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/probeimage.h"

#include "api/probe.h"
#include "core/asciitext.h"
#include "registry/probelayer.h"
#include "store/manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <utility>

namespace lanyard::registry {

namespace {

/// The media types of one way to write an image.
struct Dialect
{
    std::string_view index;
    std::string_view manifest;
    std::string_view config;
    std::string_view layer;
};

/// OCI image-spec 1.1, "Media Types", and Docker image manifest version 2, schema 2.
constexpr std::array dialects{
    Dialect{.index = "application/vnd.oci.image.index.v1+json",
            .manifest = "application/vnd.oci.image.manifest.v1+json",
            .config = "application/vnd.oci.image.config.v1+json",
            .layer = "application/vnd.oci.image.layer.v1.tar+gzip"},
    Dialect{.index = "application/vnd.docker.distribution.manifest.list.v2+json",
            .manifest = "application/vnd.docker.distribution.manifest.v2+json",
            .config = "application/vnd.docker.container.image.v1+json",
            .layer = "application/vnd.docker.image.rootfs.diff.tar.gzip"},
};

struct Platform
{
    std::string_view architecture;
    std::string_view variant;
};

/// The first one is for clients that take no index.
constexpr std::array platforms{
    Platform{"amd64", ""}, Platform{"arm64", "v8"}, Platform{"arm", "v7"},
    Platform{"arm", "v6"}, Platform{"386", ""},     Platform{"ppc64le", ""},
    Platform{"s390x", ""}, Platform{"riscv64", ""}, Platform{"loong64", ""},
};

QString text(std::string_view bytes)
{
    return QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

ProbePart partOf(ProbePart::Kind kind, std::string_view mediaType, QByteArray bytes)
{
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, bytes);
    return {.kind = kind, .mediaType = mediaType, .bytes = std::move(bytes), .digest = digest};
}

ProbePart documentOf(ProbePart::Kind kind, std::string_view mediaType, const QJsonObject &json)
{
    return partOf(kind, mediaType, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject descriptorOf(const ProbePart &part, std::string_view mediaType)
{
    return {{QStringLiteral("mediaType"), text(mediaType)},
            {QStringLiteral("digest"), QString::fromStdString(part.digest.toString())},
            {QStringLiteral("size"), static_cast<qint64>(part.bytes.size())}};
}

QJsonObject platformJson(const Platform &platform)
{
    QJsonObject json{{QStringLiteral("os"), QStringLiteral("linux")},
                     {QStringLiteral("architecture"), text(platform.architecture)}};
    if (!platform.variant.empty())
        json.insert(QStringLiteral("variant"), text(platform.variant));
    return json;
}

ProbePart configOf(const Platform &platform, const QString &nonce, const Digest &unpackedLayer)
{
    const QString created = QStringLiteral("1970-01-01T00:00:00Z");
    QJsonObject json = platformJson(platform);
    json.insert(QStringLiteral("created"), created);
    json.insert(QStringLiteral("config"),
                QJsonObject{{QStringLiteral("Labels"),
                             QJsonObject{{QStringLiteral("io.github.lanyard.probe"), nonce}}}});
    json.insert(QStringLiteral("rootfs"),
                QJsonObject{{QStringLiteral("type"), QStringLiteral("layers")},
                            {QStringLiteral("diff_ids"),
                             QJsonArray{QString::fromStdString(unpackedLayer.toString())}}});
    json.insert(QStringLiteral("history"),
                QJsonArray{QJsonObject{{QStringLiteral("created"), created},
                                       {QStringLiteral("created_by"), text(productName)}}});
    return documentOf(ProbePart::Kind::Config, dialects.front().config, json);
}

ProbePart manifestOf(const Dialect &dialect, const ProbePart &config, const ProbePart &layer)
{
    return documentOf(ProbePart::Kind::Manifest, dialect.manifest,
                      {{QStringLiteral("schemaVersion"), 2},
                       {QStringLiteral("mediaType"), text(dialect.manifest)},
                       {QStringLiteral("config"), descriptorOf(config, dialect.config)},
                       {QStringLiteral("layers"), QJsonArray{descriptorOf(layer, dialect.layer)}}});
}

/// `manifests` are those of all platforms, in their order.
ProbePart indexOf(const Dialect &dialect, const std::vector<ProbePart> &manifests)
{
    QJsonArray list;
    for (std::size_t i = 0; i < manifests.size(); ++i) {
        QJsonObject entry = descriptorOf(manifests[i], dialect.manifest);
        entry.insert(QStringLiteral("platform"), platformJson(platforms[i]));
        list.append(entry);
    }
    return documentOf(ProbePart::Kind::Manifest, dialect.index,
                      {{QStringLiteral("schemaVersion"), 2},
                       {QStringLiteral("mediaType"), text(dialect.index)},
                       {QStringLiteral("manifests"), list}});
}

} // namespace

ProbeImage::ProbeImage(std::string_view nonce)
{
    const QByteArray line(nonce.data(), static_cast<qsizetype>(nonce.size()));
    const ProbeLayer packed = makeProbeLayer(probeFile, line + '\n');
    const ProbePart layer =
        partOf(ProbePart::Kind::Layer, dialects.front().layer, packed.compressed);
    const Digest unpacked = Digest::of(Digest::Algorithm::Sha256, packed.tar);

    std::vector<ProbePart> configs;
    for (const Platform &platform : platforms)
        configs.push_back(configOf(platform, QString::fromLatin1(line), unpacked));
    std::vector<ProbePart> others = configs;
    others.push_back(layer);
    for (const Dialect &dialect : dialects) {
        std::vector<ProbePart> manifests;
        for (const ProbePart &config : configs)
            manifests.push_back(manifestOf(dialect, config, layer));
        m_parts.push_back(indexOf(dialect, manifests));
        m_parts.push_back(manifests.front());
        others.insert(others.end(), manifests.begin() + 1, manifests.end());
    }
    m_parts.insert(m_parts.end(), others.begin(), others.end());
}

const ProbePart &ProbeImage::taggedFor(std::string_view accept) const
{
    // An index before a manifest, OCI before Docker; what names no type of them takes the first.
    constexpr std::size_t candidates = 4;
    static constexpr std::array<std::size_t, candidates> preference{0, 2, 1, 3};
    std::array<bool, candidates> isAccepted{};
    while (!accept.empty()) {
        const std::string_view type = store::mediaTypeOf(takeListElement(accept));
        for (std::size_t i = 0; i < candidates; ++i)
            isAccepted[i] = isAccepted[i] || equalsIgnoringCase(type, m_parts[i].mediaType);
    }
    const auto *const best = std::find_if(preference.begin(), preference.end(),
                                          [&](std::size_t i) { return isAccepted[i]; });
    return m_parts[best == preference.end() ? 0 : *best];
}

std::string_view nameOf(ProbePart::Kind kind)
{
    switch (kind) {
    case ProbePart::Kind::Manifest:
        return "manifest";
    case ProbePart::Kind::Config:
        return "config";
    case ProbePart::Kind::Layer:
        return "layer";
    }
    return "manifest";
}

} // namespace lanyard::registry
