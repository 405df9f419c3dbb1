// SPDX-License-Identifier: GPL-3.0-or-later
// Of several servers the first that answers is asked; who is down is left alone until it is back;
// who goes offline asks nobody; an upstream may be replaced while it is used.
#include "upstream/upstreamclient.h"

#include "support/scriptedproxy.h"
#include "upstream/clientfixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;
using namespace std::chrono_literals;

using State = UpstreamServerStatus::State;

class TestUpstreamServers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOutThatItIsBack();
    void isAskedNothingWhileItIsDown();
    void asksTheNextOne_data();
    void asksTheNextOne();
    void takesAnAnswerForOne();
    void tellsTheFirstTroubleWhenAllAreDown();
    void givesCredentialsToItsOwnOnly();
    void asksNobodyOffline();
    void isReplaced();
    void isRemoved();
    void goesThroughAProxy_data();
    void goesThroughAProxy();
    void tellsADeadProxy();

private:
    static UpstreamConfig configFor(const ScriptedRegistry &first, const ScriptedRegistry &second)
    {
        UpstreamConfig config = ClientFixture::configFor(first.url());
        config.fallbackUrls = {second.url()};
        return config;
    }
};

void TestUpstreamServers::findsOutThatItIsBack()
{
    ScriptedRegistry registry;
    ClientFixture fixture(registry);
    QCOMPARE(fixture.client.status(0).servers.front().state, State::Unknown);
    registry.stop();
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::Unreachable);
    const UpstreamServerStatus down = fixture.client.status(0).servers.front();
    QCOMPARE(down.state, State::Offline);
    const std::string trouble = down.trouble.english();
    QVERIFY2(trouble.find("refuses connections") != std::string::npos, trouble.c_str());
    registry.start();
    // Nobody asks for anything.
    QTRY_COMPARE(fixture.client.status(0).servers.front().state, State::Online);
    QVERIFY(!fixture.run("/v2/").error);
}

void TestUpstreamServers::isAskedNothingWhileItIsDown()
{
    ScriptedRegistry registry;
    Fault silent;
    silent.isHeld = true;
    registry.addFault("/v2/org/app/manifests/1", silent);
    registry.addFault("/v2/", silent);
    ClientFixture fixture(ClientFixture::configFor(registry.url()),
                          {.headers = 300ms, .probeDelay = 10ms});
    COMPARE_ERROR(fixture.run("/v2/org/app/manifests/1"), ErrorCode::TimedOut);
    QTRY_VERIFY(registry.count("GET", "/v2/") > 0); // the probe hangs, too
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 50; ++i)
        COMPARE_ERROR(fixture.run("/v2/org/app/manifests/1"), ErrorCode::Offline);
    QVERIFY(timer.elapsed() < 5'000);
    QCOMPARE(registry.count("GET", "/v2/org/app/manifests/1"), 1);
    registry.release("/v2/");
    registry.release("/v2/org/app/manifests/1");
    QTRY_VERIFY(fixture.run("/v2/").error == std::nullopt);
}

void TestUpstreamServers::asksTheNextOne_data()
{
    QTest::addColumn<int>("status"); // 0: it is down
    QTest::newRow("down") << 0;
    QTest::newRow("429") << 429;
    QTest::newRow("500") << 500;
    QTest::newRow("503") << 503;
}

void TestUpstreamServers::asksTheNextOne()
{
    QFETCH(const int, status);
    ScriptedRegistry first;
    ScriptedRegistry second;
    const Digest digest = second.addBlob("org/app", "x");
    const std::string path = "/v2/org/app/blobs/" + digest.toString();
    if (status == 0)
        first.stop();
    else
        first.addFault(path, {.status = status});
    ClientFixture fixture(configFor(first, second));
    for (int i = 0; i < 2; ++i) {
        const Outcome outcome = fixture.run(path);
        QVERIFY(!outcome.error);
        QCOMPARE(outcome.body, QByteArray("x"));
    }
    QCOMPARE(second.count("GET", path), 2);
    const auto servers = fixture.client.status(0).servers;
    QCOMPARE(servers.size(), 2);
    QCOMPARE(servers[1].state, State::Online);
    QCOMPARE(servers[0].url, QString::fromStdString(first.url()));
}

void TestUpstreamServers::takesAnAnswerForOne()
{
    ScriptedRegistry first;
    ScriptedRegistry second;
    const Digest digest = second.addBlob("org/app", "x");
    ClientFixture fixture(configFor(first, second));
    COMPARE_ERROR(fixture.run("/v2/org/app/blobs/" + digest.toString()), ErrorCode::NotFound);
    QCOMPARE(second.count(), 0);
}

