// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that hosts.toml are found, in folders here and in a container.
#include "detection/hostfolders.h"
#include "detection/scenery.h"

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace lanyard;
using namespace lanyard::detection;

class TestHostFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inFolders();
    void inText();
    void byAShell();
};

void TestHostFolders::inFolders()
{
    test::Scenery scenery;
    scenery.file(QStringLiteral("/a/docker.io/hosts.toml"), "[host.\"http://c:5000\"]\n");
    scenery.file(QStringLiteral("/a/h_5000_/hosts.toml"), "[host.\"http://d\"]\n");
    scenery.file(QStringLiteral("/a/broken/hosts.toml"), "[");
    scenery.file(QStringLiteral("/a/h:5000/ca.crt"), "PEM");
    scenery.file(QStringLiteral("/b/docker.io/hosts.toml"), "[host.\"http://hidden\"]\n");
    scenery.file(QStringLiteral("/b/_default/hosts.toml"), "[host.\"http://e\"]\n");
    // Not to be read, even by root.
    QVERIFY(QDir().mkpath(scenery.at(QStringLiteral("/a/quay.io/hosts.toml"))));
    const HostFiles files = hostFilesIn(
        scenery.here, {QStringLiteral("/a"), QStringLiteral("/none"), QStringLiteral("/b")});
    const Mirrors &mirrors = files.mirrors;
    QStringList lines;
    for (const Mirror &mirror : mirrors)
        lines << mirror.registry + u' ' + mirror.text;
    QCOMPARE(lines, (QStringList{QStringLiteral("docker.io http://c:5000"),
                                 QStringLiteral("h:5000 http://d"), QStringLiteral("* http://e")}));
    QCOMPARE(files.unreadable, QStringList{QStringLiteral("/a/quay.io/hosts.toml")});
    QCOMPARE(hostFilesIn(scenery.here, {QStringLiteral("/b")}).mirrors.size(), 2);
}

void TestHostFolders::inText()
{
    const Mirrors mirrors = mirrorsInHostFolderText("#### hosts.toml of docker.io\n"
                                                    "[host.\"http://c:5000\"]\n\n"
                                                    "#### hosts.toml of _default\n"
                                                    "[host.\"http://d\"]\n\n");
    QCOMPARE(textsOf(mirrors),
             (QStringList{QStringLiteral("http://c:5000"), QStringLiteral("http://d")}));
    QCOMPARE(mirrors.at(0).registry, QStringLiteral("docker.io"));
    QVERIFY(mirrorsInHostFolderText("sh: not found\n").isEmpty());
}

void TestHostFolders::byAShell()
{
    test::Scenery scenery;
    scenery.file(QStringLiteral("/a/docker.io/hosts.toml"), "[host.\"http://c:5000\"]");
    scenery.file(QStringLiteral("/a/quay.io/hosts.toml"), "[host.\"http://d\"]\n");
    QStringList words = hostFolderWords(scenery.at(QStringLiteral("/a")));
    QProcess shell;
    shell.start(words.takeFirst(), words);
    QVERIFY(shell.waitForFinished());
    QCOMPARE(textsOf(mirrorsInHostFolderText(shell.readAllStandardOutput())),
             (QStringList{QStringLiteral("http://c:5000"), QStringLiteral("http://d")}));
    words = hostFolderWords(scenery.at(QStringLiteral("/none")));
    shell.start(words.takeFirst(), words);
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(shell.readAllStandardOutput(), QByteArray());
}

QTEST_GUILESS_MAIN(TestHostFolders)
#include "tst_hostfolders.moc"
