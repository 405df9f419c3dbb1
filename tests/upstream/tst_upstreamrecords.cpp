// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that each HTTP request which leaves for an upstream is told once when it is over, tokens
// and redirects included, without what may be secret.
#include "upstream/clientfixture.h"

#include <QDateTime>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;

namespace {

const std::string manifestType = "application/vnd.oci.image.manifest.v1+json";
const std::string blobPath = "/v2/org/app/blobs/x";

Fault answer(int status, QByteArray body)
{
    Fault fault;
    fault.status = status;
    fault.body = std::move(body);
    return fault;
}

/// What the client of a fixture tells.
struct Told
{
    explicit Told(ClientFixture &fixture)
    {
        QObject::connect(&fixture.client, &UpstreamClient::requestEnded, &fixture.client,
                         [this](UpstreamId, const UpstreamRecord &record) { records += record; });
    }

    QList<UpstreamRecord> records;
};

} // namespace

class TestUpstreamRecords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasAsked();
    void tellsOfTokens();
    void tellsOfRedirectsWithoutTheirKeys();
    void tellsOfTrouble();
    void tellsOfWhatIsGivenUp();
};

void TestUpstreamRecords::tellsWhatWasAsked()
{
    ScriptedRegistry registry;
    registry.addManifest("org/app", "1.0", manifestType, "{\"a\": 1}");
    ClientFixture fixture(registry);
    Told told(fixture);
    const qint64 before = QDateTime::currentMSecsSinceEpoch();

    fixture.run("/v2/org/app/manifests/1.0?x=SECRET");

    QCOMPARE(told.records.size(), 1);
    const UpstreamRecord &record = told.records[0];
    QCOMPARE(record.registry, QByteArray("test.example"));
    QCOMPARE(record.repository, QByteArray("org/app"));
    QCOMPARE(record.method, QByteArray("GET"));
    QCOMPARE(record.host, QByteArray::fromStdString(registry.hostPort()));
    QCOMPARE(record.path, QByteArray("/v2/org/app/manifests/1.0"));
    QVERIFY(!record.isForToken);
    QCOMPARE(record.status, 200);
    QCOMPARE(record.trouble, QByteArray());
    QCOMPARE(record.bodyBytes, 8);
    QVERIFY(record.startedAtMs >= before);
    QVERIFY(record.durationUs > 0);
}

void TestUpstreamRecords::tellsOfTokens()
{
    ScriptedRegistry registry;
    registry.requireBearer({});
    registry.addManifest("org/app", "1.0", manifestType, "{}");
    ClientFixture fixture(registry);
    Told told(fixture);

    fixture.run("/v2/org/app/manifests/1.0");

    QCOMPARE(told.records.size(), fixture.counted);
    QCOMPARE(told.records.size(), 3);
    QCOMPARE(told.records[0].status, 401);
    QVERIFY(told.records[1].isForToken);
    QCOMPARE(told.records[1].path, QByteArray("/token"));
    QCOMPARE(told.records[1].repository, QByteArray("org/app"));
    QCOMPARE(told.records[2].status, 200);
    QVERIFY(!told.records[2].isForToken);
}

void TestUpstreamRecords::tellsOfRedirectsWithoutTheirKeys()
{
    ScriptedRegistry cdn;
    cdn.addFault("/key/SECRET", answer(200, "content"));
    ScriptedRegistry registry;
    registry.addFault(blobPath, redirectTo(cdn.url() + "/key/SECRET?sig=SECRET"));
    ClientFixture fixture(registry);
    Told told(fixture);

    fixture.run(blobPath);

    QCOMPARE(told.records.size(), 2);
    QCOMPARE(told.records[0].status, 307);
    QCOMPARE(told.records[1].host, QByteArray::fromStdString(cdn.hostPort()));
    QCOMPARE(told.records[1].path, QByteArray::fromStdString(blobPath));
    QCOMPARE(told.records[1].bodyBytes, 7);
}

void TestUpstreamRecords::tellsOfTrouble()
{
    ScriptedRegistry registry;
    Fault cut = answer(200, "content");
    cut.cutAfter = 3;
    registry.addFault(blobPath, cut);
    ClientFixture fixture(registry);
    Told told(fixture);

    fixture.run(blobPath);
    registry.stop();
    fixture.run(blobPath);

    QCOMPARE(told.records.size(), 2);
    QCOMPARE(told.records[0].status, 200);
    QCOMPARE(told.records[0].bodyBytes, 3);
    QVERIFY(!told.records[0].trouble.isEmpty());
    QCOMPARE(told.records[1].status, 0);
    QVERIFY2(told.records[1].trouble.contains("refuses connections"), told.records[1].trouble);
}

void TestUpstreamRecords::tellsOfWhatIsGivenUp()
{
    ScriptedRegistry registry;
    Fault stalled = answer(200, "content");
    stalled.stallAfter = 3;
    registry.addFault(blobPath, stalled);
    ClientFixture fixture(registry);
    Told told(fixture);
    {
        Follower follower(fixture.client.send(ClientFixture::get(blobPath)));
        QTRY_VERIFY(follower.outcome().head);
        QCOMPARE(told.records.size(), 0);
    }
    QCOMPARE(told.records.size(), 1);
    QCOMPARE(told.records[0].status, 200);
    QVERIFY(!told.records[0].trouble.isEmpty());
}

QTEST_GUILESS_MAIN(TestUpstreamRecords)
#include "tst_upstreamrecords.moc"
