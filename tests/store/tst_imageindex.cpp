// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that index.json is an OCI image index whose descriptors carry whole references.
#include "store/imageindex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lanyard;
using namespace lanyard::store;

class TestImageIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty();
    void descriptors();
    void hostileMediaType();
    void fromCatalogue();
};

namespace {

TaggedManifest tagged(const std::string &tag, const std::string &mediaType)
{
    return {.tag = tag,
            .manifest = {.digest = Digest::of(Digest::Algorithm::Sha256, ""),
                         .mediaType = mediaType,
                         .size = 12}};
}

} // namespace

void TestImageIndex::empty()
{
    QCOMPARE(QJsonDocument::fromJson(imageIndexJson({})),
             QJsonDocument::fromJson(
                 R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",)"
                 R"("manifests":[]})"));
}

void TestImageIndex::descriptors()
{
    const QByteArray json = imageIndexJson(
        {{.name = "docker.io/library/x", .manifests = {tagged("1", "a/b"), tagged("2", "c/d")}},
         {.name = "quay.io/y", .manifests = {tagged("1", "a/b")}}});
    const QJsonArray manifests =
        QJsonDocument::fromJson(json).object().value(QStringLiteral("manifests")).toArray();
    QCOMPARE(manifests.size(), 3);
    QCOMPARE(
        QJsonDocument(manifests.at(1).toObject()),
        QJsonDocument::fromJson(
            R"({"mediaType":"c/d","size":12,"digest":)"
            R"("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",)"
            R"("annotations":{"org.opencontainers.image.ref.name":"docker.io/library/x:2"}})"));
}

void TestImageIndex::hostileMediaType()
{
    const std::string mediaType = "a/\"},{\"digest\":\"\x01\n";
    const QByteArray json =
        imageIndexJson({{.name = "docker.io/x", .manifests = {tagged("1", mediaType)}}});
    const QJsonArray manifests =
        QJsonDocument::fromJson(json).object().value(QStringLiteral("manifests")).toArray();
    QCOMPARE(manifests.size(), 1);
    QCOMPARE(manifests.first().toObject().value(QStringLiteral("mediaType")).toString(),
             QString::fromStdString(mediaType));
}

void TestImageIndex::fromCatalogue()
{
    Catalogue catalogue;
    const Digest digest = Digest::of(Digest::Algorithm::Sha256, "x");
    const RepositoryId repository = catalogue.ensureRepository("docker.io", "library/x");
    catalogue.ensureRepository("docker.io", "library/empty");
    catalogue.link(repository, {.digest = digest, .mediaType = "a/b", .size = 1}, true);
    catalogue.setTag(repository, "one", {.digest = digest});
    QVERIFY(taggedRepositories(catalogue).empty());
    catalogue.setStored(digest, 1);
    const auto repositories = taggedRepositories(catalogue);
    QCOMPARE(repositories.size(), 1U);
    QCOMPARE(repositories.front().name, "docker.io/library/x");
    QCOMPARE(repositories.front().manifests.size(), 1U);
}

QTEST_GUILESS_MAIN(TestImageIndex)
#include "tst_imageindex.moc"
