// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what `lanyard export` and `lanyard import` do, print and return, on a folder that a server
// uses and on one that nobody does, and that they end with the client that asked for them.
#include "cli/lanyardprogram.h"
#include "engineclient.h"
#include "registry/archivefixture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace lanyard;
using namespace lanyard::test;

class TestArchiveCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void thereAndBack_data() { addServedRows(); }

    void thereAndBack();

    void saysWhatWasNotTaken_data() { addServedRows(); }

    void saysWhatWasNotTaken();
    void makesACache();
    void saysWhatIsLeftOut();
    void endsWithItsClient_data();
    void endsWithItsClient();
    void wrongUsage_data();
    void wrongUsage();

private:
    Outcome lanyard(QStringList words, const QString &folder) const;

    std::unique_ptr<ArchiveFixture> m_cache;
    std::unique_ptr<ServingLanyard> m_server;
};

void TestArchiveCommands::init()
{
    m_cache = std::make_unique<ArchiveFixture>();
    m_cache->target.close();
    if (isServedRow())
        m_server = std::make_unique<ServingLanyard>(m_cache->target.folder());
}

void TestArchiveCommands::cleanup()
{
    if (m_server)
        QCOMPARE(m_server->stop(), 0);
    m_server.reset();
    m_cache.reset();
}

Outcome TestArchiveCommands::lanyard(QStringList words, const QString &folder) const
{
    return runLanyard(words << QStringLiteral("--data") << folder);
}

void TestArchiveCommands::thereAndBack()
{
    const QString archive = m_cache->place(QStringLiteral("x.tar"));
    m_cache->source.close();
    const Outcome written = lanyard(
        {QStringLiteral("export"), QStringLiteral("library/x:1"), QStringLiteral("-o"), archive},
        m_cache->source.folder());
    QCOMPARE(written.err, QByteArray());
    QCOMPARE(written.out, "docker.io/library/x:1\n3MB written to " + archive.toUtf8() + "\n");
    QCOMPARE(written.status, 0);

    const Outcome taken = lanyard({QStringLiteral("import"), archive}, m_cache->target.folder());
    QCOMPARE(taken.err, QByteArray());
    QCOMPARE(taken.out, QByteArray("1 image imported, 3MB of it new\n"));
    QCOMPARE(taken.status, 0);
    const Outcome again = lanyard({QStringLiteral("import"), archive, QStringLiteral("--json")},
                                  m_cache->target.folder());
    QCOMPARE(again.status, 0);
    QCOMPARE(again.json(), (QJsonObject{{QStringLiteral("images"), 1},
                                        {QStringLiteral("importedBytes"), 0},
                                        {QStringLiteral("missingBlobs"), 0},
                                        {QStringLiteral("keptTags"), 0},
                                        {QStringLiteral("kept"), QJsonArray()},
                                        {QStringLiteral("refusedItems"), 0},
                                        {QStringLiteral("refused"), QJsonArray()}}));
    const Outcome images =
        lanyard({QStringLiteral("images"), QStringLiteral("--json")}, m_cache->target.folder());
    const QJsonObject image =
        images.json().value(QLatin1String("images")).toArray().at(0).toObject();
    QCOMPARE(image.value(QLatin1String("name")).toString(),
             QStringLiteral("docker.io/library/x:1"));
    QCOMPARE(image.value(QLatin1String("complete")).toBool(), true);
}

void TestArchiveCommands::saysWhatWasNotTaken()
{
    m_cache->source.putImage("localhost:5000", "a", m_cache->arm);
    m_cache->source.setTag("localhost:5000", "a", "2", m_cache->arm.manifest);
    const QString layout = m_cache->place(QStringLiteral("layout"));
    QVERIFY(m_cache->write({"x:1", "localhost:5000/a:2"}, layout));
    QVERIFY(QFile::remove(blobPath(layout, m_cache->image.layers[1].descriptor.digest)));
    const Outcome taken = lanyard({QStringLiteral("import"), layout}, m_cache->target.folder());
    QCOMPARE(taken.err, QByteArray());
    QCOMPARE(taken.out,
             QByteArray("not taken: localhost:5000/a:2: localhost:5000 is not configured\n"
                        "1 image imported, 3MB of it new; 1 blobs are missing, and are fetched "
                        "when they are asked for\n"));
    QCOMPARE(taken.status, 1);
}

