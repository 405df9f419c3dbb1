// SPDX-License-Identifier: GPL-3.0-or-later
// Every name of an upstream leads to it, and no other name leads anywhere.
#include "upstream/routes.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::upstream;

class TestRoutes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByName_data();
    void findsByName();
    void findsByHost_data();
    void findsByHost();
    void knowsItsDefault();
    void leavesDockerHubsNamesToWhoeverHasThem();
    void keepsIds();
};

namespace {

UpstreamConfig named(const std::string &registry)
{
    UpstreamConfig config;
    config.registry = registry;
    config.url = "https://" + registry;
    return config;
}

Routes makeRoutes()
{
    UpstreamConfig quay = named("Quay.io:443");
    quay.aliases = {"q", "quay.mirror"};
    quay.hosts = {"quay.lan", "quay.office:5000", "[fd00::1]:5000"};
    return Routes({named("docker.io"), quay, named("localhost:5001")}, "docker.io");
}

} // namespace

void TestRoutes::findsByName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("id");
    QTest::newRow("exact") << QByteArray("docker.io") << 0;
    QTest::newRow("upper case") << QByteArray("DOCKER.IO") << 0;
    QTest::newRow("port of https") << QByteArray("docker.io:443") << 0;
    QTest::newRow("another port") << QByteArray("docker.io:80") << -1;
    QTest::newRow("index.docker.io") << QByteArray("index.docker.io") << 0;
    QTest::newRow("registry-1.docker.io") << QByteArray("Registry-1.docker.io:443") << 0;
    QTest::newRow("configured in upper case, with the port") << QByteArray("quay.io") << 1;
    QTest::newRow("alias") << QByteArray("q") << 1;
    QTest::newRow("second alias") << QByteArray("QUAY.mirror") << 1;
    QTest::newRow("with a port") << QByteArray("localhost:5001") << 2;
    QTest::newRow("without its port") << QByteArray("localhost") << -1;
    QTest::newRow("a host name") << QByteArray("quay.lan") << -1;
    QTest::newRow("unknown") << QByteArray("ghcr.io") << -1;
    QTest::newRow("prefix") << QByteArray("docker.i") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("a port alone") << QByteArray(":443") << -1;
    QTest::newRow("with NUL") << QByteArray("docker.io\0", 10) << -1;
    QTest::newRow("10,000 letters") << QByteArray(10'000, 'a') << -1;
}

void TestRoutes::findsByName()
{
    QFETCH(QByteArray, name);
    QFETCH(int, id);
    const Routes routes = makeRoutes();
    const auto found = routes.byName({name.data(), static_cast<std::size_t>(name.size())});
    QCOMPARE(found ? static_cast<int>(*found) : -1, id);
}

void TestRoutes::findsByHost_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("id");
    QTest::newRow("exact") << QByteArray("quay.lan") << 1;
    QTest::newRow("any port") << QByteArray("Quay.LAN:5000") << 1;
    QTest::newRow("its port") << QByteArray("quay.office:5000") << 1;
    QTest::newRow("not its port") << QByteArray("quay.office:5001") << -1;
    QTest::newRow("IPv6") << QByteArray("[FD00::1]:5000") << 1;
    QTest::newRow("IPv6 without port") << QByteArray("[fd00::1]") << -1;
    QTest::newRow("a registry name") << QByteArray("docker.io") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("colon") << QByteArray(":") << -1;
    QTest::newRow("10,000 letters") << QByteArray(10'000, 'a') << -1;
}

void TestRoutes::findsByHost()
{
    QFETCH(QByteArray, host);
    QFETCH(int, id);
    const Routes routes = makeRoutes();
    const auto found = routes.byHost(host.toStdString());
    QCOMPARE(found ? static_cast<int>(*found) : -1, id);
}

void TestRoutes::knowsItsDefault()
{
    const Routes routes = makeRoutes();
    QCOMPARE(routes.size(), std::size_t{3});
    QCOMPARE(routes.defaultUpstream().value_or(99), UpstreamId{0});
    QVERIFY(routes.addsLibrary(0));
    QVERIFY(!routes.addsLibrary(1));
    QCOMPARE(routes.registry(2), std::string("localhost:5001"));
    QVERIFY(!Routes({named("quay.io")}, "").defaultUpstream());
    QVERIFY(!Routes({}, "docker.io").defaultUpstream());
}

void TestRoutes::leavesDockerHubsNamesToWhoeverHasThem()
{
    const Routes routes({named("docker.io"), named("index.docker.io")}, "docker.io");
    QCOMPARE(routes.byName("index.docker.io").value_or(99), UpstreamId{1});
    QVERIFY(!Routes({named("quay.io")}, "quay.io").byName("index.docker.io"));
}

void TestRoutes::keepsIds()
{
    Routes routes({named("docker.io"), named("quay.io")}, "docker.io");
    UpstreamConfig quay = named("quay.io");
    quay.aliases = {"q"};
    const auto ids = routes.assign({named("ghcr.io"), quay}, "ghcr.io");
    QCOMPARE(ids, (std::vector<UpstreamId>{2, 1}));
    QVERIFY(!routes.byName("docker.io"));
    QVERIFY(!routes.byName("index.docker.io"));
    QCOMPARE(routes.byName("q").value_or(99), UpstreamId{1});
    QCOMPARE(routes.defaultUpstream().value_or(99), UpstreamId{2});
    QCOMPARE(routes.registry(0), std::string("docker.io")); // somebody may still hold its id
    quay.isEnabled = false;
    QCOMPARE(routes.assign({named("docker.io"), quay}, "quay.io"), (std::vector<UpstreamId>{0, 1}));
    QVERIFY(!routes.byName("quay.io"));
    QVERIFY(!routes.byName("q"));
    QVERIFY(!routes.defaultUpstream());
    QCOMPARE(routes.size(), std::size_t{3});
}

QTEST_APPLESS_MAIN(TestRoutes)
#include "tst_routes.moc"
