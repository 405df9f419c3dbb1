// SPDX-License-Identifier: GPL-3.0-or-later
// Proves where files, folders and programs of the system and of the user are looked for.
#include "detection/detectionlimits.h"
#include "detection/scenery.h"

#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace lanyard;
using namespace lanyard::detection;

class TestSurroundings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onDisk_data();
    void onDisk();
    void reads();
    void lists();
    void findsPrograms();
    void configHome();
};

void TestSurroundings::onDisk_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *path, const char *found) {
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(found);
    };
    row("/etc/docker/daemon.json", "/root/etc/docker/daemon.json");
    row("/home/me/.docker/daemon.json", "/home/me/.docker/daemon.json");
    row("/home/meme/x", "/root/home/meme/x");
    row("/root/etc/x", "/root/etc/x");
    row("/rooted", "/root/rooted");
}

void TestSurroundings::onDisk()
{
    QFETCH(QString, path);
    Surroundings here{.root = QStringLiteral("/root"), .home = QStringLiteral("/home/me")};
    QTEST(here.onDisk(path), "found");
    here.root.clear();
    QCOMPARE(here.onDisk(path), path);
}

void TestSurroundings::reads()
{
    test::Scenery scenery;
    scenery.file(QStringLiteral("/etc/a"), "of the system");
    scenery.file(QStringLiteral("~/a"), "of the user");
    scenery.file(QStringLiteral("/etc/large"), QByteArray(limits::clientFileBytesMax + 1, 'x'));
    QCOMPARE(scenery.here.read(QStringLiteral("/etc/a")).value(), QByteArray("of the system"));
    QCOMPARE(scenery.here.read(scenery.here.home + QStringLiteral("/a")).value(),
             QByteArray("of the user"));
    QCOMPARE(scenery.here.read(QStringLiteral("/etc/large")).error().code, ErrorCode::InvalidInput);
    QCOMPARE(scenery.here.read(QStringLiteral("/etc/none")).error().code, ErrorCode::NotFound);
    // What would block whoever opens it.
    QCOMPARE(::mkfifo(qPrintable(scenery.at(QStringLiteral("/etc/pipe"))), 0600), 0);
    QCOMPARE(scenery.here.read(QStringLiteral("/etc/pipe")).error().code, ErrorCode::Io);
    QVERIFY(scenery.here.has(QStringLiteral("/etc/a")));
    QVERIFY(!scenery.here.has(QStringLiteral("/etc/none")));
}

void TestSurroundings::lists()
{
    test::Scenery scenery;
    scenery.file(QStringLiteral("/etc/d/b"), {});
    scenery.file(QStringLiteral("/etc/d/a"), {});
    QCOMPARE(scenery.here.namesIn(QStringLiteral("/etc/d")),
             (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(scenery.here.namesIn(QStringLiteral("/etc/none")), QStringList());
}

void TestSurroundings::findsPrograms()
{
    test::Scenery scenery;
    const QString docker = scenery.program(QStringLiteral("docker"));
    scenery.file(QStringLiteral("/usr/sbin/dockerd"), "#!/bin/sh\n");
    scenery.file(QStringLiteral("/usr/bin/text"), "no program");
    const QString daemon = scenery.at(QStringLiteral("/usr/sbin/dockerd"));
    QFile::setPermissions(daemon, QFile::ReadOwner | QFile::ExeOwner);
    QCOMPARE(scenery.here.program(QStringLiteral("docker")), docker);
    QCOMPARE(scenery.here.program(QStringLiteral("dockerd")), daemon);
    QCOMPARE(scenery.here.program(QStringLiteral("text")), QString());
    // Not those of this computer.
    QCOMPARE(scenery.here.program(QStringLiteral("ls")), QString());
}

void TestSurroundings::configHome()
{
    test::Scenery scenery;
    QCOMPARE(scenery.here.configHome(), scenery.here.home + QStringLiteral("/.config"));
    scenery.set("XDG_CONFIG_HOME", QStringLiteral("relative"));
    QCOMPARE(scenery.here.configHome(), scenery.here.home + QStringLiteral("/.config"));
    scenery.set("XDG_CONFIG_HOME", QStringLiteral("/c/"));
    QCOMPARE(scenery.here.configHome(), QStringLiteral("/c"));
}

QTEST_GUILESS_MAIN(TestSurroundings)
#include "tst_surroundings.moc"
