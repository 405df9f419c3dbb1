// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which images an archive is said to have, and that their bytes come out as they are in it:
// layouts as folders and as tar files, the storage of a registry, and what is none of these.
#include "archive/imagesource.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <unistd.h>
#include <utility>

using namespace lanyard;
using archive::ArchivedImage;
using archive::ImageSource;

namespace {

Digest digestOf(const QByteArray &bytes)
{
    return Digest::of(Digest::Algorithm::Sha256, bytes);
}

QByteArray text(const Digest &digest)
{
    return QByteArray::fromStdString(digest.toString());
}

/// index.json with one manifest, and these annotations.
QByteArray indexOf(const QByteArray &manifest, const QByteArray &annotations)
{
    return R"({"schemaVersion":2,"manifests":[{"mediaType":"a/b","digest":")" +
           text(digestOf(manifest)) + R"(","size":)" + QByteArray::number(manifest.size()) +
           R"(,"annotations":{)" + annotations + "}}]}";
}

QByteArrayList namesOf(const std::vector<ArchivedImage> &images)
{
    QByteArrayList names;
    for (const ArchivedImage &image : images)
        names.append(QByteArray::fromStdString(image.name));
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

class TestImageSources final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesInLayouts_data();
    void namesInLayouts();
    void bytesOfLayouts_data();
    void bytesOfLayouts();
    void registryTree_data();
    void registryTree();
    void notAnArchive_data();
    void notAnArchive();
    void cutTar();
    void startsNoProgram();
    void stops_data();
    void stops();
    void stopsInAnIndexThatIsFarBehind();
    void hiddenFolderIsAnError_data();
    void hiddenFolderIsAnError();

private:
    void put(const QString &name, const QByteArray &bytes) const;
    void putContent(const QByteArray &bytes) const;
    std::string pack(const QStringList &options, const QString &name) const;
    std::map<Digest, QByteArray> readAll(ImageSource &source,
                                         const std::unordered_set<Digest> &wanted);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_layout;
};

void TestImageSources::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_layout = m_folder->filePath(QStringLiteral("layout"));
    QVERIFY(QDir().mkpath(m_layout));
}

