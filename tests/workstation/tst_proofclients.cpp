// SPDX-License-Identifier: GPL-3.0-or-later
// Real clients prove themselves in front of a real engine, by the very words that the proof has for
// them, and keep nothing of the probe; one that is set up for somebody else is found out.
#include "registry/cachefixture.h"
#include "support/inenglish.h"
#include "support/putfile.h"
#include "workstation/proof.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::workstation;

namespace {

constexpr int clientPatienceMs = 60'000;

const QStringList path{QStringLiteral("/usr/local/bin"), QStringLiteral("/usr/bin"),
                       QStringLiteral("/usr/sbin"), QStringLiteral("/bin"),
                       QStringLiteral("/sbin")};

bool isInstalled(const QString &program)
{
    return !QStandardPaths::findExecutable(program, path).isEmpty();
}

/// A daemon that the test started, and ends.
class Daemon
{
public:
    void start(const QString &program, const QStringList &arguments,
               const QProcessEnvironment &environment)
    {
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStandardPaths::findExecutable(program, path), arguments);
    }

    ~Daemon()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(clientPatienceMs))
            m_process.kill();
    }

    QByteArray output() { return m_process.readAll(); }

private:
    QProcess m_process;
};

/// What a program says on stdout.
QByteArray outputOf(const QString &program, const QStringList &arguments,
                    const QProcessEnvironment &environment)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStandardPaths::findExecutable(program, path), arguments);
    return process.waitForFinished(clientPatienceMs) && process.exitCode() == 0
               ? process.readAllStandardOutput()
               : QByteArray();
}

} // namespace

class TestProofClients final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void podman_data();
    void podman();
    void docker();
    void containerd();

private:
    QString file(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    QByteArray address() const { return "127.0.0.1:" + QByteArray::number(m_cache->port()); }

    ProofResult prove(const ClientInstallation &client, const char *registry);

    std::unique_ptr<CacheFixture> m_cache;
    std::unique_ptr<QTemporaryDir> m_folder;
    QProcessEnvironment m_environment;
};

void TestProofClients::init()
{
    m_cache = std::make_unique<CacheFixture>();
    // Short: below it are sockets.
    m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/lp-XXXXXX"));
    m_environment.clear();
    m_environment.insert(QStringLiteral("PATH"), path.join(u':'));
    for (const char *name : {"HOME", "TMPDIR", "XDG_RUNTIME_DIR"})
        m_environment.insert(QString::fromLatin1(name), m_folder->path());
}

void TestProofClients::cleanup()
{
    m_cache.reset();
    m_folder.reset();
}

ProofResult TestProofClients::prove(const ClientInstallation &client, const char *registry)
{
    Proof proof({.client = client,
                 .cache = {.host = QStringLiteral("127.0.0.1"), .port = m_cache->port()},
                 .registry = QString::fromLatin1(registry),
                 .nonce = newProbeNonce(),
                 .environment = m_environment},
                runChild);
    std::optional<ProofResult> result;
    connect(&proof, &Proof::finished, this, [&result](const ProofResult &told) { result = told; });
    proof.start();
    const bool isDone =
        QTest::qWaitFor([&result] { return result.has_value(); }, 2 * clientPatienceMs);
    return isDone ? *result : ProofResult{.trouble = QStringLiteral("it never ended")};
}

void TestProofClients::podman_data()
{
    QTest::addColumn<bool>("isSetUp");
    QTest::newRow("set up for the cache") << true;
    QTest::newRow("set up for somebody else") << false;
}

void TestProofClients::podman()
{
    QFETCH(bool, isSetUp);
    if (!isInstalled(QStringLiteral("podman")) || ::geteuid() != 0)
        QSKIP("podman is not installed, or may not unpack images");
    const QByteArray folder = m_folder->path().toUtf8();
    putFile(file("storage.conf"), "[storage]\ndriver = \"vfs\"\ngraphroot = \"" + folder +
                                      "/root\"\nrunroot = \"" + folder + "/run\"\n");
    putFile(file("containers.conf"),
            "[engine]\ncgroup_manager = \"cgroupfs\"\nevents_logger = \"none\"\n");
    QVERIFY(QDir().mkpath(file(".config/containers")));
    putFile(file(".config/containers/policy.json"),
            R"({"default": [{"type": "insecureAcceptAnything"}]})");
    const QByteArray mirror = isSetUp ? address() : QByteArray("127.0.0.1:1");
    QByteArray registries;
    for (const QByteArray &registry : {QByteArray("docker.io"), QByteArray("quay.io")})
        registries += "[[registry]]\nprefix = \"" + registry +
                      "\"\nlocation = \"127.0.0.1:1\"\n[[registry.mirror]]\nlocation = \"" +
                      mirror + '/' + registry + "\"\ninsecure = true\n";
    putFile(file("registries.conf"), registries);
    m_environment.insert(QStringLiteral("CONTAINERS_STORAGE_CONF"), file("storage.conf"));
    m_environment.insert(QStringLiteral("CONTAINERS_CONF"), file("containers.conf"));
    m_environment.insert(QStringLiteral("CONTAINERS_REGISTRIES_CONF"), file("registries.conf"));

    const ClientInstallation client{.kind = ClientKind::Podman,
                                    .id = QStringLiteral("podman"),
                                    .name = QStringLiteral("Podman"),
                                    .use = ClientInstallation::Use::Cache};
    for (const char *registry : {"docker.io", "quay.io"}) {
        const ProofResult result = prove(client, registry);
        QVERIFY2(result.isProved == isSetUp,
                 qPrintable(test::inEnglish(result.trouble) + u'\n' + result.output));
        QCOMPARE(
            test::inEnglish(result.trouble).startsWith(QStringLiteral("No request for the probe")),
            !isSetUp);
        for (const ProbeSighting &sighting : result.sightings) {
            QCOMPARE(sighting.form, QStringLiteral("name"));
            QCOMPARE(sighting.registry, QString::fromLatin1(registry));
        }
    }
    QCOMPARE(
        outputOf(QStringLiteral("podman"),
                 {QStringLiteral("images"), QStringLiteral("--all"), QStringLiteral("--quiet")},
                 m_environment),
        QByteArray());
    QCOMPARE(m_cache->hub.count(), 0);
}

