// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a stored file which is not what it was is never sent as a whole blob: it is noticed
// when it is opened or while it is sent, and fetched anew on next use.
#include "registry/cachefixture.h"
#include "support/rawhttpclient.h"

#include <QFile>
#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::test;

namespace {

QByteArray target(const Digest &digest, const char *kind = "blobs")
{
    return QByteArray("/v2/library/app/") + kind + '/' +
           QByteArray::fromStdString(digest.toString());
}

} // namespace

class TestDamagedBlobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_cache = std::make_unique<CacheFixture>(); }

    void cleanup() { m_cache.reset(); }

    void healsOnFirstUse_data();
    void healsOnFirstUse();
    void healsManifests();
    void cutsWhatIsTruncatedMeanwhile();
    void fetchesAnewWhatACheckPutAside();

private:
    QString pathOf(const Digest &digest) const
    {
        return m_cache->dataDirectory() + QStringLiteral("/blobs/sha256/") +
               QString::fromStdString(digest.hex());
    }

    int upstreamGets(const Digest &digest, const char *kind = "blobs") const
    {
        return m_cache->hub.count("GET", target(digest, kind).toStdString());
    }

    std::unique_ptr<CacheFixture> m_cache;
};

void TestDamagedBlobs::healsOnFirstUse_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isRestarted");
    for (const bool isRestarted : {false, true}) {
        const char *when = isRestarted ? "while stopped" : "while running";
        QTest::addRow("removed %s", when) << -1 << isRestarted;
        QTest::addRow("emptied %s", when) << 0 << isRestarted;
        QTest::addRow("truncated %s", when) << 99'999 << isRestarted;
        QTest::addRow("extended %s", when) << 100'001 << isRestarted;
    }
}

void TestDamagedBlobs::healsOnFirstUse()
{
    QFETCH(int, size);
    QFETCH(bool, isRestarted);
    const QByteArray bytes(100'000, 'x');
    const Digest digest = m_cache->hub.addBlob("library/app", bytes);
    QVERIFY(m_cache->get(target(digest)).body == bytes);
    QTRY_VERIFY(m_cache->isStored(digest));
    QTRY_VERIFY(m_cache->downloads().isEmpty()); // else the next request joins the first
    if (isRestarted)
        m_cache->stopEngine();
    QVERIFY(size < 0 ? QFile::remove(pathOf(digest)) : QFile::resize(pathOf(digest), size));
    if (isRestarted)
        m_cache->restart();
    const ClientReply reply = m_cache->get(target(digest));
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.body == bytes);
    QCOMPARE(upstreamGets(digest), 2);
    QTRY_VERIFY(m_cache->get(target(digest)).field("Cache-Status") == "lanyard; hit");
    QVERIFY(m_cache->get(target(digest)).body == bytes);
    QCOMPARE(upstreamGets(digest), 2);
}

void TestDamagedBlobs::healsManifests()
{
    const QByteArray bytes = imageManifest({});
    const Digest digest = m_cache->hub.addManifest("library/app", "1", imageType, bytes);
    QVERIFY(m_cache->get(target(digest, "manifests")).body == bytes);
    QTRY_VERIFY(m_cache->isStored(digest));
    m_cache->stopEngine(); // it has the manifest in memory
    QVERIFY(QFile::resize(pathOf(digest), 10));
    m_cache->restart();
    QVERIFY(m_cache->get(target(digest, "manifests")).body == bytes);
    QCOMPARE(upstreamGets(digest, "manifests"), 2);
}

void TestDamagedBlobs::cutsWhatIsTruncatedMeanwhile()
{
    // Far more than sockets take of it before it is truncated.
    const QByteArray bytes(64 * 1024 * 1024, 'x');
    const Digest digest = m_cache->hub.addBlob("library/app", bytes);
    QVERIFY(m_cache->get(target(digest)).body == bytes);
    QTRY_VERIFY(m_cache->get(target(digest)).field("Cache-Status") == "lanyard; hit");
    RawHttpClient client(m_cache->port(), 4096);
    QVERIFY(client.send("GET " + target(digest).toStdString() + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    QCOMPARE(client.readAnswerToHead().status, 200);
    QVERIFY(QFile::resize(pathOf(digest), 1024));
    QCOMPARE(client.readToEnd(), RawHttpClient::End::Reset);
    // It was noticed while it was sent: by its size, it could not be noticed any more.
    QVERIFY(QFile::resize(pathOf(digest), bytes.size()));
    const int before = upstreamGets(digest);
    QVERIFY(m_cache->get(target(digest)).body == bytes);
    QCOMPARE(upstreamGets(digest), before + 1);
}

void TestDamagedBlobs::fetchesAnewWhatACheckPutAside()
{
    const QByteArray bytes(100'000, 'x');
    const Digest digest = m_cache->hub.addBlob("library/app", bytes);
    QVERIFY(m_cache->get(target(digest)).body == bytes);
    QTRY_VERIFY(m_cache->isStored(digest));
    QTRY_VERIFY(m_cache->downloads().isEmpty());
    QFile file(pathOf(digest));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.write("y"), 1);
    file.close();
    std::optional<Result<ContentCheckResult>> result;
    QVERIFY(m_cache->core().startCheck(
        {.isRepairing = true}, [](const auto &) {},
        [&result](const auto &checked) { result = checked; }));
    QTRY_VERIFY(result);
    QVERIFY(*result);
    QCOMPARE((*result)->damagedFiles, 1);
    QVERIFY(!m_cache->isStored(digest));
    QVERIFY(m_cache->get(target(digest)).body == bytes);
    QCOMPARE(upstreamGets(digest), 2);
    QTRY_VERIFY(m_cache->isStored(digest));
}

QTEST_GUILESS_MAIN(TestDamagedBlobs)
#include "tst_damagedblobs.moc"
