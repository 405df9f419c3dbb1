// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what `lanyard images`, `inspect` and `status` print and how they exit, on a folder that a
// server uses and on one that nobody does: the answers are the same.
#include "cli/lanyardprogram.h"
#include "registry/imagestore.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

class TestCacheCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void listsImages_data() { addServedRows(); }

    void listsImages();

    void listsManyPages_data() { addServedRows(); }

    void listsManyPages();

    void inspects_data() { addServedRows(); }

    void inspects();

    void tellsWhatIsNewer_data() { addServedRows(); }

    void tellsWhatIsNewer();

    void missingImage_data() { addServedRows(); }

    void missingImage();

    void wrongReference_data() { addServedRows(); }

    void wrongReference();

    void status_data() { addServedRows(); }

    void status();
    void usesTheFolderOfTheConfiguration();
    void usesTheDefaultUpstreamOfTheConfiguration();
    void noCache();
    void folderWithoutASocketIsInUse();

private:
    Outcome runOnFolder(const QStringList &arguments) const;

    ImageStore m_cache;
    std::unique_ptr<ServingLanyard> m_server;
    QByteArray m_digest;
    QByteArray m_newer; ///< than quay.io/org/y:v7
};

void TestCacheCommands::initTestCase()
{
    const TestImage amd = testImage("amd64", {QByteArray(1'500'000, 'x'), "small"});
    const TestImage arm = testImage("arm64", {"other"});
    const Piece index = testIndex({amd, arm});
    m_digest = QByteArray::fromStdString(index.descriptor.digest.toString());
    m_cache.putManifest("docker.io", "library/x", index);
    m_cache.setTag("docker.io", "library/x", "1", index);
    m_cache.putImage("docker.io", "library/x", amd);
    const TestImage half = testImage("riscv64", {"here", "not here"});
    m_cache.putManifest("quay.io", "org/y", half.manifest);
    m_cache.putBlob(half.layers[0]);
    for (int i = 0; i < 1500; ++i)
        m_cache.setTag("quay.io", "org/y", "v" + std::to_string(i), half.manifest);
    const auto pinned = *m_cache.store().catalogue().find("quay.io", "org/y");
    m_cache.store().setPinned(pinned, "v7", true);
    m_cache.store().setSeen(
        pinned, "v7",
        {.digest = amd.manifest.descriptor.digest,
         .seenAtMs = m_cache.store().catalogue().tag(pinned, "v7")->checkedAtMs + 1});
    m_newer = amd.manifest.descriptor.digest.toString().c_str();
    m_cache.close();
}

void TestCacheCommands::init()
{
    if (!isServedRow())
        return;
    m_server = std::make_unique<ServingLanyard>(m_cache.folder());
}

void TestCacheCommands::cleanup()
{
    if (!m_server)
        return;
    QCOMPARE(m_server->stop(), 0);
    m_server.reset();
    QVERIFY(!QDir(m_cache.folder())
                 .entryList(QDir::AllEntries | QDir::System)
                 .contains(QStringLiteral("lanyard.sock")));
}

Outcome TestCacheCommands::runOnFolder(const QStringList &arguments) const
{
    return runLanyard(arguments + QStringList{QStringLiteral("--data"), m_cache.folder()});
}

