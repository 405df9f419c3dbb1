// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/sketch.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::workstation;
using recipes::Recipe;

namespace {

using ImageStore = ClientInstallation::ImageStore;

const QStringList hubOnly{QStringLiteral("docker.io")};
const QStringList two{QStringLiteral("docker.io"), QStringLiteral("quay.io")};

CacheEndpoint plainCache()
{
    return {.host = QStringLiteral("192.168.0.80"), .port = 5000};
}

CacheEndpoint tlsCache()
{
    return {.host = QStringLiteral("cache.lan"),
            .port = 5443,
            .isTls = true,
            .authority = "-----BEGIN CERTIFICATE-----\n"};
}

CacheEndpoint withLogin(CacheEndpoint cache)
{
    cache.user = QStringLiteral("ann o'hara");
    cache.password = QStringLiteral("secret");
    return cache;
}

ClientInstallation docker(const char *version, ImageStore store)
{
    return {.kind = ClientKind::Docker,
            .id = QStringLiteral("docker"),
            .name = QStringLiteral("Docker Engine"),
            .version = QString::fromLatin1(version),
            .isOfSystem = true,
            .isRunning = true,
            .imageStore = store,
            .configFile = QStringLiteral("/etc/docker/daemon.json"),
            .configFolder = QStringLiteral("/etc/docker/certs.d")};
}

QStringList pathsOf(const Sketch &sketch)
{
    QStringList paths;
    for (const SketchedFile &file : sketch.files)
        paths.append(file.path);
    return paths;
}

const SketchedFile *fileAt(const Sketch &sketch, const QString &path)
{
    for (const SketchedFile &file : sketch.files) {
        if (file.path == path)
            return &file;
    }
    return nullptr;
}

const QString daemonJson = QStringLiteral("/etc/docker/daemon.json");
const QString hubHosts = QStringLiteral("/etc/docker/certs.d/docker.io/hosts.toml");
const QString quayHosts = QStringLiteral("/etc/docker/certs.d/quay.io/hosts.toml");

} // namespace

class TestSketch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dockerFiles_data();
    void dockerFiles();
    void dockerTls();
    void dockerLogin_data();
    void dockerLogin();
    void dockerThatDoesNotRun();
    void desktopRestarts();
    void desktopFindsTheAuthorityInItsMachine();
    void otherClients_data();
    void otherClients();
    void authorityBesideTheFile();
    void loginIsLeftToTheUser_data();
    void loginIsLeftToTheUser();
    void crioIsReloaded();
    void builderIsMadeAgain();
    void nodesOfKubernetes_data();
    void nodesOfKubernetes();
    void machinesGetSnippets_data();
    void machinesGetSnippets();
};

void TestSketch::dockerFiles_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<ImageStore>("store");
    QTest::addColumn<QStringList>("registries");
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<bool>("isInsecureToo");
    QTest::addColumn<int>("actions");
    QTest::addColumn<int>("notes");

    const auto row = [](const char *name, const char *version, ImageStore store,
                        const QStringList &registries, const QStringList &paths, bool isInsecureToo,
                        int actions, int notes) {
        QTest::newRow(name) << QString::fromLatin1(version) << store << registries << paths
                            << isInsecureToo << actions << notes;
    };
    row("20.10", "20.10.24+dfsg1", ImageStore::GraphDriver, hubOnly, {daemonJson}, true, 1, 0);
    row("20.10, quay", "20.10.24", ImageStore::GraphDriver, two, {daemonJson}, true, 1, 1);
    row("27 with containerd", "27.5.1", ImageStore::Containerd, two, {daemonJson}, true, 1, 0);
    row("28, graph drivers", "28.0.0", ImageStore::GraphDriver, two,
        {hubHosts, quayHosts, daemonJson}, false, 1, 1);
    row("29, containerd", "29.7.2", ImageStore::Containerd, two, {hubHosts, quayHosts}, false, 0,
        0);
    row("28, store not known", "28.1", ImageStore::Unknown, hubOnly, {hubHosts, daemonJson}, false,
        1, 0);
    row("version not known", "", ImageStore::Unknown, hubOnly, {hubHosts, daemonJson}, false, 1, 0);
    row("28, without the Hub", "28.1", ImageStore::GraphDriver, {QStringLiteral("quay.io")},
        {quayHosts}, false, 0, 1);
}

