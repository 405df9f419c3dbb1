// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what docker info says is understood: answers of 20.10 were recorded, those of later
// versions have the fields that their sources give.
#include "detection/dockerinfo.h"
#include "detection/scenery.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

namespace {

using State = DockerInfo::State;
using test::Scenery;

} // namespace

class TestDockerInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();
    void answers_data();
    void answers();
    void isSilent();
};

void TestDockerInfo::states_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("state");
    const auto row = [](const char *file, State state) {
        QTest::newRow(file) << QString::fromLatin1(file) << static_cast<int>(state);
    };
    row("docker-info-20.10.json", State::Answered);
    row("docker-info-down-20.10.json", State::NotRunning);
    row("docker-info-down-28.json", State::NotRunning);
    row("docker-info-refused-20.10.json", State::NoAccess);
    row("docker-info-refused-28.json", State::NoAccess);
    row("podman-info-4.3.json", State::NotDocker);
}

void TestDockerInfo::states()
{
    QFETCH(QString, file);
    const DockerInfo info = dockerInfoOf({.isSuccess = true, .output = Scenery::recorded(file)});
    QTEST(static_cast<int>(info.state), "state");
}

void TestDockerInfo::answers_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isContainerd");
    QTest::addColumn<bool>("isRootless");
    QTest::addColumn<bool>("isDesktop");
    QTest::addColumn<QString>("mirrors");
    const auto row = [](const char *file, const char *version, bool isContainerd, bool isRootless,
                        bool isDesktop, const char *mirrors) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(version)
                            << isContainerd << isRootless << isDesktop
                            << QString::fromLatin1(mirrors);
    };
    row("docker-info-20.10.json", "20.10.24+dfsg1", false, false, false,
        "http://192.168.0.80:5000");
    row("docker-info-28-graphdriver.json", "28.2.2", false, false, false, "");
    row("docker-info-28-rootless.json", "28.2.2", false, true, false, "");
    row("docker-info-29-containerd.json", "29.0.0", true, false, false, "");
    row("docker-info-29-desktop.json", "29.0.1", true, false, true, "");
}

void TestDockerInfo::answers()
{
    QFETCH(QString, file);
    QFETCH(bool, isContainerd);
    const DockerInfo info = dockerInfoOf({.isSuccess = true, .output = Scenery::recorded(file)});
    QTEST(info.version, "version");
    QCOMPARE(info.imageStore, isContainerd ? ClientInstallation::ImageStore::Containerd
                                           : ClientInstallation::ImageStore::GraphDriver);
    QTEST(info.isRootless, "isRootless");
    QTEST(info.isDesktop(), "isDesktop");
    QTEST(info.mirrors.join(u' '), "mirrors");
}

void TestDockerInfo::isSilent()
{
    QCOMPARE(dockerInfoOf({.error = Error{ErrorCode::TimedOut}}).state, State::Silent);
    QCOMPARE(dockerInfoOf({}).state, State::NotRunning);
    QCOMPARE(dockerInfoOf({.output = "{broken"}).state, State::NotRunning);
}

QTEST_GUILESS_MAIN(TestDockerInfo)
#include "tst_dockerinfo.moc"
