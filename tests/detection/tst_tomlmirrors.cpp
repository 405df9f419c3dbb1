// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that mirrors are read from TOML as the clients read them.
#include "detection/tomlmirrors.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

/// REGISTRY MIRROR [plain] [tls], a line each.
QStringList linesOf(const Mirrors &mirrors)
{
    QStringList lines;
    for (const Mirror &mirror : mirrors)
        lines << mirror.registry + u' ' + mirror.text +
                     (mirror.isAskedPlain ? QStringLiteral(" plain") : QString()) +
                     (mirror.isAskedByTls ? QStringLiteral(" tls") : QString());
    return lines;
}

QStringList lines(const char *text)
{
    return QString::fromLatin1(text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

class TestTomlMirrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildkit_data();
    void buildkit();
    void hosts_data();
    void hosts();
    void registriesConf();
    void podmanTriesTlsFirst();
    void containerd_data();
    void containerd();
    void nerdctl();
    void isNoToml();
};

void TestTomlMirrors::buildkit_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("empty") << QByteArray() << QStringList();
    QTest::newRow("plain") << QByteArray("[registry.\"docker.io\"]\n"
                                         "mirrors = [\"192.168.0.80:5000\"]\n"
                                         "[registry.\"192.168.0.80:5000\"]\nhttp = true\n")
                           << lines("docker.io 192.168.0.80:5000 plain");
    QTest::newRow("without a table of its own")
        << QByteArray("[registry.\"docker.io\"]\nmirrors = [\"192.168.0.80:5000\"]\n")
        << lines("docker.io 192.168.0.80:5000 tls");
    QTest::newRow("insecure is TLS") << QByteArray("[registry.\"docker.io\"]\n"
                                                   "mirrors = [\"c:5000\"]\n"
                                                   "[registry.\"c:5000\"]\ninsecure = true\n")
                                     << lines("docker.io c:5000 tls");
    QTest::newRow("both") << QByteArray("[registry.\"docker.io\"]\nmirrors = [\"c:5000\"]\n"
                                        "[registry.\"c:5000\"]\ninsecure = true\nhttp = true\n")
                          << lines("docker.io c:5000 plain tls");
    QTest::newRow("local") << QByteArray(
                                  "[registry.\"docker.io\"]\nmirrors = [\"localhost:5000\"]\n")
                           << lines("docker.io localhost:5000 plain tls");
    QTest::newRow("with a path") << QByteArray("[registry.\"quay.io\"]\n"
                                               "mirrors = [\"c:5000/quay.io\", \"d\"]\n"
                                               "[registry.\"c:5000\"]\nhttp = true\n")
                                 << lines("quay.io c:5000/quay.io plain\nquay.io d tls");
    QTest::newRow("odd") << QByteArray("registry = 1\n") << QStringList();
    QTest::newRow("odd mirrors") << QByteArray("[registry.\"a\"]\nmirrors = \"b\"\n")
                                 << QStringList();
}

void TestTomlMirrors::buildkit()
{
    QFETCH(QByteArray, text);
    const auto mirrors = mirrorsInBuildkitToml(text);
    QVERIFY2(mirrors, mirrors ? "" : mirrors.error().message.english().c_str());
    QTEST(linesOf(*mirrors), "expected");
}

void TestTomlMirrors::hosts_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("in their order")
        << QStringLiteral("quay.io")
        << QByteArray("server = \"https://quay.io\"\n[host.\"https://z.example\"]\n"
                      "[host.\"http://c:5000\"]\n  capabilities = [\"pull\", \"resolve\"]\n")
        << lines("quay.io https://z.example tls\nquay.io http://c:5000 plain");
    QTest::newRow("for all") << QStringLiteral("_default")
                             << QByteArray("[host.\"http://c:5000\"]\n")
                             << lines("* http://c:5000 plain");
    QTest::newRow("only to push") << QStringLiteral("quay.io")
                                  << QByteArray("[host.\"http://c:5000\"]\n"
                                                "capabilities = [\"push\"]\n")
                                  << QStringList();
}

void TestTomlMirrors::hosts()
{
    QFETCH(QString, registry);
    QFETCH(QByteArray, text);
    const auto mirrors = mirrorsInHostsToml(registry, text);
    QVERIFY(mirrors);
    QTEST(linesOf(*mirrors), "expected");
}

void TestTomlMirrors::registriesConf()
{
    const auto tables = tablesInRegistriesConf(
        "unqualified-search-registries = [\"docker.io\"]\n"
        "[[registry]]\nprefix = \"docker.io\"\nlocation = \"docker.io\"\n"
        "[[registry.mirror]]\nlocation = \"c:5000/docker.io\"\ninsecure = true\n"
        "[[registry]]\nlocation = \"quay.io\"\n"
        "[[registry]]\nprefix = \"ghcr.io\"\nlocation = \"m.example/ghcr\"\ninsecure = true\n"
        "[[registry]]\nprefix = \"x.example\"\nblocked = true\n");
    QVERIFY(tables);
    QCOMPARE(tables->size(), 4U);
    const RegistryTable &hub = tables->at(QStringLiteral("docker.io"));
    QCOMPARE(linesOf(hub.mirrors), lines("docker.io c:5000/docker.io plain tls"));
    QCOMPARE(hub.location, QString());
    QVERIFY(!hub.isBlocked && !hub.isInsecure);
    QCOMPARE(linesOf(tables->at(QStringLiteral("quay.io")).mirrors), QStringList());
    QCOMPARE(tables->at(QStringLiteral("ghcr.io")).location, QStringLiteral("m.example/ghcr"));
    QVERIFY(tables->at(QStringLiteral("ghcr.io")).isInsecure);
    QVERIFY(tables->at(QStringLiteral("x.example")).isBlocked);
    // Docker Hub by another of its names.
    const auto same = tablesInRegistriesConf(
        "[[registry]]\nprefix = \"docker.io\"\nlocation = \"registry-1.docker.io\"\n");
    QCOMPARE(same->at(QStringLiteral("docker.io")).location, QString());
}