void TestSketch::dockerFiles()
{
    QFETCH(QString, version);
    QFETCH(ImageStore, store);
    QFETCH(QStringList, registries);
    QFETCH(bool, isInsecureToo);

    const Sketch sketch = sketchOf(docker(qPrintable(version), store), plainCache(), registries);
    QTEST(pathsOf(sketch), "paths");
    QTEST(int(sketch.actions.size()), "actions");
    QTEST(int(sketch.notes.size()), "notes");
    if (const SketchedFile *file = fileAt(sketch, daemonJson)) {
        QCOMPARE(file->recipe.kind, Recipe::Kind::DaemonJson);
        QCOMPARE(file->recipe.isInsecureToo, isInsecureToo);
        QCOMPARE(file->recipe.registries, hubOnly);
    }
    if (const SketchedFile *file = fileAt(sketch, quayHosts)) {
        QCOMPARE(file->recipe.kind, Recipe::Kind::HostsToml);
        QCOMPARE(file->recipe.registries, QStringList{QStringLiteral("quay.io")});
    }
}

void TestSketch::dockerTls()
{
    const QString authority = QStringLiteral("/etc/docker/certs.d/cache.lan:5443/ca.crt");
    const Sketch old = sketchOf(docker("20.10.24", ImageStore::GraphDriver), tlsCache(), hubOnly);
    QCOMPARE(pathsOf(old), (QStringList{authority, daemonJson}));
    QVERIFY(!old.files.last().recipe.isInsecureToo);

    const Sketch recent = sketchOf(docker("29.7", ImageStore::Containerd), tlsCache(), hubOnly);
    QCOMPARE(pathsOf(recent), (QStringList{authority, hubHosts}));
    QCOMPARE(recent.files.last().recipe.authorityFile, authority);

    CacheEndpoint trusted = tlsCache();
    trusted.authority.clear();
    const Sketch known = sketchOf(docker("29.7", ImageStore::Containerd), trusted, hubOnly);
    QCOMPARE(pathsOf(known), QStringList{hubHosts});
    QVERIFY(known.files.first().recipe.authorityFile.isEmpty());
}

void TestSketch::dockerLogin_data()
{
    QTest::addColumn<ImageStore>("store");
    QTest::addColumn<int>("notes");
    QTest::newRow("graph drivers cannot") << ImageStore::GraphDriver << 1;
    QTest::newRow("containerd can") << ImageStore::Containerd << 0;
}

void TestSketch::dockerLogin()
{
    QFETCH(ImageStore, store);
    const Sketch sketch = sketchOf(docker("29.7", store), withLogin(tlsCache()), hubOnly);
    QTEST(int(sketch.notes.size()), "notes");
    QCOMPARE(fileAt(sketch, hubHosts)->recipe.cache.password, QStringLiteral("secret"));
    for (const SketchedFile &file : sketch.files) {
        if (file.recipe.kind != Recipe::Kind::HostsToml)
            QVERIFY(file.recipe.cache.password.isEmpty());
    }
}

void TestSketch::dockerThatDoesNotRun()
{
    ClientInstallation client = docker("20.10.24", ImageStore::GraphDriver);
    client.isRunning = false;
    const Sketch sketch = sketchOf(client, plainCache(), hubOnly);
    QCOMPARE(pathsOf(sketch), QStringList{daemonJson});
    QVERIFY(sketch.actions.isEmpty());
}

