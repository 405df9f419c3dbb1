// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what the store was given is there after a restart, with its links, tags and files;
// and that its folder is an image layout that other tools read.
#include "core/limits.h"
#include "store/store.h"
#include "support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace lanyard;
using namespace lanyard::store;

namespace {

const std::string manifestType = "application/vnd.oci.image.manifest.v1+json";
const std::string configType = "application/vnd.oci.image.config.v1+json";
const std::string layerType = "application/vnd.oci.image.layer.v1.tar+gzip";

Descriptor descriptorOf(const QByteArray &bytes, const std::string &mediaType)
{
    return {.digest = Digest::of(Digest::Algorithm::Sha256, bytes),
            .mediaType = mediaType,
            .size = bytes.size()};
}

QJsonObject jsonOf(const Descriptor &descriptor)
{
    return {{QStringLiteral("mediaType"), QString::fromStdString(descriptor.mediaType)},
            {QStringLiteral("digest"), QString::fromStdString(descriptor.digest.toString())},
            {QStringLiteral("size"), static_cast<qint64>(descriptor.size)}};
}

/// An image of one layer, as small as skopeo takes it.
struct Image
{
    QByteArray config;
    QByteArray layer;
    ManifestRecord manifest;
};

Image someImage()
{
    const QByteArray config = R"({"architecture":"amd64","os":"linux","config":{},)"
                              R"("rootfs":{"type":"layers","diff_ids":[]}})";
    const QByteArray layer = "no tar, but nobody unpacks it";
    const Descriptor configDescriptor = descriptorOf(config, configType);
    const Descriptor layerDescriptor = descriptorOf(layer, layerType);
    const QJsonObject manifest{{QStringLiteral("schemaVersion"), 2},
                               {QStringLiteral("mediaType"), QString::fromStdString(manifestType)},
                               {QStringLiteral("config"), jsonOf(configDescriptor)},
                               {QStringLiteral("layers"), QJsonArray{jsonOf(layerDescriptor)}}};
    const QByteArray bytes = QJsonDocument(manifest).toJson();
    return {.config = config,
            .layer = layer,
            .manifest = {.descriptor = descriptorOf(bytes, manifestType),
                         .bytes = bytes,
                         .children = {configDescriptor, layerDescriptor}}};
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void manifestIsLinkedWithItsChildren();
    void wrongManifestIsRefused();
    void restartKeepsAll();
    void linksAreOfOneRepository();
    void vanishedFile();
    void staysWithoutADescriptor();
    void changedFile();
    void usesAreWritten();
    void imageIndexFollows();
    void skopeoReadsIt();
    void fullDiskIsToldOnce();
    void manyThreadsRead();

private:
    void open();
    Result<void> put(RepositoryId repository, const ManifestRecord &manifest);
    void download(const QByteArray &bytes);
    void storeImage(const Image &image, std::string_view repository, std::string_view tag);

    QString path(const QString &name) const { return m_folder->path() + QLatin1Char('/') + name; }

    QJsonArray imageIndex() const;
    QVariant fromDatabase(const QString &query) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    test::ManualClock m_clock;
    std::unique_ptr<Store> m_store;
};

void TestStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestStore::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

/// Opens the store, again when it is open.
void TestStore::open()
{
    m_store.reset();
    auto store = Store::open(m_folder->path(), m_clock);
    QVERIFY2(store, store ? "" : store.error().message.english().c_str());
    m_store = std::move(*store);
}

Result<void> TestStore::put(RepositoryId repository, const ManifestRecord &manifest)
{
    std::optional<Result<void>> result;
    m_store->putManifest(repository, manifest, [&result](Result<void> done) { result = done; });
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, patienceMs))
        return failure(ErrorCode::TimedOut, "putManifest never ended");
    return *result;
}

void TestStore::download(const QByteArray &bytes)
{
    const auto partial = m_store->openPartial(Digest::of(Digest::Algorithm::Sha256, bytes));
    QVERIFY(partial->begin(bytes.size()));
    QSignalSpy committed(partial.get(), &PartialBlob::committed);
    partial->append(bytes);
    partial->finish();
    QVERIFY(committed.wait(patienceMs));
}

void TestStore::storeImage(const Image &image, std::string_view repository, std::string_view tag)
{
    const RepositoryId id = m_store->ensureRepository("docker.io", repository);
    QVERIFY(put(id, image.manifest));
    download(image.config);
    download(image.layer);
    m_store->setTag(id, tag, {.digest = image.manifest.descriptor.digest, .checkedAtMs = 17});
}

