// SPDX-License-Identifier: GPL-3.0-or-later
// How each client pulls a probe: the very words, for this computer and for a terminal.
#include "api/probe.h"
#include "workstation/probecommand.h"

#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::workstation;

Q_DECLARE_METATYPE(lanyard::ClientInstallation)
Q_DECLARE_METATYPE(lanyard::ClientKind)

namespace {

const QString image =
    QStringLiteral("docker.io/lanyard-probe/check:0123456789abcdef0123456789abcdef");

QString joined(const ClientCall &call)
{
    return (QStringList{call.program} + call.arguments)
        .join(u' ')
        .replace(image, QStringLiteral("IMAGE"));
}

ProbePlaces places()
{
    return {.folder = QStringLiteral("/tmp/p"),
            .runtimeFolder = QStringLiteral("/run/user/1000"),
            .dockerHost = {}};
}

} // namespace

class TestProbeCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pulls_data();
    void pulls();
    void leavesDockerHostToTheUser();
    void buildsWhatNeedsTheLayer();
    void hasALineForEveryClient_data();
    void hasALineForEveryClient();
    void hasALineForCrio();
    void writesTheFilesOfALine_data();
    void writesTheFilesOfALine();
    void quotesWhatAShellWouldObey();
    void makesNonces();
};

void TestProbeCommand::pulls_data()
{
    QTest::addColumn<ClientInstallation>("client");
    QTest::addColumn<QString>("pull");
    QTest::addColumn<QString>("cleanUp");
    const auto row = [](const char *name, const ClientInstallation &client, const char *pull,
                        const char *cleanUp) {
        QTest::newRow(name) << client << QString::fromLatin1(pull) << QString::fromLatin1(cleanUp);
    };
    using Kind = ClientKind;
    row("docker",
        {.kind = Kind::Docker, .program = QStringLiteral("/usr/bin/docker"), .isOfSystem = true},
        "/usr/bin/docker --host unix:///var/run/docker.sock pull IMAGE",
        "/usr/bin/docker --host unix:///var/run/docker.sock image rm --force IMAGE");
    row("docker, known by its daemon",
        {.kind = Kind::Docker, .program = QStringLiteral("/usr/sbin/dockerd")}, "docker pull IMAGE",
        "docker image rm --force IMAGE");
    row("docker, rootless", {.kind = Kind::Docker, .isRootless = true},
        "docker --host unix:///run/user/1000/docker.sock pull IMAGE",
        "docker --host unix:///run/user/1000/docker.sock image rm --force IMAGE");
    row("docker desktop", {.kind = Kind::Docker, .isOfSystem = true, .isDesktop = true},
        "docker pull IMAGE", "docker image rm --force IMAGE");
    row("buildx", {.kind = Kind::Buildx, .instance = QStringLiteral("mine")},
        "docker buildx build --builder mine --no-cache --pull --progress plain /tmp/p", "");
    row("buildkit", {.kind = Kind::BuildKit},
        "buildctl build --frontend dockerfile.v0 --local context=/tmp/p --local "
        "dockerfile=/tmp/p --no-cache --progress plain",
        "");
    row("earthly", {.kind = Kind::Earthly, .program = QStringLiteral("/opt/bin/earthly")},
        "/opt/bin/earthly --no-cache /tmp/p+probe", "");
    row("earthbuild", {.kind = Kind::EarthBuild}, "earth --no-cache /tmp/p+probe", "");
    row("containerd", {.kind = Kind::Containerd, .configFolder = QStringLiteral("/etc/elsewhere")},
        "ctr images pull --hosts-dir /etc/elsewhere IMAGE", "ctr images rm --sync IMAGE");
    row("containerd, usual folder", {.kind = Kind::Containerd},
        "ctr images pull --hosts-dir /etc/containerd/certs.d IMAGE", "ctr images rm --sync IMAGE");
    row("nerdctl", {.kind = Kind::Nerdctl}, "nerdctl pull IMAGE", "nerdctl rmi --force IMAGE");
    row("podman", {.kind = Kind::Podman}, "podman pull IMAGE", "podman image rm --force IMAGE");
    row("CRI-O",
        {.kind = Kind::Podman,
         .id = QStringLiteral("crio"),
         .program = QStringLiteral("/usr/bin/crio")},
        "crictl --runtime-endpoint unix:///var/run/crio/crio.sock pull IMAGE",
        "crictl --runtime-endpoint unix:///var/run/crio/crio.sock rmi IMAGE");
    row("k3s", {.kind = Kind::K3s}, "k3s crictl pull IMAGE", "k3s crictl rmi IMAGE");
    row("rke2", {.kind = Kind::Rke2},
        "/var/lib/rancher/rke2/bin/crictl --config /var/lib/rancher/rke2/agent/etc/crictl.yaml "
        "pull IMAGE",
        "/var/lib/rancher/rke2/bin/crictl --config /var/lib/rancher/rke2/agent/etc/crictl.yaml "
        "rmi IMAGE");
    row("kind", {.kind = Kind::Kind}, "docker exec kind-control-plane crictl pull IMAGE",
        "docker exec kind-control-plane crictl rmi IMAGE");
    row("kind, named", {.kind = Kind::Kind, .instance = QStringLiteral("ci")},
        "docker exec ci-control-plane crictl pull IMAGE",
        "docker exec ci-control-plane crictl rmi IMAGE");
    row("minikube", {.kind = Kind::Minikube}, "minikube image pull IMAGE",
        "minikube image rm IMAGE");
    row("minikube, named", {.kind = Kind::Minikube, .instance = QStringLiteral("ci")},
        "minikube --profile ci image pull IMAGE", "minikube --profile ci image rm IMAGE");
    row("colima", {.kind = Kind::Colima}, "docker --context colima pull IMAGE",
        "docker --context colima image rm --force IMAGE");
    row("colima, named", {.kind = Kind::Colima, .instance = QStringLiteral("ci")},
        "docker --context colima-ci pull IMAGE",
        "docker --context colima-ci image rm --force IMAGE");
}

