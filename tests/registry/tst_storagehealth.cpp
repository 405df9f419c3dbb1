// SPDX-License-Identifier: GPL-3.0-or-later
// While the disk cannot be used, every request gets 503 on the spot, whatever it asks for and
// without a question to upstream; the debug address says why; and all is as before when the disk is
// back.
#include "registry/cachefixture.h"
#include "support/cutdisk.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

QString awayFrom(const CacheFixture &cache)
{
    return cache.dataDirectory() + QStringLiteral(".away");
}

} // namespace

class TestStorageHealth final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void refusesAndServesAgain();
    void refusesEverything_data();
    void refusesEverything();
    void missesADiskThatIsGone();
    void looksAtNothingWhenSwitchedOff();

private:
    void start(const QString &parent = {});
    void moveAway();
    void moveBack();

    bool m_hasDisks = false;
    std::optional<CacheFixture> m_cache;
    QByteArray m_target;
};

void TestStorageHealth::initTestCase()
{
    m_hasDisks = SmallDisk::enter();
}

void TestStorageHealth::init()
{
    start();
}

void TestStorageHealth::cleanup()
{
    m_cache.reset();
}

/// A cache that has an image and looks at its disk all the time.
void TestStorageHealth::start(const QString &parent)
{
    m_cache.emplace(parent);
    m_cache->health = {.isChecked = true, .interval = 10ms, .threshold = 2};
    m_cache->debug = ListenAddress{.host = "127.0.0.1", .port = 0};
    m_cache->restart();
    const Digest digest =
        m_cache->hub.addManifest("library/app", "1", imageType, imageManifest({}));
    m_target = "/v2/library/app/manifests/" + QByteArray::fromStdString(digest.toString());
    QCOMPARE(m_cache->get(m_target).status, 200);
}

void TestStorageHealth::moveAway()
{
    QVERIFY(QDir().rename(m_cache->dataDirectory(), awayFrom(*m_cache)));
    QTRY_COMPARE(m_cache->get("/v2/").status, 503);
}

void TestStorageHealth::moveBack()
{
    QVERIFY(QDir().rename(awayFrom(*m_cache), m_cache->dataDirectory()));
    QTRY_COMPARE(m_cache->get("/v2/").status, 200);
}

void TestStorageHealth::refusesAndServesAgain()
{
    QCOMPARE(m_cache->debugPage("/readyz").status, 200);
    QCOMPARE(m_cache->debugPage("/debug/health").body, QByteArray("{}"));
    QVERIFY(m_cache->core().status().storageTrouble.isEmpty());
    const int asked = m_cache->hub.count();
    const std::uint64_t failed = m_cache->statistics().failed;
    m_cache->warnings.clear();

    moveAway();
    const ClientReply refused = m_cache->get(m_target);
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.field("Retry-After"), QByteArray("1"));
    QCOMPARE(refused.field("Content-Type"), QByteArray("application/json"));
    const QJsonObject error =
        QJsonDocument::fromJson(refused.body)[QStringLiteral("errors")][0].toObject();
    QCOMPARE(error.value(QStringLiteral("code")).toString(), QStringLiteral("UNAVAILABLE"));
    QVERIFY(!refused.body.contains(m_cache->dataDirectory().toUtf8()));
    QTRY_COMPARE(m_cache->lastRecord().target, m_target);
    QCOMPARE(m_cache->lastRecord().status, 503);
    QVERIFY(m_cache->statistics().failed > failed);
    QCOMPARE(m_cache->hub.count(), asked);

    QCOMPARE(m_cache->debugPage("/healthz").status, 200);
    const ClientReply ready = m_cache->debugPage("/readyz");
    QCOMPARE(ready.status, 503);
    QVERIFY2(ready.body.startsWith("storage: the data folder is not to be had"),
             ready.body.constData());
    QCOMPARE(m_cache->debugPage("/debug/health").status, 503);
    QVERIFY(m_cache->debugPage("/metrics").body.contains("\nlanyard_storage_healthy 0\n"));
    QVERIFY(m_cache->core().status().storageTrouble.english().starts_with("the data folder"));
    const QString start = m_cache->dataDirectory() + QStringLiteral(": can");
    QTRY_COMPARE(m_cache->warnings.filter(start + QStringLiteral("not be used since ")).size(), 1);

    moveBack();
    QCOMPARE(m_cache->get(m_target).status, 200);
    QCOMPARE(m_cache->debugPage("/readyz").status, 200);
    QVERIFY(m_cache->debugPage("/metrics").body.contains("\nlanyard_storage_healthy 1\n"));
    QTRY_COMPARE(m_cache->warnings.filter(start + QStringLiteral(" be used again")).size(), 1);
}

void TestStorageHealth::refusesEverything_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    const auto row = [](const char *method, const char *target) {
        QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target);
    };
    row("GET", "/v2/");
    row("GET", "/v2/library/app/manifests/1");
    row("HEAD", "/v2/library/app/manifests/1");
    row("GET", "/v2/library/app/tags/list");
    row("GET", "/v2/_catalog");
    row("GET", "/quay.io/v2/library/app/manifests/1");
    row("GET", "/v2/nowhere.example/app/manifests/1");
    row("POST", "/v2/library/app/blobs/uploads/");
    row("GET", "/nothing");
}

void TestStorageHealth::refusesEverything()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    moveAway();
    QCOMPARE(m_cache->start(target, {}, method).finish().status, 503);
    moveBack();
}

/// The files that are open already are on the disk that has gone.
void TestStorageHealth::missesADiskThatIsGone()
{
    const auto disk = m_hasDisks ? CutDisk::create(std::int64_t{64} * 1024 * 1024) : nullptr;
    if (!disk)
        QSKIP("this system gives no disks");
    m_cache.reset();
    start(disk->path());
    disk->cutPower();
    QTRY_COMPARE(m_cache->get("/v2/").status, 503);
    QCOMPARE(m_cache->get(m_target).status, 503);
    m_cache.reset();
    disk->switchOn();
}

void TestStorageHealth::looksAtNothingWhenSwitchedOff()
{
    m_cache->health.isChecked = false;
    m_cache->restart();
    QVERIFY(QDir().rename(m_cache->dataDirectory(), awayFrom(*m_cache)));
    QCOMPARE(m_cache->debugPage("/readyz").status, 200);
    QCOMPARE(m_cache->get("/v2/").status, 200);
    QVERIFY(QDir().rename(awayFrom(*m_cache), m_cache->dataDirectory()));
}

QTEST_GUILESS_MAIN(TestStorageHealth)
#include "tst_storagehealth.moc"