QJsonArray TestStore::imageIndex() const
{
    return QJsonDocument::fromJson(contentsOf(path(QStringLiteral("index.json"))))
        .object()
        .value(QStringLiteral("manifests"))
        .toArray();
}

QVariant TestStore::fromDatabase(const QString &query) const
{
    QVariant value;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("t"));
        database.setDatabaseName(path(QStringLiteral("lanyard.db")));
        QSqlQuery result(database);
        if (database.open() && result.exec(query) && result.next())
            value = result.value(0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("t"));
    return value;
}

void TestStore::manifestIsLinkedWithItsChildren()
{
    const Image image = someImage();
    const RepositoryId repository = m_store->ensureRepository("docker.io", "library/x");
    QCOMPARE(m_store->ensureRepository("docker.io", "library/x"), repository);
    QVERIFY(put(repository, image.manifest));
    const Catalogue &catalogue = m_store->catalogue();
    const auto manifest = catalogue.content(repository, image.manifest.descriptor.digest);
    QVERIFY(manifest);
    QVERIFY(manifest->isManifest);
    QVERIFY(manifest->isStored);
    QCOMPARE(manifest->size, image.manifest.bytes.size());
    QCOMPARE(manifest->mediaType, manifestType);
    const auto layer = catalogue.content(repository, image.manifest.children[1].digest);
    QVERIFY(layer);
    QVERIFY(!layer->isManifest);
    QVERIFY(!layer->isStored);
    QCOMPARE(layer->size, image.layer.size());
    QCOMPARE(m_store->readManifest(image.manifest.descriptor.digest), image.manifest.bytes);
}

void TestStore::wrongManifestIsRefused()
{
    Image image = someImage();
    image.manifest.bytes += ' ';
    const RepositoryId repository = m_store->ensureRepository("docker.io", "library/x");
    const Result<void> result = put(repository, image.manifest);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Corrupt);
    QVERIFY(!m_store->catalogue().content(repository, image.manifest.descriptor.digest));
    QVERIFY(!m_store->openContent(image.manifest.descriptor.digest));
}

