// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a manifest's children are found in every kind of manifest, and that what is not one
// is refused.
#include "core/limits.h"
#include "store/manifest.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::store;

namespace {

const QByteArray digestA = "sha256:" + QByteArray(64, 'a');
const QByteArray digestB = "sha256:" + QByteArray(64, 'b');

QByteArray descriptor(const QByteArray &digest, const QByteArray &size)
{
    return R"({"mediaType":"text/x","digest":")" + digest + R"(","size":)" + size + "}";
}

} // namespace

class TestManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsPlatforms();
    void tellsWhatIsConfig();
    void keepsOnlyMediaTypesThatAreSafe_data();
    void keepsOnlyMediaTypesThatAreSafe();
    void boundsChildren();
    void refuses_data();
    void refuses();
};

void TestManifest::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("mediaType");
    QTest::addColumn<int>("children");
    QTest::addColumn<int>("manifests"); // of them

    const QByteArray oci = R"("mediaType":"application/vnd.oci.image.manifest.v1+json",)";
    QTest::newRow("image") << "{" + oci + R"("config":)" + descriptor(digestA, "2") +
                                  R"(,"layers":[)" + descriptor(digestB, "3") + "]}"
                           << QByteArray("application/vnd.oci.image.manifest.v1+json") << 2 << 0;
    QTest::newRow("index") << R"({"manifests":[)" + descriptor(digestA, "2") + "," +
                                  descriptor(digestB, "3") + "]}"
                           << QByteArray("application/x") << 2 << 2;
    QTest::newRow("artifact") << R"({"blobs":[)" + descriptor(digestA, "2") + "]}"
                              << QByteArray("application/x") << 1 << 0;
    QTest::newRow("no children") << QByteArray("{}") << QByteArray("application/x") << 0 << 0;
    QTest::newRow("a digest that cannot be asked for")
        << R"({"layers":[)" + descriptor("sha1:abc", "2") + "]}" << QByteArray("application/x") << 0
        << 0;
    QTest::newRow("a negative size") << R"({"layers":[)" + descriptor(digestA, "-2") + "]}"
                                     << QByteArray("application/x") << 0 << 0;
    QTest::newRow("no size") << R"({"layers":[{"digest":")" + digestA + R"("}]})"
                             << QByteArray("application/x") << 0 << 0;
    QTest::newRow("an index whose layers are null")
        << R"({"layers":null,"config":null,"manifests":[)" + descriptor(digestA, "2") + "]}"
        << QByteArray("application/x") << 1 << 1;
    QTest::newRow("not objects") << QByteArray(R"({"layers":[1,"x",null,[]],"config":7})")
                                 << QByteArray("application/x") << 0 << 0;
}

void TestManifest::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, mediaType);
    QFETCH(int, children);
    QFETCH(int, manifests);
    const auto manifest = parseManifest(bytes, "application/x; charset=utf-8");
    QVERIFY(manifest);
    QCOMPARE(QByteArray::fromStdString(manifest->mediaType), mediaType);
    QCOMPARE(static_cast<int>(manifest->children.size()), children);
    if (children > 0)
        QVERIFY(manifest->children.front().size > 0);
    QCOMPARE(static_cast<int>(manifest->manifestCount), manifests);
}

void TestManifest::readsPlatforms()
{
    // The second has no digest, and so no place.
    const auto manifest = parseManifest(
        R"({"manifests":[{"digest":")" + digestA +
            R"(","size":1,"platform":{"os":"linux","architecture":"arm","variant":"v7"}},)"
            R"({"size":1,"platform":{"os":"windows","architecture":"amd64"}},{"digest":")" +
            digestB + R"(","size":1,"platform":[]}]})",
        "x/y");
    QVERIFY(manifest && manifest->isIndex);
    QCOMPARE(manifest->platforms.size(), std::size_t{2});
    QCOMPARE(manifest->platforms[0],
             (Platform{.os = "linux", .architecture = "arm", .variant = "v7"}));
    QCOMPARE(manifest->platforms[1], Platform());

    QCOMPARE(platformOfConfig(R"({"architecture":"arm64","os":"linux","rootfs":{}})"),
             (Platform{.os = "linux", .architecture = "arm64", .variant = {}}));
    QCOMPARE(platformOfConfig("no JSON"), Platform());
    QCOMPARE(platformOfConfig(R"({"os":")" + QByteArray(10'000, 'x') + R"("})"), Platform());
    QCOMPARE(platformOfConfig(R"({"os":"linux\u001b[2J","architecture":"amd\u202e64"})"),
             Platform());
}

void TestManifest::tellsWhatIsConfig()
{
    const auto image =
        parseManifest(R"({"layers":[)" + descriptor(digestA, "1") + R"(],"config":)" +
                          descriptor(digestB, "2") + R"(,"artifactType":"a/b"})",
                      "x/y");
    QVERIFY(image && image->hasConfig && !image->isIndex);
    QCOMPARE(image->children.back().size, 2);
    QCOMPARE(image->artifactType, std::string("a/b"));
    const auto bare = parseManifest(R"({"layers":[)" + descriptor(digestA, "1") + "]}", "x/y");
    QVERIFY(bare && !bare->hasConfig && bare->artifactType.empty());
}