void TestUpstreamServers::tellsTheFirstTroubleWhenAllAreDown()
{
    ScriptedRegistry first;
    ScriptedRegistry second;
    first.stop();
    second.stop();
    ClientFixture fixture(configFor(first, second));
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::Unreachable);
    const Outcome outcome = fixture.run("/v2/");
    COMPARE_ERROR(outcome, ErrorCode::Offline);
    const std::string port = first.hostPort().substr(first.hostPort().rfind(':'));
    QVERIFY2(outcome.error->message.english().find(port) != std::string::npos,
             outcome.error->message.english().c_str());
}

/// A fallback that belongs to somebody else does not learn the password.
void TestUpstreamServers::givesCredentialsToItsOwnOnly()
{
    ScriptedRegistry own;
    ScriptedRegistry foreign;
    own.requireBasic("me", "secret");
    foreign.requireBasic("me", "secret");
    UpstreamConfig config = configFor(own, foreign);
    config.credentials = {.username = "me", .password = "secret"};
    // The same machine by another name, which shares no owner with it.
    std::string &url = config.fallbackUrls.front();
    url.replace(url.find("127.0.0.1"), 9, "localhost");
    ClientFixture fixture(config);
    QVERIFY(!fixture.run("/v2/").error);
    own.stop();
    // What it does not give is no answer of the registry.
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::Unreachable);
    QVERIFY(foreign.count() > 0);
    for (const RecordedRequest &request : foreign.requests())
        QCOMPARE(request.field("Authorization"), std::string());
}

void TestUpstreamServers::asksNobodyOffline()
{
    ScriptedRegistry registry;
    Fault held;
    held.isHeld = true;
    registry.addFault("/v2/org/app/blobs/x", held);
    ClientFixture fixture(registry);
    Follower running(fixture.client.send(ClientFixture::get("/v2/org/app/blobs/x")));
    QTRY_COMPARE(registry.count(), 1);
    fixture.client.setOffline(true);
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::Offline);
    QCOMPARE(registry.count(), 1);
    registry.release("/v2/org/app/blobs/x");
    QTRY_VERIFY(running.isFinished()); // it began before
    QCOMPARE(running.outcome().error->code, ErrorCode::NotFound);
    fixture.client.setOffline(false);
    QVERIFY(!fixture.run("/v2/").error);
}

void TestUpstreamServers::isReplaced()
{
    ScriptedRegistry before;
    ScriptedRegistry after;
    const Digest digest = before.addBlob("org/app", QByteArray(100'000, 'x'));
    const std::string path = "/v2/org/app/blobs/" + digest.toString();
    Fault stalled;
    stalled.stallAfter = 10;
    before.addFault(path, stalled);
    ClientFixture fixture(before);
    Follower running(fixture.client.send(ClientFixture::get(path)));
    QTRY_COMPARE(running.outcome().body.size(), 10);

    fixture.client.set(0, ClientFixture::configFor(after.url()));
    QVERIFY(!fixture.run("/v2/").error);
    QCOMPARE(after.count("GET", "/v2/"), 1);
    before.release(path);
    QTRY_VERIFY(running.isFinished());
    QVERIFY(!running.outcome().error);
    QCOMPARE(running.outcome().body.size(), 100'000);
}

void TestUpstreamServers::isRemoved()
{
    ScriptedRegistry registry;
    ClientFixture fixture(registry);
    fixture.client.remove(0);
    COMPARE_ERROR(fixture.run("/v2/"), ErrorCode::Offline);
    fixture.client.set(1, ClientFixture::configFor(registry.url()));
    UpstreamRequest request = ClientFixture::get("/v2/");
    request.upstream = 1;
    QVERIFY(!fixture.run(request).error);
}

void TestUpstreamServers::goesThroughAProxy_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::newRow("http") << QByteArray("http");
    QTest::newRow("socks5") << QByteArray("socks5");
}

void TestUpstreamServers::goesThroughAProxy()
{
    QFETCH(const QByteArray, scheme);
    ScriptedRegistry registry;
    ScriptedProxy proxy;
    UpstreamConfig config = ClientFixture::configFor(registry.url());
    config.proxy = scheme.toStdString() + "://" + proxy.hostPort();
    ClientFixture fixture(config);
    QVERIFY(!fixture.run("/v2/").error);
    QCOMPARE(registry.count("GET", "/v2/"), 1);
    QCOMPARE(proxy.connections(), 1);
}

void TestUpstreamServers::tellsADeadProxy()
{
    ScriptedRegistry registry;
    ScriptedRegistry noProxy;
    noProxy.stop();
    UpstreamConfig config = ClientFixture::configFor(registry.url());
    config.proxy = "socks5://" + noProxy.hostPort();
    ClientFixture fixture(config);
    const Outcome outcome = fixture.run("/v2/");
    COMPARE_ERROR(outcome, ErrorCode::Unreachable);
    QVERIFY2(outcome.error->message.english().find("proxy") != std::string::npos,
             outcome.error->message.english().c_str());
    QCOMPARE(registry.count(), 0);
}

QTEST_GUILESS_MAIN(TestUpstreamServers)
#include "tst_upstreamservers.moc"