void TestTomlMirrors::podmanTriesTlsFirst()
{
    const auto tables = tablesInRegistriesConf("[[registry]]\nlocation = \"docker.io\"\n"
                                               "[[registry.mirror]]\nlocation = \"c:5000\"\n");
    QVERIFY(tables);
    QCOMPARE(linesOf(tables->at(QStringLiteral("docker.io")).mirrors),
             lines("docker.io c:5000 tls"));
}

void TestTomlMirrors::containerd_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<bool>("isCriOff");
    QTest::addColumn<bool>("hasOldMirrors");
    // As Debian 12 installs it.
    QTest::newRow("Debian") << QByteArray("version = 2\n\n[plugins]\n"
                                          "  [plugins.\"io.containerd.grpc.v1.cri\"]\n"
                                          "    [plugins.\"io.containerd.grpc.v1.cri\".cni]\n"
                                          "      bin_dir = \"/usr/lib/cni\"\n"
                                          "  [plugins.\"io.containerd.internal.v1.opt\"]\n"
                                          "    path = \"/var/lib/containerd/opt\"\n")
                            << QStringList() << false << false;
    QTest::newRow("Docker's packages")
        << QByteArray("disabled_plugins = [\"cri\"]\n") << QStringList() << true << false;
    QTest::newRow("1.x") << QByteArray("[plugins.\"io.containerd.grpc.v1.cri\".registry]\n"
                                       "config_path = \"/a:/b\"\n")
                         << QStringList{QStringLiteral("/a"), QStringLiteral("/b")} << false
                         << false;
    QTest::newRow("2.x") << QByteArray("version = 3\n"
                                       "[plugins.'io.containerd.cri.v1.images'.registry]\n"
                                       "config_path = '/a'\n")
                         << QStringList{QStringLiteral("/a")} << false << false;
    QTest::newRow("folders as people write them")
        << QByteArray("[plugins.\"io.containerd.grpc.v1.cri\".registry]\n"
                      "config_path = \"/a/:b:/c//d/./e\"\n")
        << QStringList{QStringLiteral("/a"), QStringLiteral("/c/d/e")} << false << false;
    QTest::newRow("no folder that is one")
        << QByteArray("[plugins.\"io.containerd.grpc.v1.cri\".registry]\n"
                      "config_path = \"certs.d/\"\n")
        << QStringList() << false << false;
    QTest::newRow("old mirrors")
        << QByteArray("[plugins.\"io.containerd.grpc.v1.cri\".registry.mirrors.\"docker.io\"]\n"
                      "endpoint = [\"http://c:5000\"]\n")
        << QStringList() << false << true;
}

void TestTomlMirrors::containerd()
{
    QFETCH(QByteArray, text);
    const auto settings = settingsInContainerdToml(text);
    QVERIFY(settings);
    QTEST(settings->hostFolders, "folders");
    QTEST(settings->isCriOff, "isCriOff");
    QTEST(settings->hasOldMirrors, "hasOldMirrors");
}

void TestTomlMirrors::nerdctl()
{
    QCOMPARE(hostFoldersInNerdctlToml("hosts_dir = [\"/a\", \"/b\"]\n"),
             (QStringList{QStringLiteral("/a"), QStringLiteral("/b")}));
    QCOMPARE(hostFoldersInNerdctlToml("hosts_dir = [\"/a/\", \"b\"]\n"),
             QStringList{QStringLiteral("/a")});
    QCOMPARE(hostFoldersInNerdctlToml("debug = true\n"), QStringList());
    QCOMPARE(hostFoldersInNerdctlToml("no toml"), QStringList());
}

void TestTomlMirrors::isNoToml()
{
    const auto mirrors = mirrorsInBuildkitToml("[registry]\n[registry\n");
    QVERIFY(!mirrors);
    QCOMPARE(mirrors.error().code, ErrorCode::InvalidInput);
    QVERIFY(
        QByteArray::fromStdString(mirrors.error().message.english()).contains("line 2, column "));
    QVERIFY(!mirrorsInHostsToml(QStringLiteral("a"), "="));
    QVERIFY(!tablesInRegistriesConf("a = \n"));
    QVERIFY(!settingsInContainerdToml("a = 1\na = 2\n"));
}

QTEST_GUILESS_MAIN(TestTomlMirrors)
#include "tst_tomlmirrors.moc"