void TestSketch::desktopRestarts()
{
    ClientInstallation client = docker("29.7", ImageStore::Containerd);
    client.isDesktop = true;
    QCOMPARE(sketchOf(client, plainCache(), hubOnly).actions,
             QList{ServiceAction::RestartDockerDesktop});
    client.isDesktop = false;
    client.isRootless = true;
    client.imageStore = ImageStore::GraphDriver;
    QCOMPARE(sketchOf(client, plainCache(), hubOnly).actions,
             QList{ServiceAction::ReloadRootlessDocker});
}

void TestSketch::desktopFindsTheAuthorityInItsMachine()
{
    ClientInstallation client = docker("29.7", ImageStore::Containerd);
    client.isDesktop = true;
    client.configFolder = QStringLiteral("/home/a/.docker/certs.d");
    const Sketch sketch = sketchOf(client, tlsCache(), hubOnly);
    QCOMPARE(pathsOf(sketch),
             (QStringList{QStringLiteral("/home/a/.docker/certs.d/cache.lan:5443/ca.crt"),
                          QStringLiteral("/home/a/.docker/certs.d/docker.io/hosts.toml")}));
    QCOMPARE(sketch.files.last().recipe.authorityFile,
             QStringLiteral("/etc/docker/certs.d/cache.lan:5443/ca.crt"));
    CacheEndpoint trusted = tlsCache();
    trusted.authority.clear();
    QVERIFY(sketchOf(client, trusted, hubOnly).files.last().recipe.authorityFile.isEmpty());
}

void TestSketch::otherClients_data()
{
    QTest::addColumn<ClientKind>("kind");
    QTest::addColumn<QString>("configFile");
    QTest::addColumn<QString>("configFolder");
    QTest::addColumn<QStringList>("paths");
    QTest::addColumn<Recipe::Kind>("recipe");
    QTest::addColumn<QList<ServiceAction>>("actions");

    const auto row = [](const char *name, ClientKind kind, const char *file, const char *folder,
                        const QStringList &paths, Recipe::Kind recipe,
                        const QList<ServiceAction> &actions) {
        QTest::newRow(name) << kind << QString::fromLatin1(file) << QString::fromLatin1(folder)
                            << paths << recipe << actions;
    };
    row("buildkit", ClientKind::BuildKit, "/etc/buildkit/buildkitd.toml", "",
        {QStringLiteral("/etc/buildkit/buildkitd.toml")}, Recipe::Kind::BuildkitToml,
        {ServiceAction::RestartBuildKit});
    row("buildx", ClientKind::Buildx, "/home/a/.docker/buildx/buildkitd.default.toml", "",
        {QStringLiteral("/home/a/.docker/buildx/buildkitd.default.toml")},
        Recipe::Kind::BuildkitToml, {});
    row("earthly", ClientKind::Earthly, "/home/a/.earthly/config.yml", "",
        {QStringLiteral("/home/a/.earthly/config.yml")}, Recipe::Kind::EarthlyConfig, {});
    row("earthbuild", ClientKind::EarthBuild, "/home/a/.earth/config.yml", "",
        {QStringLiteral("/home/a/.earth/config.yml")}, Recipe::Kind::EarthlyConfig, {});
    row("containerd", ClientKind::Containerd, "/etc/containerd/config.toml",
        "/etc/containerd/certs.d",
        {QStringLiteral("/etc/containerd/certs.d/docker.io/hosts.toml"),
         QStringLiteral("/etc/containerd/certs.d/quay.io/hosts.toml")},
        Recipe::Kind::HostsToml, {});
    row("nerdctl", ClientKind::Nerdctl, "", "/home/a/.config/containerd/certs.d",
        {QStringLiteral("/home/a/.config/containerd/certs.d/docker.io/hosts.toml"),
         QStringLiteral("/home/a/.config/containerd/certs.d/quay.io/hosts.toml")},
        Recipe::Kind::HostsToml, {});
    row("podman", ClientKind::Podman,
        "/home/a/.config/containers/registries.conf.d/50-lanyard.conf",
        "/home/a/.config/containers/certs.d",
        {QStringLiteral("/home/a/.config/containers/registries.conf.d/50-lanyard.conf")},
        Recipe::Kind::RegistriesConf, {});
}