void TestManifest::keepsOnlyMediaTypesThatAreSafe_data()
{
    QTest::addColumn<QByteArray>("stated");
    QTest::addColumn<QByteArray>("kept");

    const QByteArray longest = QByteArray(127, 'a') + '/' + QByteArray(127, 'b');
    QTest::newRow("a plain one") << QByteArray("application/vnd.x.v1+json")
                                 << QByteArray("application/vnd.x.v1+json");
    QTest::newRow("the longest") << longest << longest;
    QTest::newRow("longer") << longest + 'b' << QByteArray();
    QTest::newRow("with another field") << QByteArray(R"(a/b\r\nSet-Cookie: c=d)") << QByteArray();
    QTest::newRow("with a NUL") << QByteArray(R"(a/b\u0000)") << QByteArray();
    QTest::newRow("with parameters") << QByteArray("a/b; q=0") << QByteArray();
    QTest::newRow("a range") << QByteArray("*/*") << QByteArray();
    QTest::newRow("half of one") << QByteArray("a/") << QByteArray();
    QTest::newRow("two of them") << QByteArray("a/b/c") << QByteArray();
}

void TestManifest::keepsOnlyMediaTypesThatAreSafe()
{
    QFETCH(QByteArray, stated);
    QFETCH(QByteArray, kept);
    const QByteArray child =
        R"({"mediaType":")" + stated + R"(","digest":")" + digestA + R"(","size":1})";
    const auto manifest =
        parseManifest(R"({"mediaType":")" + stated + R"(","manifests":[)" + child + "]}", "x/y");
    QVERIFY(manifest);
    QCOMPARE(QByteArray::fromStdString(manifest->mediaType), kept.isEmpty() ? "x/y" : kept);
    QCOMPARE(manifest->children.size(), std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(manifest->children.front().mediaType), kept);
}

void TestManifest::boundsChildren()
{
    QByteArray layers;
    for (std::size_t i = 0; i < limits::manifestChildrenMax; ++i)
        layers += (i == 0 ? "" : ",") + descriptor(digestA, "1");
    const auto most = parseManifest(R"({"layers":[)" + layers + "]}", "x/y");
    QVERIFY(most);
    QCOMPARE(most->children.size(), limits::manifestChildrenMax);
    // The config counts, and so does the list of another kind.
    for (const QByteArray &more : {R"("config":)" + descriptor(digestB, "1"),
                                   R"("blobs":[)" + descriptor(digestB, "1") + "]"})
        QVERIFY(!parseManifest("{" + more + R"(,"layers":[)" + layers + "]}", "x/y"));
}

void TestManifest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("contentType");

    QTest::newRow("empty") << QByteArray() << QByteArray("application/x");
    QTest::newRow("HTML") << QByteArray("<html>") << QByteArray("text/html");
    QTest::newRow("array") << QByteArray("[]") << QByteArray("application/x");
    QTest::newRow("cut") << QByteArray(R"({"layers":[)") << QByteArray("application/x");
    QTest::newRow("no media type") << QByteArray("{}") << QByteArray();
    QTest::newRow("a media type with a line end")
        << QByteArray(R"({"mediaType":"a/b\r\nX: y"})") << QByteArray();
    const QByteArray layer = "[" + descriptor(digestA, "1") + "]";
    for (const char *list : {"layers", "blobs", "fsLayers"})
        QTest::addRow("an index with %s", list)
            << R"({"manifests":[],")" + QByteArray(list) + R"(":)" + layer + "}"
            << QByteArray("application/x");
    QTest::newRow("an index with a config")
        << R"({"manifests":)" + layer + R"(,"config":)" + descriptor(digestB, "1") + "}"
        << QByteArray("application/x");
    for (const char *type : {"oci.image.manifest.v1", "docker.distribution.manifest.v2"})
        QTest::addRow("an index that is %s", type)
            << R"({"mediaType":"application/vnd.)" + QByteArray(type) + R"(+json","manifests":)" +
                   layer + "}"
            << QByteArray("application/x");
    for (const char *type : {"oci.image.index.v1", "docker.distribution.manifest.list.v2"})
        QTest::addRow("an image that is %s", type)
            << R"({"mediaType":"application/vnd.)" + QByteArray(type) + R"(+json","layers":)" +
                   layer + "}"
            << QByteArray("application/x");
    QTest::newRow("a hundred thousand levels")
        << R"({"mediaType":"a/b","layers":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') +
               "}"
        << QByteArray("application/x");
    QByteArray many = R"({"layers":[)";
    for (std::size_t i = 0; i <= limits::manifestChildrenMax; ++i)
        many += "1,";
    QTest::newRow("too many children") << many + "1]}" << QByteArray("application/x");
}

void TestManifest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, contentType);
    const auto manifest = parseManifest(bytes, contentType.toStdString());
    QVERIFY(!manifest);
    QCOMPARE(manifest.error().code, ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_manifest.moc"
