// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what the cache says of its images, over a real store: which there are, page by page, and
// what of each is stored.
#include "core/limits.h"
#include "registry/imagedesk.h"
#include "registry/images.h"
#include "registry/imagestore.h"

#include <QFile>
#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::registry;
using namespace lanyard::test;

namespace {

QByteArray text(const Digest &digest)
{
    return QByteArray::fromStdString(digest.toString());
}

QByteArray digestOf(const Piece &piece)
{
    return text(piece.descriptor.digest);
}

QByteArrayList names(const ImagePage &page)
{
    QByteArrayList list;
    for (const ImageSummary &image : page.images)
        list.append(image.name());
    return list;
}

std::int64_t bytes(const TestImage &image)
{
    std::int64_t sum = image.manifest.descriptor.size + image.config.descriptor.size;
    for (const Piece &layer : image.layers)
        sum += layer.descriptor.size;
    return sum;
}

upstream::Routes routes()
{
    return {{{.registry = "docker.io", .url = {}, .aliases = {"hub"}},
             {.registry = "quay.io", .url = {}}},
            "docker.io"};
}

} // namespace

class TestImages final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyCache();
    void singleImage();
    void indexNeedsOnePlatform();
    void attestationsAreNoPlatforms();
    void artifact();
    void linksCountNotFiles();
    void damagedManifest();
    void lastUse();
    void pulls();
    void pages_data();
    void pages();
    void filters();
    void untaggedImages();
    void inspects_data();
    void inspects();
    void deskAnswersLater();
    void deskRefusesTooManyQuestions();
    void deskEndsWithOpenQuestions();
};

void TestImages::emptyCache()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    QCOMPARE(images.list({}), ImagePage());
    const auto none = images.inspect("alpine");
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QCOMPARE(none.error().message.english(),
             std::string("docker.io/library/alpine:latest is not in the cache"));
}

void TestImages::singleImage()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const TestImage image = testImage("arm64", {"layer one", "layer 2", "layer one"});
    cache.putManifest("docker.io", "library/x", image.manifest);
    cache.setTag("docker.io", "library/x", "1", image.manifest);
    cache.setTag("docker.io", "library/x", "stable", image.manifest);
    cache.putBlob(image.layers[0]);

    Result<ImageDetails> details = images.inspect("x:1");
    QVERIFY(details);
    QCOMPARE(details->summary.name(), QByteArray("docker.io/library/x:1"));
    QCOMPARE(details->summary.kind, ImageKind::Image);
    QCOMPARE(details->summary.digest, digestOf(image.manifest));
    // A layer that is named twice is stored, and sent, once.
    const std::int64_t total = bytes(image) - image.layers[2].descriptor.size;
    QCOMPARE(details->summary.totalBytes, total);
    QCOMPARE(details->summary.storedBytes,
             total - image.config.descriptor.size - image.layers[1].descriptor.size);
    QVERIFY(!details->summary.isComplete);
    QCOMPARE(details->summary.checkedAtMs, toEpochMs(cache.clock.wallNow()));
    QCOMPARE(details->tags, (QList<QByteArray>{"1", "stable"}));
    QCOMPARE(details->platforms.size(), 1);
    const ImagePlatform &platform = details->platforms.front();
    QCOMPARE(platform.architecture, QByteArray()); // who knows, without the config
    QCOMPARE(platform.layers.size(), 3);
    const QList<ImageContent> missing = platform.missing();
    QCOMPARE(missing.size(), 2);
    QCOMPARE(missing.at(0).digest, digestOf(image.layers[1]));
    QCOMPARE(missing.at(1).digest, digestOf(image.config));

    cache.putBlob(image.layers[1]);
    cache.putBlob(image.config);
    details = images.inspect("x:1");
    QVERIFY(details && details->summary.isComplete);
    QCOMPARE(details->summary.storedBytes, total);
    QCOMPARE(details->platforms.front().os, QByteArray("linux"));
    QCOMPARE(details->platforms.front().architecture, QByteArray("arm64"));
    QCOMPARE(details->platforms.front().variant, QByteArray("v8"));
    QCOMPARE(images.list({}).images.front(), details->summary);
}