void TestSketch::otherClients()
{
    QFETCH(ClientKind, kind);
    QFETCH(QString, configFile);
    QFETCH(QString, configFolder);
    QFETCH(Recipe::Kind, recipe);

    const ClientInstallation client{.kind = kind,
                                    .id = QStringLiteral("id"),
                                    .name = QStringLiteral("Name"),
                                    .isRunning = true,
                                    .configFile = configFile,
                                    .configFolder = configFolder};
    const Sketch sketch = sketchOf(client, plainCache(), two);
    QTEST(pathsOf(sketch), "paths");
    QTEST(sketch.actions, "actions");
    QStringList registries;
    for (const SketchedFile &file : sketch.files) {
        QCOMPARE(file.recipe.kind, recipe);
        QVERIFY(!file.reason.isEmpty());
        registries += file.recipe.registries;
    }
    QCOMPARE(registries, two);
}

void TestSketch::authorityBesideTheFile()
{
    const ClientInstallation client{.kind = ClientKind::Earthly,
                                    .configFile = QStringLiteral("/home/a/.earthly/config.yml")};
    const Sketch sketch = sketchOf(client, tlsCache(), hubOnly);
    const QString authority = QStringLiteral("/home/a/.earthly/lanyard-ca.pem");
    QCOMPARE(sketch.files.size(), 2);
    QCOMPARE(sketch.files.at(0).path, authority);
    QCOMPARE(sketch.files.at(0).recipe.kind, Recipe::Kind::Authority);
    QCOMPARE(sketch.files.at(1).recipe.authorityFile, authority);
}

void TestSketch::loginIsLeftToTheUser_data()
{
    QTest::addColumn<ClientKind>("kind");
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<QStringList>("texts"); // parts of them
    const auto row = [](const char *name, ClientKind kind, bool isTls, const QStringList &texts) {
        QTest::newRow(name) << kind << isTls << texts;
    };
    row("podman", ClientKind::Podman, true,
        {QStringLiteral("podman login --username 'ann o'\\''hara' cache.lan:5443\n")});
    row("podman, plain HTTP", ClientKind::Podman, false,
        {QStringLiteral("podman login --tls-verify=false --username 'ann o'\\''hara' "
                        "192.168.0.80:5000\n")});
    row("buildkit", ClientKind::BuildKit, true,
        {QStringLiteral("docker login --username 'ann o'\\''hara' cache.lan:5443\n")});
    // `docker login` would ask for TLS.
    row("earthly, plain HTTP", ClientKind::Earthly, false,
        {QStringLiteral("\"192.168.0.80:5000\": {"), QStringLiteral("'ann o'\\''hara:PASSWORD'")});
}

void TestSketch::loginIsLeftToTheUser()
{
    QFETCH(ClientKind, kind);
    QFETCH(bool, isTls);
    QFETCH(QStringList, texts);
    const ClientInstallation client{.kind = kind,
                                    .configFile = QStringLiteral("/a/50-lanyard.conf"),
                                    .configFolder = QStringLiteral("/a/certs.d")};
    CacheEndpoint cache = isTls ? tlsCache() : plainCache();
    cache.authority.clear();
    const Sketch sketch = sketchOf(client, withLogin(cache), hubOnly);
    QCOMPARE(sketch.snippets.size(), texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i)
        QVERIFY2(sketch.snippets.at(i).text.contains(texts.at(i)),
                 qPrintable(sketch.snippets.at(i).text));
    for (const SketchedFile &file : sketch.files)
        QVERIFY(file.recipe.cache.user.isEmpty() && file.recipe.cache.password.isEmpty());
}

