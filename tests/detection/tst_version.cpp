// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that versions are found in what programs really say.
#include "detection/version.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

class TestVersion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound_data();
    void isFound();
    void isCompared();
};

void TestVersion::isFound_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QString>("version");
    const auto row = [](const char *name, const char *output, const char *version) {
        QTest::newRow(name) << QByteArray(output) << QString::fromLatin1(version);
    };
    row("dockerd", "Docker version 20.10.24+dfsg1, build 5d6db84\n", "20.10.24+dfsg1");
    row("podman", "podman version 4.3.1\n", "4.3.1");
    row("buildah", "buildah version 1.28.2 (image-spec 1.1.0-rc2, runtime-spec 1.0.2-dev)\n",
        "1.28.2");
    row("skopeo", "skopeo version 1.9.3\n", "1.9.3");
    row("containerd",
        "containerd github.com/containerd/containerd 1.6.20~ds1 1.6.20~ds1-1+deb12u3\n",
        "1.6.20~ds1");
    row("containerd 2", "containerd github.com/containerd/containerd/v2 v2.0.0 207ad711\n",
        "2.0.0");
    row("buildx", "github.com/docker/buildx v0.12.1 30feaa1\n", "0.12.1");
    row("buildkitd", "buildkitd github.com/moby/buildkit v0.12.5 bac3f2b6\n", "0.12.5");
    row("earthly", "earthly version v0.8.16 70916968 linux/amd64; Debian GNU/Linux 12\n", "0.8.16");
    row("k3s", "k3s version v1.28.5+k3s1 (5b2d1271)\ngo version go1.20.12\n", "1.28.5+k3s1");
    row("kind", "kind v0.20.0 go1.20.4 linux/amd64\n", "0.20.0");
    row("minikube", "v1.32.0\n", "1.32.0");
    row("colima", "colima version 0.6.7\ngit commit: ba1be00\n", "0.6.7");
    row("nerdctl", "nerdctl version 1.7.7\n", "1.7.7");
    row("none", "command not found\n", "");
    row("nothing", "", "");
}

void TestVersion::isFound()
{
    QFETCH(QByteArray, output);
    QTEST(versionIn(output), "version");
}

void TestVersion::isCompared()
{
    QVERIFY(isBefore(QStringLiteral("20.10.24+dfsg1"), 28, 0));
    QVERIFY(!isBefore(QStringLiteral("28.0.0"), 28, 0));
    QVERIFY(isBefore(QStringLiteral("1.6.20~ds1"), 2, 0));
    QVERIFY(!isBefore(QString(), 28, 0));
}

QTEST_GUILESS_MAIN(TestVersion)
#include "tst_version.moc"