void TestImages::indexNeedsOnePlatform()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const TestImage amd = testImage("amd64", {"shared", "amd"});
    const TestImage arm = testImage("arm64", {"shared", "arm"});
    const Piece index = testIndex({amd, arm});
    cache.putManifest("quay.io", "org/x", index);
    cache.setTag("quay.io", "org/x", "1", index);
    ImageSummary summary = images.list({}).images.value(0);
    QCOMPARE(summary.kind, ImageKind::Index);
    QVERIFY(!summary.isComplete);
    QCOMPARE(summary.totalBytes, index.descriptor.size);

    cache.putManifest("quay.io", "org/x", arm.manifest);
    summary = images.list({}).images.value(0);
    QVERIFY(!summary.isComplete);
    QCOMPARE(summary.totalBytes, index.descriptor.size + bytes(arm));
    QCOMPARE(summary.storedBytes, index.descriptor.size + arm.manifest.descriptor.size);

    cache.putImage("quay.io", "org/x", arm);
    const auto details = images.inspect("quay.io/org/x:1");
    QVERIFY(details && details->summary.isComplete);
    QCOMPARE(details->summary.storedBytes, index.descriptor.size + bytes(arm));
    QCOMPARE(details->platforms.size(), 2);
    QCOMPARE(details->platforms.at(0).architecture, QByteArray("amd64"));
    QVERIFY(!details->platforms.at(0).isComplete);
    QVERIFY(!details->platforms.at(0).manifest.isStored);
    QCOMPARE(details->platforms.at(1).architecture, QByteArray("arm64"));
    QVERIFY(details->platforms.at(1).isComplete);

    // The layer that both have counts once.
    cache.putImage("quay.io", "org/x", amd);
    QCOMPARE(images.list({}).images.value(0).totalBytes,
             index.descriptor.size + bytes(arm) + bytes(amd) - amd.layers[0].descriptor.size);
}

void TestImages::attestationsAreNoPlatforms()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const TestImage image = testImage("amd64", {"layer"});
    const TestImage attestation = testImage("unknown", {"who built it"});
    const Piece index = testIndex({image, attestation});
    cache.putManifest("docker.io", "library/x", index);
    cache.setTag("docker.io", "library/x", "1", index);
    cache.putImage("docker.io", "library/x", attestation);
    QVERIFY(!images.list({}).images.value(0).isComplete);
    cache.putImage("docker.io", "library/x", image);
    QVERIFY(images.list({}).images.value(0).isComplete);
    const auto details = images.inspect("x:1");
    QVERIFY(details);
    QVERIFY(!details->platforms.at(0).isAttachment);
    QVERIFY(details->platforms.at(1).isAttachment);

    // An index of nothing else is complete with all of it.
    const Piece only = testIndex({attestation});
    cache.putManifest("docker.io", "library/x", only);
    cache.setTag("docker.io", "library/x", "2", only);
    QVERIFY(images.inspect("x:2")->summary.isComplete);
}

void TestImages::artifact()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const Piece chart = piece(
        R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",)"
        R"("config":{"mediaType":"application/vnd.cncf.helm.config.v1+json","size":2,"digest":)"
        R"("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"},"layers":[]})",
        "application/vnd.oci.image.manifest.v1+json");
    cache.putManifest("quay.io", "charts/x", chart);
    cache.setTag("quay.io", "charts/x", "1", chart);
    QCOMPARE(images.list({}).images.value(0).kind, ImageKind::Artifact);
    QVERIFY(!images.list({}).images.value(0).isComplete);
    cache.putBlob(piece("{}", {}));
    QVERIFY(images.list({}).images.value(0).isComplete);
    QCOMPARE(images.inspect("quay.io/charts/x:1")->platforms.at(0).os, QByteArray());
}

void TestImages::linksCountNotFiles()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const TestImage image = testImage("amd64", {"layer"});
    const Piece index = testIndex({image});
    // Another repository has it all; through this one only the index was fetched.
    cache.putImage("docker.io", "library/other", image);
    cache.putManifest("docker.io", "library/x", index);
    cache.setTag("docker.io", "library/x", "1", index);
    const auto details = images.inspect("x:1");
    QVERIFY(details);
    QVERIFY(details->platforms.at(0).manifest.isStored);
    // What its manifest names is not this repository's before that was fetched through it.
    QVERIFY(!details->summary.isComplete);
    cache.putManifest("docker.io", "library/x", image.manifest);
    QVERIFY(images.inspect("x:1")->summary.isComplete);
}

void TestImages::damagedManifest()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const TestImage image = testImage("amd64", {"layer"});
    cache.putImage("docker.io", "library/x", image);
    cache.setTag("docker.io", "library/x", "1", image.manifest);
    QFile file(cache.folder() + QStringLiteral("/blobs/sha256/") +
               QString::fromStdString(image.manifest.descriptor.digest.hex()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("{}"), 2);
    file.close();
    // Seen as damaged it is not stored any more, and so is no image.
    QVERIFY(!images.list({}).images.value(0).isComplete);
    QCOMPARE(images.list({}), ImagePage());
    QCOMPARE(images.inspect("x:1").error().code, ErrorCode::NotFound);
}

