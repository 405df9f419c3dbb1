// SPDX-License-Identifier: GPL-3.0-or-later
// A document of an upstream that would fool its reader, or use up the one who parses it, is refused
// and not kept; nothing that it names elsewhere is asked for; and the next client is served as
// ever.
#include "core/limits.h"
#include "registry/cachefixture.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

namespace {

constexpr qsizetype manyLevels = 100'000;

QByteArray nested(const QByteArray &open, const QByteArray &close)
{
    return open.repeated(manyLevels) + close.repeated(manyLevels);
}

QByteArray descriptor(const QByteArray &more = {})
{
    return R"({"digest":"sha256:)" + QByteArray(64, 'a') + R"(","size":1)" + more + "}";
}

/// An image manifest of so many bytes.
QByteArray padded(qsizetype bytes)
{
    const QByteArray manifest = imageManifest({});
    return manifest + QByteArray(bytes - manifest.size(), ' ');
}

} // namespace

class TestHostileDocuments final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesManifests_data();
    void refusesManifests();
    void refusesLists_data();
    void refusesLists();
    void servesTheTypeOfTheDocument_data();
    void servesTheTypeOfTheDocument();
    void followsNoUrls();
    void listsOnlyTags();
};

void TestHostileDocuments::refusesManifests_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &document, int status) {
        QTest::newRow(name) << document << status;
    };
    row("an index and an image",
        R"({"schemaVersion":2,"manifests":[)" + descriptor() + R"(],"layers":[)" + descriptor() +
            "]}",
        502);
    row("an index with a config",
        R"({"schemaVersion":2,"manifests":[],"config":)" + descriptor() + "}", 502);
    row("an index that says it is an image",
        QByteArray(R"({"mediaType":")") + imageType + R"(","manifests":[)" + descriptor() + "]}",
        502);
    row("an image that says it is an index",
        QByteArray(R"({"mediaType":")") + indexType + R"(","layers":[)" + descriptor() + "]}", 502);
    row("4 MiB", padded(limits::manifestBytesMax), 200);
    row("4 MiB and a byte", padded(limits::manifestBytesMax + 1), 502);
    row("64 MiB", padded(std::int64_t{64} * 1024 * 1024), 502);
    row("100,000 lists deep", R"({"mediaType":"a/b","layers":)" + nested("[", "]") + "}", 502);
    row("100,000 objects deep", nested(R"({"a":)", "}").replace(":}", ":1}"), 502);
    row("100,000 lists that do not end", QByteArray("[").repeated(manyLevels), 502);
    row("100,000 layers", R"({"layers":[)" + (descriptor() + ',').repeated(manyLevels) + "1]}",
        502);
    row("a layer as large as the sky",
        R"({"layers":[{"digest":"sha256:)" + QByteArray(64, 'a') + R"(","size":1e300}]})", 200);
    row("a layer of no algorithm that is known",
        R"({"layers":[{"digest":"../../../etc/passwd","size":1}]})", 200);
}

void TestHostileDocuments::refusesManifests()
{
    QFETCH(QByteArray, document);
    QFETCH(int, status);
    CacheFixture cache;
    const Digest digest = cache.hub.addManifest("library/app", "evil", imageType, document);
    cache.hub.addManifest("library/app", "good", imageType, imageManifest({}));
    const QByteArray byDigest =
        "/v2/library/app/manifests/" + QByteArray::fromStdString(digest.toString());
    for (const QByteArray &target : {QByteArray("/v2/library/app/manifests/evil"), byDigest}) {
        const ClientReply reply = cache.get(target);
        QCOMPARE(reply.status, status);
        QVERIFY(reply.isComplete);
    }
    if (status != 200)
        QVERIFY(!cache.isStored(digest));
    QCOMPARE(cache.get("/v2/library/app/manifests/good").status, 200);
}

void TestHostileDocuments::refusesLists_data()
{
    QTest::addColumn<QByteArray>("kind"); // of what is asked for
    QTest::addColumn<QByteArray>("document");
    for (const QByteArray &kind :
         {QByteArray("tags/list"), "referrers/sha256:" + QByteArray(64, 'a'),
          QByteArray("/token")}) {
        QTest::addRow("lists in %s", kind.left(9).constData())
            << kind << R"({"tags":)" + nested("[", "]") + R"(,"manifests":[],"token":[]})";
        QTest::addRow("objects in %s", kind.left(9).constData())
            << kind << nested(R"({"tags":)", "}").replace(":}", ":1}");
        QTest::addRow("17 MiB in %s", kind.left(9).constData())
            << kind << "{\"tags\":[]" + QByteArray(qsizetype{17} * 1024 * 1024, ' ') + '}';
    }
}

void TestHostileDocuments::refusesLists()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, document);
    const bool isToken = kind == "/token";
    const QByteArray target = "/v2/library/app/" + (isToken ? QByteArray("manifests/good") : kind);
    CacheFixture cache;
    cache.hub.addManifest("library/app", "good", imageType, imageManifest({}));
    if (isToken)
        cache.hub.requireBearer({});
    const std::string path = (isToken ? kind : target).toStdString();
    cache.hub.addFault(path, {.status = 200, .body = document});
    const int refused = cache.get(target).status;
    QVERIFY2(refused == 502 || refused == 504, qPrintable(QString::number(refused)));
    cache.hub.release(path);
    QTRY_COMPARE(cache.get(target).status, 200);
}

