// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that profiles of minikube are found by their files, and that none is started.
#include "detection/minikube.h"
#include "detection/scenery.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using test::found;
using test::Scenery;

QStringList status(const QString &profile)
{
    return {QStringLiteral("status"), QStringLiteral("--profile"), profile,
            QStringLiteral("--output"), QStringLiteral("json")};
}

} // namespace

class TestMinikube : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound();
    void profiles();
    void home();
};

void TestMinikube::isFound()
{
    Scenery scenery;
    QCOMPARE(minikubeInstallations(scenery.scene()), QList<ClientInstallation>());
    scenery.program(QStringLiteral("minikube"));
    scenery.answer(QStringLiteral("minikube"),
                   {QStringLiteral("version"), QStringLiteral("--short")}, "v1.32.0\n");
    const auto minikube = found(minikubeInstallations(scenery.scene()), QStringLiteral("minikube"));
    QCOMPARE(minikube.version, QStringLiteral("1.32.0"));
    QVERIFY(minikube.isDesktop);
    QCOMPARE(minikube.configFolder,
             scenery.here.home + QStringLiteral("/.minikube/files/etc/containerd/certs.d"));
}

void TestMinikube::profiles()
{
    Scenery scenery;
    scenery.program(QStringLiteral("minikube"));
    scenery.file(QStringLiteral("~/.minikube/profiles/minikube/config.json"),
                 R"({"Name":"minikube","Driver":"docker","RegistryMirror":
                     ["http://192.168.0.80:5000"],"KubernetesConfig":{"ContainerRuntime":"docker"}})");
    scenery.file(QStringLiteral("~/.minikube/profiles/c/config.json"),
                 R"({"Name":"c","KubernetesConfig":{"ContainerRuntime":"containerd"}})");
    scenery.file(QStringLiteral("~/.minikube/profiles/broken/config.json"), "{");
    QCOMPARE(test::wordsOf(minikubeQuestions(scenery.scene()), QStringLiteral("minikube")),
             (QStringList{QStringLiteral("version --short"),
                          QStringLiteral("status --profile c --output json"),
                          QStringLiteral("status --profile minikube --output json")}));
    scenery.answer(QStringLiteral("minikube"), status(QStringLiteral("minikube")),
                   R"({"Name":"minikube","Host":"Running","Kubelet":"Running"})");
    // Its status is an error, too.
    scenery.answer(QStringLiteral("minikube"), status(QStringLiteral("c")),
                   R"({"Name":"c","Host":"Stopped","Kubelet":"Stopped"})", false);
    const auto all = minikubeInstallations(scenery.scene());
    QCOMPARE(all.size(), 2);
    const auto usual = found(all, QStringLiteral("minikube"));
    QVERIFY(usual.isRunning);
    QCOMPARE(test::useOf(usual), QStringLiteral("Cache"));
    const auto other = found(all, QStringLiteral("minikube-c"));
    QCOMPARE(test::useOf(other), QStringLiteral("Nothing"));
    QCOMPARE(test::obstaclesOf(other), QStringLiteral("NotRunning"));
    scenery.file(QStringLiteral("~/.minikube/files/etc/containerd/certs.d/docker.io/hosts.toml"),
                 "[host.\"http://192.168.0.80:5000\"]\n");
    QCOMPARE(
        test::useOf(found(minikubeInstallations(scenery.scene()), QStringLiteral("minikube-c"))),
        QStringLiteral("Cache"));
}

void TestMinikube::home()
{
    Scenery scenery;
    scenery.program(QStringLiteral("minikube"));
    for (const char *folder : {"/x", "/x/.minikube"}) {
        scenery.set("MINIKUBE_HOME", QString::fromLatin1(folder));
        QCOMPARE(minikubeInstallations(scenery.scene()).first().configFolder,
                 QStringLiteral("/x/.minikube/files/etc/containerd/certs.d"));
    }
}

QTEST_GUILESS_MAIN(TestMinikube)
#include "tst_minikube.moc"
