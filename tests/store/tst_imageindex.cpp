// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that index.json is an OCI image index whose descriptors carry whole references, that every
// root in it is read again, and that what others have made of it does no harm.
#include "core/limits.h"
#include "store/imageindex.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lanyard;
using namespace lanyard::store;

namespace {

const QByteArray digestText = "sha256:" + QByteArray(64, 'a');

Digest digestOf(int number)
{
    return Digest::of(Digest::Algorithm::Sha256, QByteArray::number(number));
}

QByteArray textOf(const Catalogue &catalogue)
{
    QByteArray text;
    ImageIndexText pieces(catalogue);
    for (QByteArray piece = pieces.next(); !piece.isEmpty(); piece = pieces.next())
        text += piece;
    return text;
}

QJsonArray manifestsOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object().value(QStringLiteral("manifests")).toArray();
}

void addManifest(Catalogue &catalogue, RepositoryId repository, const std::string &tag, int number,
                 const std::string &mediaType)
{
    const Digest digest = digestOf(number);
    catalogue.link(repository, {.digest = digest, .mediaType = mediaType, .size = 12}, true);
    catalogue.setStored(digest, 12);
    if (!tag.empty())
        catalogue.setTag(repository, tag, {.digest = digest});
}

/// A descriptor with this annotation.
QByteArray descriptor(const QByteArray &name, const QByteArray &value)
{
    return R"({"mediaType":"a/b","size":12,"digest":")" + digestText + R"(","annotations":{")" +
           name + R"(":")" + value + R"("}})";
}

QByteArray tagged(const QByteArray &reference)
{
    return descriptor("org.opencontainers.image.ref.name", reference);
}

QByteArray listed(const QByteArray &descriptors)
{
    return R"({"schemaVersion":2,"manifests":[)" + descriptors + "]}";
}

} // namespace

class TestImageIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty();
    void descriptors();
    void hostileMediaType();
    void onlyWhatIsStored();
    void readsWhatItWrites();
    void reads_data();
    void reads();
    void hostileTexts();
};

void TestImageIndex::empty()
{
    QCOMPARE(QJsonDocument::fromJson(textOf(Catalogue())),
             QJsonDocument::fromJson(
                 R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",)"
                 R"("manifests":[]})"));
}

void TestImageIndex::descriptors()
{
    Catalogue catalogue;
    const RepositoryId x = catalogue.ensureRepository("docker.io", "library/x");
    catalogue.ensureRepository("docker.io", "library/empty");
    const RepositoryId y = catalogue.ensureRepository("quay.io", "y");
    addManifest(catalogue, x, "1", 1, "a/b");
    addManifest(catalogue, x, "2", 2, "c/d");
    addManifest(catalogue, y, "", 3, "a/b");
    const QJsonArray manifests = manifestsOf(textOf(catalogue));
    QCOMPARE(manifests.size(), 3);
    QCOMPARE(
        QJsonDocument(manifests.at(1).toObject()),
        QJsonDocument::fromJson(
            R"({"mediaType":"c/d","size":12,"digest":")" +
            QByteArray::fromStdString(digestOf(2).toString()) +
            R"(","annotations":{"org.opencontainers.image.ref.name":"docker.io/library/x:2"}})"));
    QCOMPARE(
        QJsonDocument(manifests.at(2).toObject().value(QStringLiteral("annotations")).toObject()),
        QJsonDocument::fromJson(R"({"io.github.lanyard.repository":"quay.io/y"})"));
}

void TestImageIndex::hostileMediaType()
{
    const std::string mediaType = "a/\"},{\"digest\":\"\x01\n";
    Catalogue catalogue;
    addManifest(catalogue, catalogue.ensureRepository("docker.io", "x"), "1", 1, mediaType);
    const QByteArray text = textOf(catalogue);
    const QJsonArray manifests = manifestsOf(text);
    QCOMPARE(manifests.size(), 1);
    QCOMPARE(manifests.first().toObject().value(QStringLiteral("mediaType")).toString(),
             QString::fromStdString(mediaType));
    const auto roots = parseImageIndex(text);
    QCOMPARE(roots.size(), 1U);
    QCOMPARE(roots.front().manifest.mediaType, "");
}

void TestImageIndex::onlyWhatIsStored()
{
    Catalogue catalogue;
    const RepositoryId repository = catalogue.ensureRepository("docker.io", "library/x");
    catalogue.link(repository, {.digest = digestOf(1), .mediaType = "a/b", .size = 1}, true);
    catalogue.setTag(repository, "one", {.digest = digestOf(1)});
    QVERIFY(manifestsOf(textOf(catalogue)).isEmpty());
    catalogue.setStored(digestOf(1), 1);
    QCOMPARE(manifestsOf(textOf(catalogue)).size(), 1);
}