void TestImageSources::put(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_layout + u'/' + name;
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestImageSources::putContent(const QByteArray &bytes) const
{
    put(QStringLiteral("blobs/sha256/") + QString::fromStdString(digestOf(bytes).hex()), bytes);
}

/// A tar file of the layout.
std::string TestImageSources::pack(const QStringList &options, const QString &name) const
{
    const QString path = m_folder->filePath(name);
    const int status =
        QProcess::execute(QStringLiteral("tar"),
                          options + QStringList{QStringLiteral("-C"), m_layout,
                                                QStringLiteral("-cf"), path, QStringLiteral(".")});
    return status == 0 ? path.toStdString() : std::string();
}

std::map<Digest, QByteArray> TestImageSources::readAll(ImageSource &source,
                                                       const std::unordered_set<Digest> &wanted)
{
    std::map<Digest, QByteArray> contents;
    const Result<void> read = source.read(wanted, [&](const ImageSource::Content &content) {
        QByteArray bytes;
        while (true) {
            const Result<QByteArray> piece = content.next();
            if (!piece)
                return Result<void>(tl::unexpected(piece.error()));
            if (piece->isEmpty())
                break;
            bytes += *piece;
        }
        if (bytes.size() != content.size)
            return Result<void>(failure(ErrorCode::Corrupt, "another size"));
        contents.emplace(content.digest, bytes);
        return Result<void>();
    });
    if (!read)
        QTest::qFail(read.error().message.english().c_str(), __FILE__, __LINE__);
    return contents;
}

void TestImageSources::namesInLayouts_data()
{
    QTest::addColumn<QByteArray>("annotations");
    QTest::addColumn<QByteArray>("name");
    const QByteArray digest = text(digestOf("manifest"));
    QTest::newRow("containerd, Docker")
        << QByteArray(
               R"("io.containerd.image.name":"docker.io/library/x:1","org.opencontainers.image.ref.name":"1")")
        << QByteArray("docker.io/library/x:1");
    QTest::newRow("podman, Lanyard")
        << QByteArray(R"("org.opencontainers.image.ref.name":"quay.io/a/b:2")")
        << QByteArray("quay.io/a/b:2");
    QTest::newRow("a name and a tag")
        << QByteArray(R"("org.opencontainers.image.ref.name":"alpine:3")")
        << QByteArray("alpine:3");
    QTest::newRow("a tag only") << QByteArray(R"("org.opencontainers.image.ref.name":"3.19")")
                                << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("Lanyard, without a tag")
        << QByteArray(R"("io.github.lanyard.repository":"quay.io/a/b")")
        << QByteArray("quay.io/a/b@" + digest);
}

void TestImageSources::namesInLayouts()
{
    QFETCH(QByteArray, annotations);
    QFETCH(QByteArray, name);
    put(QStringLiteral("index.json"), indexOf("manifest", annotations));
    const auto source = archive::openImageSource(m_layout.toStdString(), {});
    QVERIFY2(source, source ? "" : source.error().message.english().c_str());
    const auto images = (*source)->images();
    QVERIFY2(images, images ? "" : images.error().message.english().c_str());
    QCOMPARE(namesOf(*images), QByteArrayList{name});
    QCOMPARE(images->front().manifest.digest, digestOf("manifest"));
    QCOMPARE(images->front().manifest.mediaType, std::string("a/b"));
}

void TestImageSources::bytesOfLayouts_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("name");
    QTest::newRow("folder") << QStringList() << QString();
    QTest::newRow("tar") << QStringList() << "a.tar";
    QTest::newRow("ustar") << QStringList(QStringLiteral("--format=ustar")) << "a.tar";
    QTest::newRow("pax") << QStringList(QStringLiteral("--format=pax")) << "a.tar";
    QTest::newRow("gzip") << QStringList(QStringLiteral("-z")) << "a.tgz";
    QTest::newRow("xz") << QStringList(QStringLiteral("-J")) << "a.tar.xz";
    QTest::newRow("bzip2") << QStringList(QStringLiteral("-j")) << "a.tar.bz2";
}

void TestImageSources::bytesOfLayouts()
{
    QFETCH(QStringList, options);
    QFETCH(QString, name);
    const QByteArray large(3'000'000, 'x');
    put(QStringLiteral("index.json"),
        indexOf("manifest", R"("org.opencontainers.image.ref.name":"a:1")"));
    putContent("manifest");
    putContent(large);
    putContent("not asked for");
    putContent("");
    const std::string path = name.isEmpty() ? m_layout.toStdString() : pack(options, name);
    const auto source = archive::openImageSource(path, {});
    QVERIFY2(source, source ? "" : source.error().message.english().c_str());
    const auto images = (*source)->images();
    QVERIFY2(images, images ? "" : images.error().message.english().c_str());
    QCOMPARE(namesOf(*images), QByteArrayList{"a:1"});
    const std::map<Digest, QByteArray> expected{
        {digestOf("manifest"), "manifest"}, {digestOf(large), large}, {digestOf(""), ""}};
    QCOMPARE(readAll(**source,
                     {digestOf("manifest"), digestOf(large), digestOf(""), digestOf("not there")}),
             expected);
}

void TestImageSources::registryTree_data()
{
    QTest::addColumn<QString>("below");
    QTest::newRow("root directory") << "docker/registry/v2/";
    QTest::newRow("the storage itself") << "";
}

