// SPDX-License-Identifier: GPL-3.0-or-later
// A test of an upstream says of each of its servers whether it is there, who it is, how long it
// takes, and whether it grants access.
#include "support/testcertificate.h"
#include "upstream/clientfixture.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;
using namespace std::chrono_literals;

using Access = ServerTest::Access;

Q_DECLARE_METATYPE(Access)

class TestUpstreamPing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAccess_data();
    void tellsAccess();
    void tellsTheCertificate();
    void tellsWhyItIsNotThere();
    void tellsWhatIsNoRegistry();
    void asksAllServers();
    void asksThoseThatAreKnownToBeDown();
    void isDroppedWithItsClient();

private:
    static bool has(const Message &message, std::string_view words)
    {
        return message.english().find(words) != std::string::npos;
    }

    static UpstreamTest run(ClientFixture &fixture)
    {
        std::optional<UpstreamTest> result;
        fixture.client.test(0, std::nullopt,
                            [&result](const UpstreamTest &test) { result = test; });
        if (!QTest::qWaitFor([&result] { return result.has_value(); }, 20'000))
            qFatal("the test did not end");
        return *result;
    }
};

void TestUpstreamPing::tellsAccess_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("password"); // what is configured; empty: nothing
    QTest::addColumn<Access>("access");
    QTest::newRow("open") << QString() << QString() << Access::Open;
    QTest::newRow("a token for everybody")
        << QStringLiteral("token") << QString() << Access::Anonymous;
    QTest::newRow("a token for some, right")
        << QStringLiteral("bearer") << QStringLiteral("right") << Access::Accepted;
    QTest::newRow("a token for some, wrong")
        << QStringLiteral("bearer") << QStringLiteral("wrong") << Access::Refused;
    QTest::newRow("a token for some, without")
        << QStringLiteral("bearer") << QString() << Access::Required;
    QTest::newRow("basic, right") << QStringLiteral("basic") << QStringLiteral("right")
                                  << Access::Accepted;
    QTest::newRow("basic, wrong") << QStringLiteral("basic") << QStringLiteral("wrong")
                                  << Access::Refused;
    QTest::newRow("basic, without") << QStringLiteral("basic") << QString() << Access::Required;
}

void TestUpstreamPing::tellsAccess()
{
    QFETCH(const QString, scheme);
    QFETCH(const QString, password);
    ScriptedRegistry registry;
    if (scheme == QLatin1String("basic"))
        registry.requireBasic("me", "right");
    else if (scheme == QLatin1String("bearer"))
        registry.requireBearer({.username = "me", .password = "right"});
    else if (scheme == QLatin1String("token"))
        registry.requireBearer({});
    UpstreamConfig config = ClientFixture::configFor(registry.url());
    if (!password.isEmpty())
        config.credentials = {.username = "me", .password = password.toStdString()};
    ClientFixture fixture(config);
    const UpstreamTest test = run(fixture);
    QCOMPARE(test.registry, QStringLiteral("test.example"));
    QCOMPARE(test.servers.size(), 1);
    const ServerTest &server = test.servers.front();
    QVERIFY(server.isReachable);
    QVERIFY(server.latency < 10s);
    QTEST(server.access, "access");
    QVERIFY(!server.certificate);
    QVERIFY(!has(server.trouble, "wrong"));
    QCOMPARE(server.url, QString::fromStdString(registry.url()));
}

void TestUpstreamPing::tellsTheCertificate()
{
    const TlsIdentity identity = makeTlsIdentity("127.0.0.1");
    ScriptedRegistry registry(identity);
    UpstreamConfig config = ClientFixture::configFor(registry.url());
    {
        ClientFixture fixture(config);
        const ServerTest server = run(fixture).servers.front();
        QVERIFY(!server.isReachable);
        QVERIFY2(has(server.trouble, "TLS"), server.trouble.english().c_str());
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("ca.pem")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(identity.certificate);
    file.close();
    config.caFile = file.fileName().toStdString();
    ClientFixture fixture(config);
    const ServerTest server = run(fixture).servers.front();
    QVERIFY2(server.isReachable, server.trouble.english().c_str());
    QVERIFY(server.certificate);
    QVERIFY(!server.certificate->subject.isEmpty());
    QVERIFY(server.certificate->expiresAtMs > QDateTime::currentMSecsSinceEpoch());
}

void TestUpstreamPing::tellsWhyItIsNotThere()
{
    ScriptedRegistry registry;
    registry.stop();
    ClientFixture fixture(registry);
    const ServerTest server = run(fixture).servers.front();
    QVERIFY(!server.isReachable);
    QCOMPARE(server.access, Access::Unknown);
    QVERIFY2(has(server.trouble, "refuses connections"), server.trouble.english().c_str());
}

void TestUpstreamPing::tellsWhatIsNoRegistry()
{
    ScriptedRegistry registry;
    registry.addFault("/v2/", {.status = 404});
    ClientFixture fixture(registry);
    const ServerTest server = run(fixture).servers.front();
    QVERIFY(server.isReachable);
    QCOMPARE(server.access, Access::Unknown);
    QVERIFY2(has(server.trouble, "answered 404"), server.trouble.english().c_str());
}

void TestUpstreamPing::asksAllServers()
{
    ScriptedRegistry first;
    ScriptedRegistry second;
    first.stop();
    UpstreamConfig config = ClientFixture::configFor(first.url());
    config.fallbackUrls = {second.url()};
    ClientFixture fixture(config);
    const UpstreamTest test = run(fixture);
    QCOMPARE(test.servers.size(), 2);
    QVERIFY(!test.servers[0].isReachable);
    QVERIFY(test.servers[1].isReachable);
    QCOMPARE(test.servers[1].access, Access::Open);
    QVERIFY(fixture.counted >= 2);
}

void TestUpstreamPing::asksThoseThatAreKnownToBeDown()
{
    ScriptedRegistry registry;
    ClientFixture fixture(ClientFixture::configFor(registry.url()), {.probeDelay = 1h});
    registry.stop();
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::Unreachable);
    registry.start();
    fixture.client.setOffline(true);
    QVERIFY(run(fixture).servers.front().isReachable);
}

void TestUpstreamPing::isDroppedWithItsClient()
{
    ScriptedRegistry registry;
    registry.addFault("/v2/", {.isHeld = true});
    auto fixture = std::make_unique<ClientFixture>(registry);
    bool isCalled = false;
    fixture->client.test(0, std::nullopt, [&isCalled](const UpstreamTest &) { isCalled = true; });
    QTRY_COMPARE(registry.count(), 1);
    fixture.reset();
    registry.release("/v2/");
    QTRY_COMPARE(registry.connections(), 0);
    QVERIFY(!isCalled);
}

QTEST_GUILESS_MAIN(TestUpstreamPing)
#include "tst_upstreamping.moc"