void TestStore::restartKeepsAll()
{
    const Image image = someImage();
    storeImage(image, "library/x", "latest");
    const RepositoryId other = m_store->ensureRepository("quay.io", "org/y");
    m_store->link(other, image.manifest.children[1], false);
    m_store->setTag(other, "gone", {.digest = image.manifest.descriptor.digest, .checkedAtMs = 1});
    m_store->setTag(other, "kept", {.digest = image.manifest.descriptor.digest, .checkedAtMs = 2});
    m_store->removeTag(other, "gone");
    const QByteArray big(100'000, 'x');
    const Digest sha512 = Digest::of(Digest::Algorithm::Sha512, big);
    m_store->link(other, {.digest = sha512, .mediaType = "", .size = big.size()}, false);

    open();
    const Catalogue &catalogue = m_store->catalogue();
    const auto repository = catalogue.find("docker.io", "library/x");
    QVERIFY(repository);
    const auto manifest = catalogue.content(*repository, image.manifest.descriptor.digest);
    QVERIFY(manifest && manifest->isManifest && manifest->isStored);
    QCOMPARE(manifest->mediaType, manifestType);
    const auto layer = catalogue.content(*repository, image.manifest.children[1].digest);
    QVERIFY(layer && !layer->isManifest && layer->isStored);
    QCOMPARE(layer->size, image.layer.size());
    QCOMPARE(layer->mediaType, layerType);
    const auto tag = catalogue.tag(*repository, "latest");
    QVERIFY(tag);
    QCOMPARE(tag->digest, image.manifest.descriptor.digest);
    QCOMPARE(tag->checkedAtMs, 17);
    QCOMPARE(catalogue.repositories("", 10), std::vector<std::string>{"docker.io/library/x"});

    const auto otherAgain = catalogue.find("quay.io", "org/y");
    QVERIFY(otherAgain);
    QVERIFY(!catalogue.tag(*otherAgain, "gone"));
    QCOMPARE(catalogue.tag(*otherAgain, "kept")->checkedAtMs, 2);
    const auto named = catalogue.content(*otherAgain, sha512);
    QVERIFY(named && !named->isStored);
    QCOMPARE(named->size, big.size());
    QCOMPARE(named->mediaType, "");

    // And the index still takes changes for what it has loaded.
    m_store->removeTag(*otherAgain, "kept");
    open();
    QVERIFY(!m_store->catalogue().tag(*m_store->catalogue().find("quay.io", "org/y"), "kept"));
}

void TestStore::linksAreOfOneRepository()
{
    const Image image = someImage();
    storeImage(image, "library/x", "latest");
    const RepositoryId other = m_store->ensureRepository("docker.io", "library/y");
    QVERIFY(!m_store->catalogue().content(other, image.manifest.children[1].digest));
    QVERIFY(!m_store->catalogue().content(other, image.manifest.descriptor.digest));
    m_store->link(other, image.manifest.children[1], false);
    QVERIFY(m_store->catalogue().content(other, image.manifest.children[1].digest)->isStored);
    QVERIFY(!m_store->catalogue().content(other, image.manifest.descriptor.digest));
}

void TestStore::vanishedFile()
{
    const Image image = someImage();
    storeImage(image, "library/x", "latest");
    const Digest layer = image.manifest.children[1].digest;
    QVERIFY(m_store->openContent(layer));
    QVERIFY(
        QFile::remove(path(QStringLiteral("blobs/sha256/") + QString::fromStdString(layer.hex()))));
    QCOMPARE(m_store->openContent(layer).error().code, ErrorCode::NotFound);
    open();
    const auto repository = m_store->catalogue().find("docker.io", "library/x");
    const auto content = m_store->catalogue().content(*repository, layer);
    QVERIFY(content && !content->isStored); // the link stays
    QCOMPARE(content->size, image.layer.size());
    download(image.layer);
    QVERIFY(m_store->catalogue().content(*repository, layer)->isStored);
}

void TestStore::staysWithoutADescriptor()
{
    const Image image = someImage();
    storeImage(image, "library/x", "latest");
    const Digest digest = image.manifest.descriptor.digest;
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    const rlimit none{.rlim_cur = 0, .rlim_max = limit.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
    const auto file = m_store->openContent(digest);
    const auto bytes = m_store->readManifest(digest);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
    QCOMPARE(file.error().code, ErrorCode::Io);
    QCOMPARE(bytes.error().code, ErrorCode::Io);
    const auto repository = m_store->catalogue().find("docker.io", "library/x");
    QVERIFY(m_store->catalogue().content(*repository, digest)->isStored);
    QVERIFY(m_store->openContent(digest));
}

void TestStore::changedFile()
{
    const Image image = someImage();
    storeImage(image, "library/x", "latest");
    const Digest digest = image.manifest.descriptor.digest;
    QFile file(path(QStringLiteral("blobs/sha256/") + QString::fromStdString(digest.hex())));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("X");
    file.close();
    QCOMPARE(m_store->readManifest(digest).error().code, ErrorCode::Corrupt);
    const auto repository = m_store->catalogue().find("docker.io", "library/x");
    QVERIFY(!m_store->catalogue().content(*repository, digest)->isStored);
    QVERIFY(file.resize(limits::manifestBytesMax + 1));
    QCOMPARE(m_store->readManifest(digest).error().code, ErrorCode::Corrupt);
}

void TestStore::usesAreWritten()
{
    const Image image = someImage();
    storeImage(image, "library/x", "latest");
    const auto repository = m_store->catalogue().find("docker.io", "library/x");
    const auto touchOften = [&] {
        for (int i = 0; i < 1000; ++i)
            m_store->touch(*repository, image.manifest.descriptor.digest);
    };
    m_clock.advance(std::chrono::seconds(5));
    std::thread first(touchOften);
    std::thread second(touchOften);
    first.join();
    second.join();
    const Digest layer = image.manifest.children[1].digest;
    const auto lastUse = [&](const Digest &digest) {
        return m_store->lastUsedAtMs(*repository, digest);
    };
    QCOMPARE(lastUse(image.manifest.descriptor.digest), toEpochMs(m_clock.wallNow()));
    QCOMPARE(lastUse(layer), 0);
    open();
    QCOMPARE(lastUse(image.manifest.descriptor.digest), toEpochMs(m_clock.wallNow()));
    QCOMPARE(lastUse(layer), 0);
    m_store.reset();
    QCOMPARE(fromDatabase(QStringLiteral("SELECT used_at_ms FROM links WHERE is_manifest = 1"))
                 .toLongLong(),
             toEpochMs(m_clock.wallNow()));
    QCOMPARE(fromDatabase(QStringLiteral("SELECT max(used_at_ms) FROM links WHERE is_manifest = 0"))
                 .toLongLong(),
             0);
}

void TestStore::imageIndexFollows()
{
    const Image image = someImage();
    storeImage(image, "library/x", "latest");
    // By itself, while the store is open.
    QTRY_COMPARE(imageIndex().size(), 1);
    const QJsonObject descriptor = imageIndex().first().toObject();
    QCOMPARE(descriptor.value(QStringLiteral("digest")).toString(),
             QString::fromStdString(image.manifest.descriptor.digest.toString()));
    const auto repository = m_store->catalogue().find("docker.io", "library/x");
    m_store->removeTag(*repository, "latest");
    m_store.reset();
    // The manifest is there still, of its repository, without a tag.
    QCOMPARE(imageIndex().size(), 1);
    QCOMPARE(imageIndex()
                 .first()
                 .toObject()
                 .value(QStringLiteral("annotations"))
                 .toObject()
                 .value(QStringLiteral("io.github.lanyard.repository"))
                 .toString(),
             QStringLiteral("docker.io/library/x"));
}

void TestStore::skopeoReadsIt()
{
    const QString skopeo = QStandardPaths::findExecutable(QStringLiteral("skopeo"));
    if (skopeo.isEmpty())
        QSKIP("skopeo is not installed");
    const Image image = someImage();
    storeImage(image, "library/x", "v1.2");
    // A root without a tag beside it disturbs nobody.
    QVERIFY(put(m_store->ensureRepository("docker.io", "library/y"), image.manifest));
    m_store.reset();
    QCOMPARE(imageIndex().size(), 2);
    QProcess process;
    process.start(skopeo,
                  {QStringLiteral("inspect"),
                   QStringLiteral("oci:%1:docker.io/library/x:v1.2").arg(m_folder->path())});
    QSignalSpy finished(&process, &QProcess::finished);
    QVERIFY(finished.wait(60'000));
    const QByteArray output = process.readAllStandardOutput();
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QCOMPARE(QJsonDocument::fromJson(output).object().value(QStringLiteral("Digest")).toString(),
             QString::fromStdString(image.manifest.descriptor.digest.toString()));
}

void TestStore::fullDiskIsToldOnce()
{
    const Image image = someImage();
    const RepositoryId repository = m_store->ensureRepository("docker.io", "library/x");
    QSignalSpy failed(m_store.get(), &Store::warningRaised);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit none{.rlim_cur = 0, .rlim_max = before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &none);
    m_store->link(repository, image.manifest.children[0], false);
    const bool isTold = failed.wait(patienceMs);
    m_store->link(repository, image.manifest.children[1], false);
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(isTold);
    QVERIFY(QString::fromStdString(failed.first().first().value<Message>().english())
                .contains(path(QStringLiteral("lanyard.db"))));
    // The memory has it; and the next changes of the same repository are written again.
    QVERIFY(m_store->catalogue().content(repository, image.manifest.children[0].digest));
    m_store->setTag(repository, "t", {.digest = image.manifest.descriptor.digest});
    open();
    const auto again = m_store->catalogue().find("docker.io", "library/x");
    QVERIFY(again);
    QVERIFY(m_store->catalogue().tag(*again, "t"));
}

void TestStore::manyThreadsRead()
{
    const Image image = someImage();
    const RepositoryId repository = m_store->ensureRepository("docker.io", "library/x");
    std::atomic<bool> isOver{false};
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i) {
        threads.emplace_back([&] {
            const Digest digest = image.manifest.descriptor.digest;
            while (!isOver) {
                const auto found = m_store->catalogue().find("docker.io", "library/x");
                const auto content = m_store->catalogue().content(*found, digest);
                // Who sees the manifest, sees its children, and can open it.
                if (!content || !content->isStored)
                    continue;
                if (!m_store->catalogue().content(*found, image.manifest.children[1].digest))
                    qFatal("a manifest without its children");
                if (!m_store->openContent(digest) || !m_store->readManifest(digest))
                    qFatal("a manifest without its file");
                m_store->touch(*found, digest);
            }
        });
    }
    const Result<void> stored = put(repository, image.manifest);
    for (int i = 0; i < 200; ++i) {
        m_store->setTag(repository, std::to_string(i),
                        {.digest = image.manifest.descriptor.digest, .checkedAtMs = i});
        m_store->ensureRepository("docker.io", "library/" + std::to_string(i));
    }
    isOver = true;
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(stored);
    QCOMPARE(m_store->catalogue().tags(repository).size(), 200U);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