void TestProofClients::docker()
{
    if (!isInstalled(QStringLiteral("dockerd")) || !isInstalled(QStringLiteral("docker")) ||
        ::geteuid() != 0)
        QSKIP("Docker Engine is not installed, or may not be started");
    const QByteArray folder = m_folder->path().toUtf8();
    putFile(file("daemon.json"),
            R"({"registry-mirrors": ["http://)" + address() + R"("], "hosts": ["unix://)" + folder +
                R"(/docker.sock"], "data-root": ")" + folder + R"(/data", "exec-root": ")" +
                folder + R"(/exec", "pidfile": ")" + folder +
                R"(/docker.pid", "storage-driver": "vfs", "bridge": "none", "iptables": false,)" +
                R"("ip6tables": false, "ip-masq": false,)" +
                R"("exec-opts": ["native.cgroupdriver=cgroupfs"]})");
    m_environment.insert(QStringLiteral("DOCKER_HOST"),
                         QStringLiteral("unix://") + file("docker.sock"));
    Daemon daemon;
    daemon.start(QStringLiteral("dockerd"), {QStringLiteral("--config-file"), file("daemon.json")},
                 m_environment);
    QTRY_VERIFY_WITH_TIMEOUT(
        !outputOf(QStringLiteral("docker"), {QStringLiteral("version")}, m_environment).isEmpty(),
        clientPatienceMs);
    const ClientInstallation client{.kind = ClientKind::Docker,
                                    .id = QStringLiteral("docker"),
                                    .name = QStringLiteral("Docker Engine"),
                                    .isOfSystem = true,
                                    .imageStore = ClientInstallation::ImageStore::GraphDriver,
                                    .use = ClientInstallation::Use::Cache};
    const ProofResult result = prove(client, "docker.io");
    QVERIFY2(result.isProved, qPrintable(test::inEnglish(result.trouble) + u'\n' + result.output));
    for (const ProbeSighting &sighting : result.sightings)
        QCOMPARE(sighting.form, QStringLiteral("default"));
    QCOMPARE(
        outputOf(QStringLiteral("docker"),
                 {QStringLiteral("images"), QStringLiteral("--all"), QStringLiteral("--quiet")},
                 m_environment),
        QByteArray());
    // Its classic image store mirrors docker.io alone.
    const ProofResult other = prove(client, "quay.io");
    QVERIFY(!other.isProved);
    QVERIFY2(
        test::inEnglish(other.trouble).contains(QStringLiteral("uses mirrors for docker.io alone")),
        qPrintable(test::inEnglish(other.trouble)));
}

void TestProofClients::containerd()
{
    if (!isInstalled(QStringLiteral("containerd")) || !isInstalled(QStringLiteral("ctr")) ||
        ::geteuid() != 0)
        QSKIP("containerd is not installed, or may not be started");
    const QByteArray folder = m_folder->path().toUtf8();
    putFile(file("config.toml"),
            "version = 2\nroot = \"" + folder + "/root\"\nstate = \"" + folder +
                "/state\"\ndisabled_plugins = [\"io.containerd.grpc.v1.cri\"]\n"
                "[grpc]\naddress = \"" +
                folder + "/c.sock\"\n");
    QVERIFY(QDir().mkpath(file("hosts/quay.io")));
    putFile(file("hosts/quay.io/hosts.toml"), "server = \"http://127.0.0.1:1\"\n[host.\"http://" +
                                                  address() +
                                                  "\"]\ncapabilities = [\"pull\", \"resolve\"]\n");
    m_environment.insert(QStringLiteral("CONTAINERD_ADDRESS"), file("c.sock"));
    m_environment.insert(QStringLiteral("CONTAINERD_SNAPSHOTTER"), QStringLiteral("native"));
    Daemon daemon;
    daemon.start(QStringLiteral("containerd"), {QStringLiteral("--config"), file("config.toml")},
                 m_environment);
    QTRY_VERIFY_WITH_TIMEOUT(
        !outputOf(QStringLiteral("ctr"), {QStringLiteral("version")}, m_environment).isEmpty(),
        clientPatienceMs);
    const ProofResult result = prove({.kind = ClientKind::Containerd,
                                      .id = QStringLiteral("containerd"),
                                      .name = QStringLiteral("containerd"),
                                      .configFolder = file("hosts"),
                                      .use = ClientInstallation::Use::Cache},
                                     "quay.io");
    QVERIFY2(result.isProved, qPrintable(test::inEnglish(result.trouble) + u'\n' + result.output));
    for (const ProbeSighting &sighting : result.sightings)
        QCOMPARE(sighting.form, QStringLiteral("ns"));
    QCOMPARE(outputOf(QStringLiteral("ctr"),
                      {QStringLiteral("images"), QStringLiteral("ls"), QStringLiteral("--quiet")},
                      m_environment),
             QByteArray());
}

QTEST_GUILESS_MAIN(TestProofClients)
#include "tst_proofclients.moc"