void TestCacheCommands::listsImages()
{
    const Outcome outcome = runOnFolder({QStringLiteral("images"), QStringLiteral("library/x")});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.err, QByteArray());
    const QByteArrayList lines = outcome.out.split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(0).simplified(),
             QByteArray("REPOSITORY TAG DIGEST SIZE STORED COMPLETE PRIVATE USED"));
    QCOMPARE(lines.at(1).simplified(),
             "docker.io/library/x 1 " + m_digest.mid(7, 12) + " 1.5MB 1.5MB yes no -");
    QVERIFY(lines.at(1).size() <= 80);
    QCOMPARE(lines.at(0).indexOf("DIGEST"), lines.at(1).indexOf(m_digest.mid(7, 12)));

    const Outcome json = runOnFolder(
        {QStringLiteral("images"), QStringLiteral("library/x"), QStringLiteral("--json")});
    const QJsonArray images = json.json().value(QLatin1String("images")).toArray();
    QCOMPARE(images.size(), 1);
    const QJsonObject image = images.at(0).toObject();
    QCOMPARE(image.value(QLatin1String("name")).toString(),
             QStringLiteral("docker.io/library/x:1"));
    QCOMPARE(image.value(QLatin1String("digest")).toString().toLatin1(), m_digest);
    QCOMPARE(image.value(QLatin1String("kind")).toString(), QStringLiteral("index"));
    QCOMPARE(image.value(QLatin1String("complete")).toBool(), true);
    QVERIFY(image.value(QLatin1String("lastUsedAt")).isNull());

    const Outcome none = runOnFolder({QStringLiteral("images"), QStringLiteral("nothing")});
    QCOMPARE(none.status, 0);
    QCOMPARE(none.out.count('\n'), 1);
}

void TestCacheCommands::listsManyPages()
{
    const Outcome json = runOnFolder({QStringLiteral("images"), QStringLiteral("--json")});
    QCOMPARE(json.status, 0);
    QCOMPARE(json.json().value(QLatin1String("images")).toArray().size(), 1501);
    const Outcome table = runOnFolder({QStringLiteral("images"), QStringLiteral("org/y:v149")});
    QCOMPARE(table.out.count('\n'), 1 + 11); // v149, v1490 to v1499
    QVERIFY(table.out.contains(" no "));
}

void TestCacheCommands::inspects()
{
    const Outcome outcome = runOnFolder({QStringLiteral("inspect"), QStringLiteral("x:1")});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.err, QByteArray());
    for (const char *pattern :
         {"^Name: +docker\\.io/library/x:1$", "^Tags: +1$", "^Size: +1\\.5MB$", "^Complete: +yes$",
          "^linux/amd64 +[0-9a-f]{12} +1\\.5MB +2 +0 +yes$",
          "^linux/arm64 +[0-9a-f]{12} +- +- +- +no$", "^Pulls: +0$", "^Rule: +\\*: 1h$",
          "^[0-9a-f]{12} +linux/amd64 +5B +yes +- +application/"}) {
        const QRegularExpression line(QString::fromLatin1(pattern),
                                      QRegularExpression::MultilineOption);
        QVERIFY2(line.match(QString::fromUtf8(outcome.out)).hasMatch(), pattern);
    }
    const Outcome half = runOnFolder(
        {QStringLiteral("inspect"), QStringLiteral("--json"), QStringLiteral("quay.io/org/y:v7")});
    QCOMPARE(half.status, 0);
    const QJsonObject image = half.json();
    QCOMPARE(image.value(QLatin1String("complete")).toBool(true), false);
    QCOMPARE(image.value(QLatin1String("tags")).toArray().size(), 1500);
    QCOMPARE(image.value(QLatin1String("rule")).toString(), QStringLiteral("*: 1h"));
    const QJsonObject platform = image.value(QLatin1String("platforms")).toArray().at(0).toObject();
    QCOMPARE(platform.value(QLatin1String("layers")).toArray().size(), 2);
    QCOMPARE(platform.value(QLatin1String("missing")).toArray().size(), 2); // and the config
}