void TestImageSources::registryTree()
{
    QFETCH(QString, below);
    const auto link = [&](const QString &name, const QByteArray &bytes) {
        put(below + QStringLiteral("repositories/") + name + QStringLiteral("/link"),
            text(digestOf(bytes)));
    };
    const auto revision = [](const QString &repository, const QByteArray &bytes) {
        return repository + QStringLiteral("/_manifests/revisions/sha256/") +
               QString::fromStdString(digestOf(bytes).hex());
    };
    const auto tag = [](const QString &repository, const char *name) {
        return repository + QStringLiteral("/_manifests/tags/") + QLatin1String(name) +
               QStringLiteral("/current");
    };
    const QString alpine = QStringLiteral("library/alpine");
    const QString inner = QStringLiteral("library/alpine/inner");
    link(tag(alpine, "3.19"), "manifest");
    link(tag(alpine, "latest"), "manifest");
    link(revision(alpine, "manifest"), "manifest");
    link(revision(alpine, "child"), "child");
    link(alpine + QStringLiteral("/_layers/sha256/ab"), "layer");
    link(tag(inner, "1"), "other");
    // What `garbage-collect` and interrupted writes leave.
    put(below + QStringLiteral("repositories/library/alpine/_manifests/tags/gone/current/link"),
        "sha256:");
    QVERIFY(QDir().mkpath(m_layout + u'/' + below +
                          QStringLiteral("repositories/x/_manifests/revisions/sha256/ab")));
    const QString hex = QString::fromStdString(digestOf("manifest").hex());
    put(below + QStringLiteral("blobs/sha256/") + hex.left(2) + u'/' + hex +
            QStringLiteral("/data"),
        "manifest");

    const auto source =
        archive::openImageSource(m_layout.toStdString(), {.registry = "quay.io", .stop = {}});
    QVERIFY2(source, source ? "" : source.error().message.english().c_str());
    const auto images = (*source)->images();
    QVERIFY2(images, images ? "" : images.error().message.english().c_str());
    QCOMPARE(namesOf(*images),
             (QByteArrayList{"quay.io/library/alpine/inner:1", "quay.io/library/alpine:3.19",
                             "quay.io/library/alpine:latest",
                             "quay.io/library/alpine@" + text(digestOf("child"))}));
    QCOMPARE(readAll(**source, {digestOf("manifest"), digestOf("child")}),
             (std::map<Digest, QByteArray>{{digestOf("manifest"), "manifest"}}));
}

void TestImageSources::notAnArchive_data()
{
    QTest::addColumn<QString>("file"); ///< to be made, with these bytes
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("path"); ///< relative to the folder of the test
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("absent") << "" << QByteArray() << "nowhere"
                            << QByteArray(": No such file or directory");
    QTest::newRow("empty folder")
        << "" << QByteArray() << "layout"
        << QByteArray(": neither an OCI image layout (it has no index.json) nor the storage of a "
                      "registry (it has no docker/registry/v2)");
    QTest::newRow("text") << "../a.tar" << QByteArray("hello") << "a.tar"
                          << QByteArray(": Unrecognized archive format");
    QTest::newRow("empty file") << "../a.tar" << QByteArray() << "a.tar"
                                << QByteArray(": Unrecognized archive format");
    QTest::newRow("old docker save")
        << "manifest.json" << QByteArray("[]") << "packed"
        << QByteArray(": no OCI image layout: it has no index.json. `docker save` before Docker 25 "
                      "does not keep the manifests that a registry serves");
    QTest::newRow("index.json is a folder")
        << "index.json/x" << QByteArray() << "layout" << QByteArray("/index.json: not a file");
}

void TestImageSources::notAnArchive()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, path);
    QFETCH(QByteArray, reason);
    if (!file.isEmpty())
        put(file, bytes);
    const std::string whole = path == QStringLiteral("packed")
                                  ? pack({}, QStringLiteral("packed.tar"))
                                  : m_folder->filePath(path).toStdString();
    const auto source = archive::openImageSource(whole, {});
    const auto images = source ? (*source)->images()
                               : Result<std::vector<ArchivedImage>>(tl::unexpected(source.error()));
    QVERIFY(!images);
    QCOMPARE(QByteArray::fromStdString(images.error().message.english()),
             QByteArray::fromStdString(whole) + reason);
}

void TestImageSources::cutTar()
{
    put(QStringLiteral("index.json"), indexOf("manifest", {}));
    const QByteArray large(3'000'000, 'x');
    putContent(large);
    const std::string path = pack({}, QStringLiteral("a.tar"));
    QFile file(QString::fromStdString(path));
    QVERIFY(file.resize(1'000'000));
    const auto source = archive::openImageSource(path, {});
    QVERIFY(source);
    const Result<void> read =
        (*source)->read({digestOf(large)}, [](const ImageSource::Content &content) {
            Result<QByteArray> piece = content.next();
            while (piece && !piece->isEmpty())
                piece = content.next();
            return piece ? Result<void>() : Result<void>(tl::unexpected(piece.error()));
        });
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.english().starts_with(path + ": "),
             read.error().message.english().c_str());
}