void TestHostileDocuments::servesTheTypeOfTheDocument_data()
{
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("stated");
    QTest::addColumn<QByteArray>("served");
    QTest::newRow("an index, it says")
        << QByteArray(indexType) << QByteArray(imageType) << QByteArray(imageType);
    QTest::newRow("HTML, it says")
        << QByteArray("text/html") << QByteArray(imageType) << QByteArray(imageType);
    QTest::newRow("a type that breaks a header")
        << QByteArray(imageType) << QByteArray(R"(a/b\r\nSet-Cookie: c=d)")
        << QByteArray(imageType);
}

/// What a client is told is what the bytes under the digest say, whatever the upstream says of
/// them.
void TestHostileDocuments::servesTheTypeOfTheDocument()
{
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, stated);
    CacheFixture cache;
    const QByteArray document =
        R"({"schemaVersion":2,"mediaType":")" + stated + R"(","layers":[]})";
    cache.hub.addManifest("library/app", "1", contentType.toStdString(), document);
    for (int i = 0; i < 2; ++i) {
        const ClientReply reply = cache.get("/v2/library/app/manifests/1");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, document);
        QTEST(reply.field("Content-Type"), "served");
        QVERIFY(reply.field("Set-Cookie").isEmpty());
    }
}

void TestHostileDocuments::followsNoUrls()
{
    CacheFixture cache;
    ScriptedRegistry elsewhere;
    const QByteArray content(5'000, 'x');
    const Digest layer = elsewhere.addBlob("evil/app", content);
    const QByteArray digest = QByteArray::fromStdString(layer.toString());
    const QByteArray url =
        QByteArray::fromStdString(elsewhere.url()) + "/v2/evil/app/blobs/" + digest;
    const QByteArray foreign = R"({"mediaType":"application/vnd.docker.image.rootfs.foreign.diff)"
                               R"(.tar.gzip","digest":")" +
                               digest + R"(","size":5000,"urls":[")" + url + R"("]})";
    cache.hub.addManifest("library/app", "1", imageType,
                          QByteArray(R"({"schemaVersion":2,"mediaType":")") + imageType +
                              R"(","layers":[)" + foreign + "]}");
    QCOMPARE(cache.get("/v2/library/app/manifests/1").status, 200);
    QCOMPARE(cache.get("/v2/library/app/blobs/" + digest).status, 404);

    bool isFinished = false;
    cache.core().prefetch(
        {.reference = "docker.io/library/app:1"}, [](const auto &) {},
        [&isFinished](const auto &) { isFinished = true; });
    QTRY_VERIFY(isFinished);
    QCOMPARE(elsewhere.count(), 0);
    QVERIFY(!cache.isStored(layer));
}

void TestHostileDocuments::listsOnlyTags()
{
    CacheFixture cache;
    cache.hub.addFault(
        "/v2/library/app/tags/list",
        {.status = 200,
         .body = R"({"tags":["good","a\u001b[2Jb","\u202egpj","../x","<b>",7,null]})"});
    QCOMPARE(cache.get("/v2/library/app/tags/list").body,
             QByteArray(R"({"name":"library/app","tags":["good"]})"));
}

QTEST_GUILESS_MAIN(TestHostileDocuments)
#include "tst_hostiledocuments.moc"