void TestImageIndex::readsWhatItWrites()
{
    Catalogue catalogue;
    const RepositoryId x = catalogue.ensureRepository("localhost:5000", "library/x");
    addManifest(catalogue, x, "1", 1, "a/b");
    addManifest(catalogue, x, "2", 1, "a/b");
    addManifest(catalogue, catalogue.ensureRepository("quay.io", "a/b/c"), "", 3, "c/d");
    const auto roots = parseImageIndex(textOf(catalogue));
    QCOMPARE(roots.size(), 3U);
    QCOMPARE(roots[1].registry, "localhost:5000");
    QCOMPARE(roots[1].repository, "library/x");
    QCOMPARE(roots[1].tag, "2");
    QCOMPARE(roots[1].manifest.digest, digestOf(1));
    QCOMPARE(roots[1].manifest.size, 12);
    QCOMPARE(roots[2].repository, "a/b/c");
    QCOMPARE(roots[2].tag, "");
    QCOMPARE(roots[2].manifest.mediaType, "c/d");
}

void TestImageIndex::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("roots");

    const QByteArray good = tagged("docker.io/library/x:1");
    const auto row = [](const char *name, const QByteArray &text, int roots) {
        QTest::newRow(name) << text << roots;
    };
    row("nothing", {}, 0);
    row("no list", R"({"schemaVersion":2})", 0);
    row("one", listed(good), 1);
    row("indented", QJsonDocument::fromJson(listed(good + ',' + good)).toJson(), 2);
    row("the list is not the first",
        R"({"x":[{"manifests":[)" + good + R"(]}],"manifests":[)" + good + "]}", 1);
    row("a list elsewhere", R"({"other":[)" + good + "]}", 0);
    row("a list below", R"({"x":{"manifests":[)" + good + "]}}", 0);
    row("brackets in strings",
        R"({"a":"]}[{\"","manifests":[)" + tagged(R"(docker.io/]}[{\"\\)") + ',' + good + "]}", 1);
    row("cut in the second", listed(good + ',' + good).chopped(20), 1);
    row("one that is none", listed(R"({},[],7,"x",null,{"digest":[]},)" + good), 1);
    row("no digest", listed(R"({"size":1,"annotations":{}})"), 0);
    row("digest of nothing", listed(QByteArray(good).replace(digestText, "sha256:")), 0);
    row("size of a string", listed(QByteArray(good).replace(":12,", ":\"12\",")), 0);
    row("negative size", listed(QByteArray(good).replace(":12,", ":-1,")), 0);
    row("size of no manifest", listed(QByteArray(good).replace(":12,", ":1e300,")), 0);
    row("a name of another tool", listed(tagged("latest")), 0);
    row("no tag", listed(tagged("docker.io/library/x")), 0);
    row("a wrong tag", listed(tagged("docker.io/library/x:a/b")), 0);
    row("no repository", listed(tagged("docker.io:1")), 0);
    row("a path", listed(tagged("docker.io/../../etc:1")), 0);
    row("upper case", listed(tagged("docker.io/Library/x:1")), 0);
    row("a wrong registry", listed(tagged("-/x:1")), 0);
    row("without a tag", listed(descriptor("io.github.lanyard.repository", "quay.io/y")), 1);
    row("without a tag, a wrong name",
        listed(descriptor("io.github.lanyard.repository", "quay.io")), 0);
    row("an annotation that is no string",
        listed(QByteArray(good).replace("\"docker.io/library/x:1\"", "[1]")), 0);
    row("a huge descriptor", listed(tagged("docker.io/" + QByteArray(100'000, 'x') + ":1")), 0);
}

void TestImageIndex::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(int, roots);
    QCOMPARE(static_cast<int>(parseImageIndex(text).size()), roots);
}

void TestImageIndex::hostileTexts()
{
    constexpr qsizetype large = 10'000'000;
    QVERIFY(parseImageIndex(QByteArray(large, '[')).empty());
    QVERIFY(parseImageIndex(QByteArray(large, '}')).empty());
    QVERIFY(parseImageIndex(QByteArray(large, '\\')).empty());
    QVERIFY(parseImageIndex('"' + QByteArray(large, '\\')).empty());
    QVERIFY(parseImageIndex(R"({"manifests":[)" + QByteArray(large, '{')).empty());
    QVERIFY(parseImageIndex(listed("{}," + QByteArray("[],").repeated(large / 3))).empty());
}

QTEST_GUILESS_MAIN(TestImageIndex)
#include "tst_imageindex.moc"