void TestImages::lastUse()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const TestImage image = testImage("amd64", {"layer"});
    cache.putImage("docker.io", "library/x", image);
    cache.setTag("docker.io", "library/x", "1", image.manifest);
    QCOMPARE(images.list({}).images.value(0).lastUsedAtMs, 0);
    cache.store().touch(*cache.store().catalogue().find("docker.io", "library/x"),
                        image.manifest.descriptor.digest);
    QCOMPARE(images.list({}).images.value(0).lastUsedAtMs, toEpochMs(cache.clock.wallNow()));
}

void TestImages::pulls()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const TestImage image = testImage("arm64", {"layer"});
    cache.putImage("docker.io", "library/x", image);
    cache.setTag("docker.io", "library/x", "1", image.manifest);
    const auto pulls = [&] {
        return Images(cache.store(), known).inspect("x:1")->summary.pulls;
    };
    const auto use = [&](store::Store::Use how) {
        cache.store().touch(*cache.store().catalogue().find("docker.io", "library/x"),
                            image.manifest.descriptor.digest, how);
    };
    QCOMPARE(pulls(), 0U);
    use(store::Store::Use::Pull);
    use(store::Store::Use::Other);
    QCOMPARE(pulls(), 1U);
    cache.reopen();
    QCOMPARE(pulls(), 1U);
    use(store::Store::Use::Pull);
    QCOMPARE(pulls(), 2U);
    cache.reopen();
    QCOMPARE(pulls(), 2U);
}

void TestImages::pages_data()
{
    QTest::addColumn<int>("max");
    for (const int max : {1, 2, 3, 7, 1000})
        QTest::addRow("%d", max) << max;
}

void TestImages::pages()
{
    QFETCH(int, max);
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const TestImage image = testImage("amd64", {"layer"});
    // "a-b" is after "a" as a repository, and before "a:" as text.
    for (const char *repository : {"a-b", "a", "a/b"}) {
        cache.putImage("quay.io", repository, image);
        for (const char *tag : {"2", "10", "B", "a"})
            cache.setTag("quay.io", repository, tag, image.manifest);
    }
    QByteArrayList all;
    ImageQuery query{.after = {}, .contains = {}, .max = max};
    while (true) {
        const ImagePage page = images.list(query);
        QVERIFY(page.images.size() == max || !page.hasMore);
        all += names(page);
        if (!page.hasMore)
            break;
        query.after = page.images.back().name();
    }
    QByteArrayList expected;
    for (const char *repository : {"a", "a-b", "a/b"}) {
        for (const char *tag : {"10", "2", "B", "a"})
            expected.append(QByteArray("quay.io/") + repository + ':' + tag);
    }
    QCOMPARE(all, expected);
    // The place of one that is gone, or never was.
    query = {.after = "quay.io/a-b:3", .contains = {}, .max = 1};
    QCOMPARE(names(images.list(query)), QByteArrayList{"quay.io/a-b:B"});
    query.after = "quay.io/a-a:x";
    QCOMPARE(names(images.list(query)), QByteArrayList{"quay.io/a-b:10"});
    query.after = "nonsense";
    QCOMPARE(names(images.list(query)), QByteArrayList{"quay.io/a:10"});
    query = {.after = {}, .contains = {}, .max = -1};
    QCOMPARE(images.list(query).images.size(), 1);
}

void TestImages::filters()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const TestImage image = testImage("amd64", {"layer"});
    for (const char *repository : {"library/alpine", "library/debian"}) {
        cache.putImage("docker.io", repository, image);
        cache.setTag("docker.io", repository, "3.19", image.manifest);
        cache.setTag("docker.io", repository, "latest", image.manifest);
    }
    const auto matching = [&images](const char *text) {
        return names(images.list({.after = {}, .contains = text, .max = 10}));
    };
    QCOMPARE(matching("debian").size(), 2);
    QCOMPARE(matching("3.19").size(), 2);
    QCOMPARE(matching("alpine:l"), QByteArrayList{"docker.io/library/alpine:latest"});
    QCOMPARE(matching("quay").size(), 0);
    const ImagePage page = images.list({.after = {}, .contains = "3.19", .max = 1});
    QVERIFY(page.hasMore);
}

