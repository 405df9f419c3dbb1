// SPDX-License-Identifier: GPL-3.0-or-later
// However many ask for one thing and leave, a bounded number of them is waited for: who comes then
// is refused at once, and who came first gets what it asked for.
#include "core/limits.h"
#include "registry/cachefixture.h"
#include "support/rawhttpclient.h"

#include <QTest>

#include <vector>

using namespace lanyard;
using namespace lanyard::test;

namespace {

/// As many requests for `target` from clients that leave when the server has read them.
void askAndLeave(const CacheFixture &cache, const std::string &target, int count)
{
    std::vector<RawHttpClient> clients;
    for (int i = 0; i < count; ++i) {
        clients.emplace_back(cache.port());
        clients.back().send("GET " + target + " HTTP/1.1\r\nHost: cache\r\n\r\n");
    }
    // A network thread reads its connections in the order they became readable, and each of two
    // takes every other connection.
    for (int i = 0; i < 2; ++i) {
        RawHttpClient ping(cache.port());
        ping.send("GET /v2/ HTTP/1.1\r\nHost: cache\r\n\r\n");
        if (ping.readAnswer().status != 200)
            qFatal("no answer to a ping");
    }
    for (RawHttpClient &client : clients)
        client.reset();
}

} // namespace

class TestCrowd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isBounded_data();
    void isBounded();
};

void TestCrowd::isBounded_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("tag") << QByteArray("manifests/1");
    QTest::newRow("manifest") << QByteArray("manifests/");
    QTest::newRow("blob") << QByteArray("blobs/");
}

void TestCrowd::isBounded()
{
    QFETCH(QByteArray, kind);
    CacheFixture cache;
    const QByteArray bytes = imageManifest({});
    const Digest digest = cache.hub.addManifest("library/app", "1", imageType, bytes);
    cache.hub.addBlob("library/app", bytes);
    QByteArray target = "/v2/library/app/" + kind;
    if (kind.endsWith('/'))
        target += digest.toString().c_str();

    cache.hub.addFault(target.toStdString(), {.isHeld = true});
    ClientRequest first = cache.start(target);
    QTRY_COMPARE(cache.hub.count("GET", target.toStdString()), 1);
    // Some more than may wait: not every one must have been read before it left.
    constexpr int batch = 200; // twice as many descriptors, of 1,024
    for (std::size_t sent = 0; sent < limits::waitersPerFlightMax * 11 / 10; sent += batch)
        askAndLeave(cache, target.toStdString(), batch);
    QCOMPARE(cache.get(target).status, 503);
    cache.hub.release(target.toStdString());
    QCOMPARE(first.finish().body, bytes);
    QCOMPARE(cache.hub.count("GET", target.toStdString()), 1);
}

QTEST_GUILESS_MAIN(TestCrowd)
#include "tst_crowd.moc"
