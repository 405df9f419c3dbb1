// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what is not a pull of a configured upstream is refused, and that no upstream hears of
// it.
#include "registry/cachefixture.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

class TestRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { m_cache = std::make_unique<CacheFixture>(); }

    void cleanupTestCase() { m_cache.reset(); }

    void refuses_data();
    void refuses();
    void answersPing();
    void routesToTwoUpstreams_data();
    void routesToTwoUpstreams();
    void recordsWhatIsDenied();

private:
    std::unique_ptr<CacheFixture> m_cache;
};

void TestRefusals::refuses_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");

    const QByteArray digest = "sha256:" + QByteArray(64, 'a');
    const auto row = [](const char *name, const char *method, const QByteArray &target, int status,
                        const char *code) {
        QTest::newRow(name) << QByteArray(method) << target << status << QByteArray(code);
    };
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW"}) {
        row(method, method, "/v2/library/app/manifests/1", 405, "UNSUPPORTED");
        QTest::newRow(qPrintable(QStringLiteral("%1 an upload").arg(QLatin1String(method))))
            << QByteArray(method) << QByteArray("/v2/library/app/blobs/uploads/") << 405
            << QByteArray("UNSUPPORTED");
    }
    row("unknown registry", "GET", "/v2/a/b/manifests/1?ns=ghcr.io", 404, "NAME_UNKNOWN");
    row("unknown prefix", "GET", "/v2/ghcr.io/a/b/manifests/1", 404, "NAME_UNKNOWN");
    row("encoded way out", "GET", "/v2/a/..%2f..%2f..%2fetc%2fpasswd/manifests/1", 404,
        "NAME_INVALID");
    row("encoded NUL", "GET", "/v2/a%00/manifests/1", 404, "NAME_INVALID");
    row("encoded line end", "GET", "/v2/a%0d%0aSet-Cookie:x/manifests/1", 404, "NAME_INVALID");
    row("a long name", "GET", "/v2/" + QByteArray(7'000, 'a') + "/manifests/1", 404,
        "NAME_INVALID");
    row("10,000 characters", "GET", "/v2/" + QByteArray(10'000, 'a') + "/manifests/1", 414, "");
    row("invalid tag", "GET", "/v2/library/app/manifests/.x", 404, "MANIFEST_UNKNOWN");
    row("malformed digest", "GET", "/v2/library/app/manifests/sha256:xyz", 400, "DIGEST_INVALID");
    row("malformed digest of a blob", "GET", "/v2/library/app/blobs/sha256:xyz", 400,
        "DIGEST_INVALID");
    row("blob by tag", "GET", "/v2/library/app/blobs/latest", 400, "DIGEST_INVALID");
    row("no endpoint", "GET", "/v2/library/app/" + digest, 404, "NAME_UNKNOWN");
    row("root", "GET", "/", 404, "NAME_UNKNOWN");
}

void TestRefusals::refuses()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    const ClientReply reply = m_cache->custom(method, target);
    QCOMPARE(reply.status, status);
    QVERIFY2(reply.body.contains(code), reply.body.constData());
    QVERIFY(reply.isComplete);
    QCOMPARE(m_cache->hub.count() + m_cache->quay.count(), 0);
    QDirIterator files(m_cache->dataDirectory() + QStringLiteral("/blobs"), QDir::Files,
                       QDirIterator::Subdirectories);
    QVERIFY(!files.hasNext());
}

void TestRefusals::answersPing()
{
    for (const QByteArray &target : {QByteArray("/v2/"), QByteArray("/v2"),
                                     QByteArray("/quay.io/v2/"), QByteArray("/v2/?ns=docker.io")}) {
        const ClientReply reply = m_cache->get(target);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, QByteArray("{}"));
        QCOMPARE(reply.field("Docker-Distribution-Api-Version"), QByteArray("registry/2.0"));
    }
    QCOMPARE(m_cache->hub.count() + m_cache->quay.count(), 0);
}

void TestRefusals::routesToTwoUpstreams_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("isQuay");
    QTest::addColumn<QByteArray>("echo");

    QTest::newRow("default") << QByteArray("/v2/org/app/manifests/1") << false << QByteArray();
    QTest::newRow("ns") << QByteArray("/v2/org/app/manifests/1?ns=quay.io") << true
                        << QByteArray("quay.io");
    QTest::newRow("first component")
        << QByteArray("/v2/quay.io/org/app/manifests/1") << true << QByteArray();
    QTest::newRow("path before") << QByteArray("/quay.io/v2/org/app/manifests/1") << true
                                 << QByteArray();
    QTest::newRow("both named") << QByteArray("/v2/docker.io/org/app/manifests/1?ns=docker.io")
                                << false << QByteArray("docker.io");
}

void TestRefusals::routesToTwoUpstreams()
{
    QFETCH(QByteArray, target);
    QFETCH(bool, isQuay);
    QFETCH(QByteArray, echo);
    const QByteArray atHub = imageManifest({});
    const QByteArray atQuay = imageManifest({}) + "\n";
    m_cache->hub.addManifest("org/app", "1", imageType, atHub);
    m_cache->quay.addManifest("org/app", "1", imageType, atQuay);
    const ClientReply reply = m_cache->get(target);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, isQuay ? atQuay : atHub);
    QCOMPARE(reply.field("OCI-Namespace"), echo);
}

/// A client that is denied something goes to the registry with its own credentials; what is not
/// there nobody gets.
void TestRefusals::recordsWhatIsDenied()
{
    constexpr const char *secret = "/v2/team/secret/manifests/1";
    const Fields forwarded{{"X-Forwarded-For", "192.0.2.1"}}; // who comes so is not trusted
    CacheFixture cache;
    cache.hub.requireBearer(
        {.username = "me", .password = "right", .publicRepositories = {"library/open"}});
    cache.hub.addManifest("team/secret", "1", imageType, imageManifest({}));
    cache.hub.addManifest("library/open", "1", imageType, imageManifest({}));
    cache.hubCredentials = {.username = "me", .password = "right"};
    cache.restart();
    const auto isDenied = [&cache](const QByteArray &target, const Fields &fields = {}) {
        return cache.recordOf(target, fields).labels.isDenied;
    };
    QCOMPARE(isDenied(secret, forwarded), true);
    QCOMPARE(isDenied(secret), false);
    QCOMPARE(isDenied("/v2/team/secret/manifests/none"), false);
    QCOMPARE(isDenied("/v2/library/open/manifests/1", forwarded), false);
    // By upstream.
    cache.hubCredentials.password = "wrong";
    cache.restart();
    QCOMPARE(isDenied("/v2/team/other/manifests/1"), true);
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