void TestArchiveCommands::makesACache()
{
    const QString archive = m_cache->place(QStringLiteral("x"));
    QVERIFY(m_cache->write({"x:1"}, archive));
    const QString folder = m_cache->place(QStringLiteral("new/cache"));
    const Outcome taken = lanyard({QStringLiteral("import"), archive}, folder);
    QCOMPARE(taken.err, QByteArray());
    QCOMPARE(taken.status, 0);
    QVERIFY(QFile::exists(blobPath(folder, m_cache->image.layers[0].descriptor.digest)));
}

void TestArchiveCommands::saysWhatIsLeftOut()
{
    const Piece index = testIndex({m_cache->image, m_cache->arm});
    m_cache->source.putManifest("docker.io", "library/x", index);
    m_cache->source.setTag("docker.io", "library/x", "all", index);
    m_cache->source.close();
    const QString layout = m_cache->place(QStringLiteral("layout"));
    const Outcome written =
        lanyard({QStringLiteral("export"), QStringLiteral("x:all"), QStringLiteral("-o"), layout},
                m_cache->source.folder());
    QCOMPARE(written.err, QByteArray());
    QVERIFY2(written.out.startsWith("docker.io/library/x:all without linux/arm64: not complete in "
                                    "the cache\n"),
             written.out.constData());
}

void TestArchiveCommands::endsWithItsClient_data()
{
    QTest::addColumn<bool>("isServed");
    QTest::newRow("served") << true;
}

void TestArchiveCommands::endsWithItsClient()
{
    const QString layout = m_cache->place(QStringLiteral("long"));
    m_cache->writeLong(layout);
    auto client = std::make_unique<EngineClient>();
    QCOMPARE(client->open(m_cache->target.folder()), EngineClient::Opened::Yes);
    QSignalSpy progressed(client.get(), &EngineClient::progressed);
    client->ask(QStringLiteral("import"), {{QStringLiteral("path"), layout}});
    QTRY_VERIFY(!progressed.isEmpty());
    client.reset();
    const QString place = m_cache->place(QStringLiteral("x"));
    QVERIFY(m_cache->write({"x:1"}, place));
    QTRY_COMPARE(lanyard({QStringLiteral("import"), place}, m_cache->target.folder()).status, 0);
    // The index of images, too, is written there first, some seconds after a change.
    QTRY_VERIFY(QDir(m_cache->target.folder() + QStringLiteral("/partial")).isEmpty());
}

void TestArchiveCommands::wrongUsage_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("export nothing") << "export -o x" << 2 << QByteArray("expected a REFERENCE");
    QTest::newRow("export nowhere") << "export x:1" << 2 << QByteArray("expected --output PATH");
    QTest::newRow("export to what is there")
        << "export x:1 -o /tmp" << 2 << QByteArray("lanyard export: /tmp: it is there already\n");
    QTest::newRow("export what is not there")
        << "export y:1 -o /tmp/y.tar" << 1
        << QByteArray("lanyard export: docker.io/library/y:1 is not in the cache\n");
    QTest::newRow("import nothing") << "import" << 2 << QByteArray("expected one PATH");
    QTest::newRow("import two") << "import a b" << 2 << QByteArray("expected one PATH");
    QTest::newRow("import of a stranger") << "import /tmp --registry gcr.io" << 2
                                          << QByteArray("gcr.io is not a configured registry");
    QTest::newRow("import what is not there")
        << "import /nowhere" << 1
        << QByteArray("lanyard import: /nowhere: No such file or directory\n");
}

void TestArchiveCommands::wrongUsage()
{
    QFETCH(QString, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    m_cache->source.close();
    const Outcome outcome = lanyard(arguments.split(u' '), m_cache->source.folder());
    QCOMPARE(outcome.status, status);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(message), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestArchiveCommands)
#include "tst_archivecommands.moc"
