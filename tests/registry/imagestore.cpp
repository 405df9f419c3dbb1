// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/imagestore.h"

#include "support/patience.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <optional>

namespace lanyard::test {

namespace {

QJsonObject jsonOf(const store::Descriptor &descriptor)
{
    return {{QStringLiteral("mediaType"), QString::fromStdString(descriptor.mediaType)},
            {QStringLiteral("digest"), QString::fromStdString(descriptor.digest.toString())},
            {QStringLiteral("size"), static_cast<qint64>(descriptor.size)}};
}

Piece document(const QJsonObject &json, std::string_view mediaType)
{
    QJsonObject whole = json;
    whole.insert(QStringLiteral("schemaVersion"), 2);
    whole.insert(QStringLiteral("mediaType"),
                 QString::fromUtf8(mediaType.data(), static_cast<qsizetype>(mediaType.size())));
    return piece(QJsonDocument(whole).toJson(), mediaType);
}

} // namespace

Piece piece(const QByteArray &bytes, std::string_view mediaType)
{
    return {.bytes = bytes,
            .descriptor = {.digest = Digest::of(Digest::Algorithm::Sha256, bytes),
                           .mediaType = std::string(mediaType),
                           .size = bytes.size()}};
}

TestImage testImage(const std::string &architecture, const std::vector<QByteArray> &layers)
{
    TestImage image{.architecture = architecture,
                    .manifest = piece({}, {}),
                    .config =
                        piece(R"({"os":"linux","architecture":")" +
                                  QByteArray::fromStdString(architecture) + R"(","variant":"v8"})",
                              "application/vnd.oci.image.config.v1+json"),
                    .layers = {}};
    QJsonArray list;
    for (const QByteArray &layer : layers) {
        image.layers.push_back(piece(layer, "application/vnd.oci.image.layer.v1.tar+gzip"));
        list.append(jsonOf(image.layers.back().descriptor));
    }
    image.manifest = document({{QStringLiteral("config"), jsonOf(image.config.descriptor)},
                               {QStringLiteral("layers"), list}},
                              "application/vnd.oci.image.manifest.v1+json");
    return image;
}

Piece testIndex(const std::vector<TestImage> &images)
{
    QJsonArray list;
    for (const TestImage &image : images) {
        const bool isAttestation = image.architecture == "unknown";
        QJsonObject entry = jsonOf(image.manifest.descriptor);
        entry.insert(QStringLiteral("platform"),
                     QJsonObject{{QStringLiteral("os"), isAttestation ? QStringLiteral("unknown")
                                                                      : QStringLiteral("linux")},
                                 {QStringLiteral("architecture"),
                                  QString::fromStdString(image.architecture)}});
        list.append(entry);
    }
    return document({{QStringLiteral("manifests"), list}},
                    "application/vnd.oci.image.index.v1+json");
}

ImageStore::ImageStore()
{
    reopen();
}

void ImageStore::reopen(const store::DiskRules &rules)
{
    m_store.reset();
    auto opened = store::Store::open(m_folder.path(), clock, rules);
    if (!opened)
        qFatal("the store does not open: %s", opened.error().message.english().c_str());
    m_store = std::move(*opened);
}

void ImageStore::putManifest(std::string_view registry, std::string_view repository,
                             const Piece &manifest)
{
    const auto parsed = store::parseManifest(manifest.bytes, {});
    if (!parsed)
        qFatal("no manifest: %s", parsed.error().message.english().c_str());
    bool isStored = false;
    m_store->putManifest(
        m_store->ensureRepository(registry, repository),
        {.descriptor = manifest.descriptor, .bytes = manifest.bytes, .children = parsed->children},
        [&isStored](const Result<void> &done) { isStored = done.has_value(); });
    if (!QTest::qWaitFor([&isStored] { return isStored; }, patienceMs))
        qFatal("a manifest was not stored");
}

void ImageStore::putBlob(const Piece &blob)
{
    const auto partial = m_store->openPartial(blob.descriptor.digest);
    if (!partial->begin(blob.descriptor.size))
        qFatal("no partial for %s", blob.descriptor.digest.toString().c_str());
    const QSignalSpy committed(partial.get(), &store::PartialBlob::committed);
    partial->append(blob.bytes);
    partial->finish();
    if (!QTest::qWaitFor([&committed] { return committed.count() == 1; }, patienceMs))
        qFatal("a blob was not stored");
}

void ImageStore::putImage(std::string_view registry, std::string_view repository,
                          const TestImage &image)
{
    putManifest(registry, repository, image.manifest);
    putBlob(image.config);
    for (const Piece &layer : image.layers)
        putBlob(layer);
}

void ImageStore::setTag(std::string_view registry, std::string_view repository,
                        std::string_view tag, const Piece &manifest)
{
    m_store->setTag(
        m_store->ensureRepository(registry, repository), tag,
        {.digest = manifest.descriptor.digest, .checkedAtMs = toEpochMs(clock.wallNow())});
}

} // namespace lanyard::test