void TestCacheCommands::tellsWhatIsNewer()
{
    const QString image = QStringLiteral("quay.io/org/y:v7");
    const Outcome table = runOnFolder({QStringLiteral("images"), image});
    QVERIFY2(table.out.endsWith("\nquay.io/org/y:v7 is newer upstream.\n"), table.out.constData());
    QCOMPARE(table.out.count("newer"), 1);
    const Outcome list = runOnFolder({QStringLiteral("images"), image, QStringLiteral("--json")});
    const QJsonArray images = list.json().value(QLatin1String("images")).toArray();
    QCOMPARE(images.at(0).toObject().value(QLatin1String("newerUpstream")).toString().toLatin1(),
             m_newer);
    QVERIFY(images.at(1).toObject().value(QLatin1String("newerUpstream")).isNull());
    const Outcome details = runOnFolder({QStringLiteral("inspect"), image});
    QVERIFY2(details.out.contains("Upstream:  " + m_newer + ", which is newer\n"),
             details.out.constData());
    const Outcome other = runOnFolder({QStringLiteral("inspect"), QStringLiteral("x:1")});
    QVERIFY(!other.out.contains("Upstream:"));
}

void TestCacheCommands::missingImage()
{
    const Outcome outcome = runOnFolder({QStringLiteral("inspect"), QStringLiteral("x:2")});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.err,
             QByteArray("lanyard inspect: docker.io/library/x:2 is not in the cache\n"));
}

void TestCacheCommands::wrongReference()
{
    const Outcome outcome = runOnFolder({QStringLiteral("inspect"), QStringLiteral("Not:a:name")});
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY(outcome.err.contains("'Not:a:name' is not the name of an image"));
}

void TestCacheCommands::status()
{
    QFETCH(bool, isServed);
    const Outcome text = runOnFolder({QStringLiteral("status")});
    const Outcome json = runOnFolder({QStringLiteral("status"), QStringLiteral("--json")});
    QCOMPARE(text.status, isServed ? 0 : 3);
    QCOMPARE(json.status, text.status);
    QCOMPARE(json.json().value(QLatin1String("dataDirectory")).toString(), m_cache.folder());
    if (!isServed) {
        QVERIFY(text.out.startsWith("not running"));
        QCOMPARE(json.json().value(QLatin1String("state")).toString(), QStringLiteral("stopped"));
        return;
    }
    QVERIFY(text.out.startsWith("State:    running, process " +
                                QByteArray::number(m_server->processId())));
    QVERIFY(text.out.contains(m_server->address()));
    QCOMPARE(json.json().value(QLatin1String("addresses")).toArray().at(0).toString().toLatin1(),
             m_server->address());
}

void TestCacheCommands::usesTheFolderOfTheConfiguration()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("lanyard.yml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1\nstorage: {directory: " + m_cache.folder().toUtf8() + "}\n");
    file.close();
    const Outcome outcome = runLanyard({QStringLiteral("images"), QStringLiteral("library"),
                                        QStringLiteral("--config"), file.fileName()});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out.count('\n'), 2);
}

void TestCacheCommands::usesTheDefaultUpstreamOfTheConfiguration()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("lanyard.yml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1\nupstreams: [{registry: quay.io, url: \"https://quay.io\"}]\n");
    file.close();
    const Outcome outcome =
        runOnFolder({QStringLiteral("inspect"), QStringLiteral("org/y:v1"),
                     QStringLiteral("--json"), QStringLiteral("--config"), file.fileName()});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json().value(QLatin1String("name")).toString(),
             QStringLiteral("quay.io/org/y:v1"));
}

void TestCacheCommands::noCache()
{
    const QTemporaryDir folder;
    const QString none = folder.filePath(QStringLiteral("none"));
    for (const QString &data : {folder.path(), none}) {
        const Outcome outcome =
            runLanyard({QStringLiteral("images"), QStringLiteral("--data"), data});
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.err.contains(data.toUtf8() + ": there is no cache"));
    }
    QVERIFY(!QDir(none).exists());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestCacheCommands::folderWithoutASocketIsInUse()
{
    // As when its socket could not be opened: nobody can be asked, and the folder is locked.
    ImageStore locked;
    const Outcome outcome =
        runLanyard({QStringLiteral("images"), QStringLiteral("--data"), locked.folder()});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("in use by another Lanyard"), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestCacheCommands)
#include "tst_cachecommands.moc"