void TestImages::untaggedImages()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const TestImage member = testImage("amd64", {"member"});
    const Piece index = testIndex({member});
    const TestImage old = testImage("amd64", {"old"});
    const TestImage older = testImage("amd64", {"older"});
    cache.putManifest("docker.io", "library/x", index);
    cache.setTag("docker.io", "library/x", "latest", index);
    for (const TestImage &image : {member, old, older})
        cache.putImage("docker.io", "library/x", image);
    const QByteArray prefix = "docker.io/library/x@";
    QByteArrayList untagged{prefix + digestOf(old.manifest), prefix + digestOf(older.manifest)};
    std::sort(untagged.begin(), untagged.end());

    const QByteArrayList all = names(images.list({}));
    QCOMPARE(all, QByteArrayList{"docker.io/library/x:latest"} + untagged);
    // Its name is a reference, and a place in the list.
    const auto first = images.inspect(untagged.first().toStdString());
    QVERIFY(first);
    QVERIFY(first->tags.isEmpty());
    QCOMPARE(first->summary.checkedAtMs, 0);
    QCOMPARE(names(images.list({.after = untagged.first(), .contains = {}, .max = 9})),
             QByteArrayList{untagged.last()});
    QCOMPARE(names(images.list({.after = all.first(), .contains = {}, .max = 1})),
             QByteArrayList{untagged.first()});
    QCOMPARE(names(images.list({.after = {}, .contains = untagged.last(), .max = 1})),
             QByteArrayList{untagged.last()});
}

void TestImages::inspects_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<QByteArray>("name"); // empty: refused
    const TestImage image = testImage("amd64", {"layer"});
    const QByteArray byDigest = "docker.io/library/x@" + digestOf(image.manifest);
    const auto row = [](const QByteArray &reference, const QByteArray &name) {
        QTest::newRow(reference.isEmpty() ? "empty" : reference.constData()) << reference << name;
    };
    row("x", "docker.io/library/x:latest");
    row("library/x", "docker.io/library/x:latest");
    row("x:latest", "docker.io/library/x:latest");
    row("hub/x", "docker.io/library/x:latest");
    row("index.docker.io/library/x", "docker.io/library/x:latest");
    row("x@" + digestOf(image.manifest), byDigest);
    // As when pulling, the tag does not matter then.
    row("x:gone@" + digestOf(image.manifest), byDigest);
    row("x:latest@" + digestOf(image.manifest), "docker.io/library/x:latest");
    for (const char *wrong : {"", "X", "x:", "x@sha256:12", "hub/", "a b", "../x"})
        row(wrong, {});
}

void TestImages::inspects()
{
    QFETCH(QByteArray, reference);
    QFETCH(QByteArray, name);
    ImageStore cache;
    const upstream::Routes known = routes();
    const Images images(cache.store(), known);
    const TestImage image = testImage("amd64", {"layer"});
    cache.putManifest("docker.io", "library/x", image.manifest);
    cache.setTag("docker.io", "library/x", "latest", image.manifest);
    const auto details = images.inspect(reference.toStdString());
    QCOMPARE(details.has_value(), !name.isEmpty());
    if (details)
        QCOMPARE(details->summary.name(), name);
    else
        QCOMPARE(details.error().code, ErrorCode::InvalidInput);
}

void TestImages::deskAnswersLater()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    ImageDesk desk(cache.store(), known);
    std::optional<Result<ImagePage>> page;
    std::optional<Result<ImageDetails>> details;
    desk.list({}, [&page](const Result<ImagePage> &answer) { page = answer; });
    desk.inspect("X", [&details](const Result<ImageDetails> &answer) { details = answer; });
    QVERIFY(!page);
    QTRY_VERIFY(page && details);
    QVERIFY(*page);
    QCOMPARE(details->error().code, ErrorCode::InvalidInput);
}

void TestImages::deskRefusesTooManyQuestions()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    ImageDesk desk(cache.store(), known);
    std::size_t answered = 0;
    std::size_t refused = 0;
    const auto count = [&](const Result<ImagePage> &answer) {
        ++(answer ? answered : refused);
    };
    for (std::size_t i = 0; i <= limits::questionsMax; ++i)
        desk.list({}, count);
    QCOMPARE(refused, std::size_t{1});
    QTRY_COMPARE(answered, limits::questionsMax);
    desk.list({}, count);
    QTRY_COMPARE(answered, limits::questionsMax + 1);
}

void TestImages::deskEndsWithOpenQuestions()
{
    ImageStore cache;
    const upstream::Routes known = routes();
    bool isAnswered = false;
    {
        ImageDesk desk(cache.store(), known);
        for (int i = 0; i < 100; ++i)
            desk.list({}, [&isAnswered](const Result<ImagePage> &) { isAnswered = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(TestImages)
#include "tst_images.moc"
