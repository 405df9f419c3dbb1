// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which engines are asked: that of docker itself, by all that can choose it, and further
// ones.
#include "detection/dockerendpoint.h"
#include "detection/scenery.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

class TestDockerEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void current_data();
    void current();
    void context();
    void isNotOfOthers_data();
    void isNotOfOthers();
    void further();
};

void TestDockerEndpoint::current_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("host");
    QTest::newRow("usual") << QString() << QStringLiteral("unix:///var/run/docker.sock");
    QTest::newRow("named") << QStringLiteral("unix:///x/docker.sock")
                           << QStringLiteral("unix:///x/docker.sock");
    QTest::newRow("loopback") << QStringLiteral("tcp://127.0.0.1:2375")
                              << QStringLiteral("tcp://127.0.0.1:2375");
}

void TestDockerEndpoint::current()
{
    QFETCH(QString, variable);
    QFETCH(QString, host);
    test::Scenery scenery;
    if (!variable.isEmpty())
        scenery.set("DOCKER_HOST", variable);
    QCOMPARE(dockerEndpoints(scenery.here),
             (QList<DockerEndpoint>{{.host = host, .isCurrent = true}}));
}

void TestDockerEndpoint::context()
{
    test::Scenery scenery;
    scenery.file(QStringLiteral("~/.docker/config.json"), R"({"currentContext": "desktop-linux"})");
    // The folder is the SHA-256 of the name.
    scenery.file(QStringLiteral("~/.docker/contexts/meta/"
                                "fe9c6bd7a66301f49ca9b6a70b217107cd1284598bfc254700c989b916da791e"
                                "/meta.json"),
                 R"({"Name": "desktop-linux", "Metadata": {}, "Endpoints":
                     {"docker": {"Host": "unix:///home/me/.docker/desktop/docker.sock"}}})");
    const QList<DockerEndpoint> endpoints = dockerEndpoints(scenery.here);
    QCOMPARE(endpoints, (QList<DockerEndpoint>{
                            {.host = QStringLiteral("unix:///home/me/.docker/desktop/docker.sock"),
                             .isCurrent = true,
                             .isDesktop = true}}));
    scenery.set("DOCKER_CONTEXT", QStringLiteral("default"));
    QCOMPARE(dockerEndpoints(scenery.here).first().host,
             QStringLiteral("unix:///var/run/docker.sock"));
    scenery.set("DOCKER_HOST", QStringLiteral("unix:///first"));
    QCOMPARE(dockerEndpoints(scenery.here).first().host, QStringLiteral("unix:///first"));
}

void TestDockerEndpoint::isNotOfOthers_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"tcp://192.168.0.7:2376", "ssh://me@there",
                             "unix:///home/me/.colima/default/docker.sock"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void TestDockerEndpoint::isNotOfOthers()
{
    QFETCH(QString, host);
    test::Scenery scenery;
    scenery.set("DOCKER_HOST", host);
    QCOMPARE(dockerEndpoints(scenery.here), QList<DockerEndpoint>());
}

void TestDockerEndpoint::further()
{
    test::Scenery scenery;
    scenery.set("DOCKER_HOST", QStringLiteral("ssh://me@there"));
    scenery.set("XDG_RUNTIME_DIR", QStringLiteral("/run/user/1000"));
    scenery.file(QStringLiteral("/var/run/docker.sock"), {});
    scenery.file(QStringLiteral("/run/user/1000/docker.sock"), {});
    QCOMPARE(dockerEndpoints(scenery.here),
             (QList<DockerEndpoint>{{.host = QStringLiteral("unix:///var/run/docker.sock")},
                                    {.host = QStringLiteral("unix:///run/user/1000/docker.sock"),
                                     .isRootless = true}}));
    // Once, though it is the current one by another name.
    scenery.set("DOCKER_HOST", QStringLiteral("unix:///run/docker.sock"));
    QCOMPARE(dockerEndpoints(scenery.here).size(), 2);
}

QTEST_GUILESS_MAIN(TestDockerEndpoint)
#include "tst_dockerendpoint.moc"