void TestProbeCommand::pulls()
{
    QFETCH(ClientInstallation, client);
    QFETCH(QString, pull);
    QFETCH(QString, cleanUp);
    const ProbePull probe = probePull(client, image, places());
    QCOMPARE(joined(probe.pull), pull);
    QCOMPARE(probe.cleanUp ? joined(*probe.cleanUp) : QString(), cleanUp);
}

void TestProbeCommand::leavesDockerHostToTheUser()
{
    ProbePlaces own = places();
    own.dockerHost = QStringLiteral("unix:///tmp/x.sock");
    const ProbePull probe = probePull({.kind = ClientKind::Docker, .isOfSystem = true}, image, own);
    QCOMPARE(joined(probe.pull), QStringLiteral("docker pull IMAGE"));
}

void TestProbeCommand::buildsWhatNeedsTheLayer()
{
    const QByteArray docker =
        "FROM " + image.toUtf8() + " AS probe\nFROM scratch\nCOPY --from=probe /lanyard-probe /\n";
    for (const ClientKind kind : {ClientKind::Buildx, ClientKind::BuildKit})
        QCOMPARE(probePull({.kind = kind}, image, places()).files,
                 (QList<ProbePull::File>{{QStringLiteral("Dockerfile"), docker}}));
    const QByteArray earth =
        "VERSION 0.8\nprobe:\n    FROM " + image.toUtf8() + "\n    SAVE ARTIFACT /lanyard-probe\n";
    for (const ClientKind kind : {ClientKind::Earthly, ClientKind::EarthBuild})
        QCOMPARE(probePull({.kind = kind}, image, places()).files,
                 (QList<ProbePull::File>{{QStringLiteral("Earthfile"), earth}}));
}