void TestSketch::crioIsReloaded()
{
    ClientInstallation client{
        .kind = ClientKind::Podman,
        .id = QStringLiteral("crio"),
        .isRunning = true,
        .configFile = QStringLiteral("/etc/containers/registries.conf.d/50-lanyard.conf"),
        .configFolder = QStringLiteral("/etc/containers/certs.d")};
    const Sketch sketch = sketchOf(client, withLogin(plainCache()), hubOnly);
    QCOMPARE(pathsOf(sketch), QStringList{client.configFile});
    QCOMPARE(sketch.actions, QList{ServiceAction::ReloadCrio});
    // What `podman login` keeps, it does not read.
    QVERIFY(sketch.snippets.isEmpty());
    QCOMPARE(sketch.notes.size(), 1);
    client.isRunning = false;
    const Sketch later = sketchOf(client, plainCache(), hubOnly);
    QVERIFY(later.actions.isEmpty() && later.notes.isEmpty());
}

void TestSketch::builderIsMadeAgain()
{
    const ClientInstallation client{
        .kind = ClientKind::Buildx,
        .instance = QStringLiteral("my builder"),
        .driverOptions = {QStringLiteral("env.A=1,2"), QStringLiteral("network=host")},
        .configFile = QStringLiteral("/a/buildkitd.default.toml")};
    const Sketch sketch = sketchOf(client, plainCache(), hubOnly);
    QCOMPARE(sketch.snippets.size(), 1);
    QCOMPARE(sketch.snippets.first().text,
             QStringLiteral("docker buildx rm --keep-state 'my builder'\n"
                            "docker buildx create --name 'my builder' --driver docker-container "
                            "--driver-opt '\"env.A=1,2\"' --driver-opt network=host "
                            "--bootstrap\n"));
    QCOMPARE(sketch.notes.size(), 1);
}

void TestSketch::nodesOfKubernetes_data()
{
    QTest::addColumn<ClientKind>("kind");
    QTest::addColumn<QString>("instance");
    QTest::addColumn<ServiceAction>("action");
    QTest::newRow("k3s") << ClientKind::K3s << QStringLiteral("k3s") << ServiceAction::RestartK3s;
    QTest::newRow("k3s agent") << ClientKind::K3s << QStringLiteral("k3s-agent")
                               << ServiceAction::RestartK3sAgent;
    QTest::newRow("rke2") << ClientKind::Rke2 << QStringLiteral("rke2-server")
                          << ServiceAction::RestartRke2Server;
    QTest::newRow("rke2 agent") << ClientKind::Rke2 << QStringLiteral("rke2-agent")
                                << ServiceAction::RestartRke2Agent;
}

void TestSketch::nodesOfKubernetes()
{
    QFETCH(ClientKind, kind);
    QFETCH(QString, instance);
    const ClientInstallation client{.kind = kind,
                                    .isRunning = true,
                                    .instance = instance,
                                    .configFile =
                                        QStringLiteral("/etc/rancher/k3s/registries.yaml")};
    const Sketch sketch = sketchOf(client, withLogin(tlsCache()), two);
    QFETCH(ServiceAction, action);
    QCOMPARE(sketch.actions, QList{action});
    QCOMPARE(sketch.files.last().recipe.kind, Recipe::Kind::RegistriesYaml);
    QCOMPARE(sketch.files.last().recipe.cache.password, QStringLiteral("secret"));
    QCOMPARE(sketch.files.last().recipe.authorityFile,
             QStringLiteral("/etc/rancher/k3s/lanyard-ca.pem"));
}

void TestSketch::machinesGetSnippets_data()
{
    QTest::addColumn<ClientKind>("kind");
    QTest::newRow("kind") << ClientKind::Kind;
    QTest::newRow("minikube") << ClientKind::Minikube;
    QTest::newRow("colima") << ClientKind::Colima;
}

void TestSketch::machinesGetSnippets()
{
    QFETCH(ClientKind, kind);
    const Sketch sketch = sketchOf({.kind = kind}, plainCache(), two);
    QVERIFY(sketch.files.isEmpty());
    QVERIFY(!sketch.snippets.isEmpty());
}

QTEST_GUILESS_MAIN(TestSketch)
#include "tst_sketch.moc"