/// libarchive has filters that are programs; a file shall not choose which of them run.
void TestImageSources::startsNoProgram()
{
    put(QStringLiteral("../a.tar"), QByteArray("\x1f\x9d\x90 compressed by compress(1)"));
    put(QStringLiteral("../b.tar"), QByteArray("\x89LZO\x00\r\n\x1a\n lzop, by its program", 30));
    for (const char *name : {"a.tar", "b.tar"}) {
        const auto source =
            archive::openImageSource(m_folder->filePath(QLatin1String(name)).toStdString(), {});
        QVERIFY(source);
        const auto images = (*source)->images();
        QVERIFY(!images);
        QVERIFY2(images.error().message.english().ends_with("Unrecognized archive format"),
                 images.error().message.english().c_str());
    }
}

void TestImageSources::stops_data()
{
    QTest::addColumn<bool>("isPacked");
    QTest::newRow("folder") << false;
    QTest::newRow("tar") << true;
}

void TestImageSources::stops()
{
    QFETCH(bool, isPacked);
    const QByteArray large(3'000'000, 'x');
    put(QStringLiteral("index.json"), indexOf("manifest", {}));
    putContent(large);
    const std::string path = isPacked ? pack({}, QStringLiteral("a.tar")) : m_layout.toStdString();
    std::stop_source stop;
    const auto source = archive::openImageSource(path, {.registry = {}, .stop = stop.get_token()});
    QVERIFY(source);
    const Result<void> read =
        (*source)->read({digestOf(large)}, [&stop](const ImageSource::Content &content) {
            Result<QByteArray> piece = content.next();
            stop.request_stop();
            while (piece && !piece->isEmpty())
                piece = content.next();
            return piece ? Result<void>() : Result<void>(tl::unexpected(piece.error()));
        });
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
}

void TestImageSources::stopsInAnIndexThatIsFarBehind()
{
    putContent(QByteArray(3'000'000, 'x'));
    const std::string path = pack({QStringLiteral("-z")}, QStringLiteral("a.tgz"));
    std::stop_source stop;
    stop.request_stop();
    const auto source = archive::openImageSource(path, {.registry = {}, .stop = stop.get_token()});
    QVERIFY(source);
    const auto images = (*source)->images();
    QVERIFY(!images);
    QCOMPARE(images.error().code, ErrorCode::Cancelled);
}

void TestImageSources::hiddenFolderIsAnError_data()
{
    QTest::addColumn<bool>("isFile");
    QTest::newRow("a file in its place") << true;
    QTest::newRow("forbidden") << false;
}

/// What cannot be looked at is not taken for missing.
void TestImageSources::hiddenFolderIsAnError()
{
    QFETCH(bool, isFile);
    if (!isFile && geteuid() == 0)
        QSKIP("root may look into every folder");
    put(QStringLiteral("index.json"), indexOf("manifest", {}));
    const QString blobs = m_layout + QStringLiteral("/blobs/sha256");
    if (isFile)
        put(QStringLiteral("blobs/sha256"), "no folder");
    else
        putContent("manifest");
    if (!isFile)
        QVERIFY(QFile::setPermissions(blobs, QFileDevice::Permissions()));
    const auto source = archive::openImageSource(m_layout.toStdString(), {});
    QVERIFY(source);
    const Result<void> read = (*source)->read(
        {digestOf("manifest")}, [](const ImageSource::Content &) { return Result<void>(); });
    QVERIFY(QFile::setPermissions(blobs, QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                             QFileDevice::ExeOwner));
    QVERIFY(!read);
    QVERIFY2(read.error().message.english().ends_with("Permission denied"),
             read.error().message.english().c_str());
}

QTEST_GUILESS_MAIN(TestImageSources)
#include "tst_imagesources.moc"