void TestProbeCommand::hasALineForEveryClient_data()
{
    QTest::addColumn<ClientKind>("kind");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, ClientKind kind, const char *line) {
        QTest::newRow(name) << kind << QString::fromLatin1(line);
    };
    row("docker", ClientKind::Docker, "docker pull IMAGE");
    row("buildx", ClientKind::Buildx,
        "printf 'FROM %s AS probe\\nFROM scratch\\nCOPY --from=probe /lanyard-probe /\\n' IMAGE | "
        "docker buildx build --no-cache --pull -");
    row("buildkit", ClientKind::BuildKit,
        "cd \"$(mktemp -d)\" && printf 'FROM %s AS probe\\nFROM scratch\\nCOPY --from=probe "
        "/lanyard-probe /\\n' IMAGE > Dockerfile && buildctl build --frontend dockerfile.v0 "
        "--local context=. --local dockerfile=. --no-cache");
    row("earthly", ClientKind::Earthly,
        "cd \"$(mktemp -d)\" && printf 'VERSION 0.8\\nprobe:\\n    FROM %s\\n    SAVE ARTIFACT "
        "/lanyard-probe\\n' IMAGE > Earthfile && earthly --no-cache +probe");
    row("earthbuild", ClientKind::EarthBuild,
        "cd \"$(mktemp -d)\" && printf 'VERSION 0.8\\nprobe:\\n    FROM %s\\n    SAVE ARTIFACT "
        "/lanyard-probe\\n' IMAGE > Earthfile && earth --no-cache +probe");
    row("containerd", ClientKind::Containerd,
        "sudo ctr images pull --hosts-dir /etc/containerd/certs.d IMAGE");
    row("nerdctl", ClientKind::Nerdctl, "sudo nerdctl pull IMAGE");
    row("podman", ClientKind::Podman, "podman pull IMAGE");
    row("k3s", ClientKind::K3s, "sudo k3s crictl pull IMAGE");
    row("rke2", ClientKind::Rke2,
        "sudo /var/lib/rancher/rke2/bin/crictl --config "
        "/var/lib/rancher/rke2/agent/etc/crictl.yaml pull IMAGE");
    row("kind", ClientKind::Kind, "docker exec kind-control-plane crictl pull IMAGE");
    row("minikube", ClientKind::Minikube, "minikube image pull IMAGE");
    row("colima", ClientKind::Colima, "docker --context colima pull IMAGE");
}

void TestProbeCommand::hasALineForEveryClient()
{
    QFETCH(ClientKind, kind);
    QFETCH(QString, line);
    QCOMPARE(probeLine(kind, image).replace(image, QStringLiteral("IMAGE")), line);
    QCOMPARE(probeLine({.kind = kind}, image), probeLine(kind, image));
}

void TestProbeCommand::hasALineForCrio()
{
    QCOMPARE(probeLine({.kind = ClientKind::Podman, .id = QStringLiteral("crio")},
                       QStringLiteral("a/b:1")),
             QStringLiteral("sudo crictl --runtime-endpoint unix:///var/run/crio/crio.sock pull "
                            "a/b:1"));
}

void TestProbeCommand::writesTheFilesOfALine_data()
{
    QTest::addColumn<ClientKind>("kind");
    QTest::newRow("Dockerfile") << ClientKind::BuildKit;
    QTest::newRow("Earthfile") << ClientKind::Earthly;
}

/// A shell makes of the line the same file as the proof on this computer has.
void TestProbeCommand::writesTheFilesOfALine()
{
    QFETCH(ClientKind, kind);
    const ProbePull::File wanted = probePull({.kind = kind}, image, places()).files.value(0);
    const QString line = probeLine(kind, image);
    const QString printed =
        line.mid(line.indexOf(QStringLiteral("printf"))).section(QStringLiteral(" > "), 0, 0);
    QProcess shell;
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), printed});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), wanted.text);
}

void TestProbeCommand::quotesWhatAShellWouldObey()
{
    QCOMPARE(probeLine(ClientKind::Podman, QStringLiteral("a;b'$(c)/x:1")),
             QStringLiteral("podman pull 'a;b'\\''$(c)/x:1'"));
}

void TestProbeCommand::makesNonces()
{
    QSet<QString> seen;
    for (int i = 0; i < 100; ++i) {
        const QString nonce = newProbeNonce();
        QVERIFY(isProbeNonce(nonce.toStdString()));
        QVERIFY(!seen.contains(nonce));
        seen.insert(nonce);
    }
    QCOMPARE(probeImage(QStringLiteral("quay.io"), QStringLiteral("x")),
             QStringLiteral("quay.io/lanyard-probe/check:x"));
}

QTEST_GUILESS_MAIN(TestProbeCommand)
#include "tst_probecommand.moc"
