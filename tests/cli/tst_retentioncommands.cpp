// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what `lanyard purge`, `prune`, `pin` and `unpin` take out of a folder and leave in it,
// what they print and how they exit, on a folder that a server uses and on one that nobody does.
#include "cli/lanyardprogram.h"
#include "registry/imagestore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace lanyard;
using namespace lanyard::test;

class TestRetentionCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void purges_data();
    void purges();

    void purgesNothingWhenOneIsMissing_data() { addServedRows(); }

    void purgesNothingWhenOneIsMissing();

    void pinnedStays_data() { addServedRows(); }

    void pinnedStays();

    void prunesByLastUse_data() { addServedRows(); }

    void prunesByLastUse();

    void showsWhatWouldGo_data() { addServedRows(); }

    void showsWhatWouldGo();

    void wrongUsage_data();
    void wrongUsage();

private:
    Outcome run(const QStringList &arguments) const;
    QStringList names() const;
    bool isPinned(const QString &reference) const;
    bool isOnDisk(const Piece &piece) const;

    std::unique_ptr<ImageStore> m_cache;
    std::unique_ptr<ServingLanyard> m_server;
    TestImage m_old = testImage("amd64", {QByteArray(300'000, 'o'), "shared"});
    TestImage m_middle = testImage("arm64", {QByteArray(200'000, 'm')});
    TestImage m_new = testImage("riscv64", {QByteArray(100'000, 'n'), "shared"});
};

/// Three images in two registries; the two of docker.io share a layer.
void TestRetentionCommands::init()
{
    m_cache = std::make_unique<ImageStore>();
    const auto add = [this](std::string_view registry, std::string_view repository,
                            const TestImage &image) {
        m_cache->putImage(registry, repository, image);
        m_cache->setTag(registry, repository, "1", image.manifest);
        m_cache->clock.advance(std::chrono::hours(24));
        store::Store &store = m_cache->store();
        store.touch(store.ensureRepository(registry, repository), image.manifest.descriptor.digest);
    };
    add("docker.io", "library/old", m_old);
    add("quay.io", "org/middle", m_middle);
    add("docker.io", "library/new", m_new);
    m_cache->close();
    if (!QByteArray(QTest::currentDataTag()).startsWith("served"))
        return;
    m_server = std::make_unique<ServingLanyard>(m_cache->folder());
}

void TestRetentionCommands::cleanup()
{
    if (m_server)
        QCOMPARE(m_server->stop(), 0);
    m_server.reset();
    m_cache.reset();
}

Outcome TestRetentionCommands::run(const QStringList &arguments) const
{
    return runLanyard(arguments + QStringList{QStringLiteral("--data"), m_cache->folder()});
}

/// Of the repositories whose images are there.
QStringList TestRetentionCommands::names() const
{
    QStringList names;
    const QJsonArray images = run({QStringLiteral("images"), QStringLiteral("--json")})
                                  .json()
                                  .value(QLatin1String("images"))
                                  .toArray();
    for (const auto &image : images)
        names.append(image.toObject().value(QLatin1String("name")).toString().section(u'/', -1));
    return names;
}

bool TestRetentionCommands::isPinned(const QString &reference) const
{
    return run({QStringLiteral("inspect"), QStringLiteral("--json"), reference})
        .json()
        .value(QLatin1String("pinned"))
        .toBool();
}

bool TestRetentionCommands::isOnDisk(const Piece &piece) const
{
    return QFile::exists(m_cache->folder() + QStringLiteral("/blobs/sha256/") +
                         QString::fromStdString(piece.descriptor.digest.hex()));
}

void TestRetentionCommands::purges_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QStringList>("left");
    const auto row = [](const char *name, const char *arguments, const QStringList &left) {
        for (const char *server : {"served", "not served"})
            QTest::newRow(qPrintable(
                QStringLiteral("%1: %2").arg(QLatin1String(server), QLatin1String(name))))
                << QString::fromLatin1(arguments) << left;
    };
    const QString middle = QStringLiteral("middle:1");
    const QString young = QStringLiteral("new:1");
    row("a tag", "old:1", {young, middle});
    row("two tags", "old:1 quay.io/org/middle:1", {young});
    row("a repository", "--repository docker.io/library/old", {young, middle});
    row("a registry", "--registry docker.io", {middle});
    row("everything", "--all", {});
}

void TestRetentionCommands::purges()
{
    QFETCH(QString, arguments);
    QFETCH(QStringList, left);
    const QStringList words = QStringList{QStringLiteral("purge")} + arguments.split(u' ');
    const Outcome outcome = run(words);
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.trimmed().endsWith("freed"), outcome.out.constData());
    QCOMPARE(names(), left);
    QVERIFY(!isOnDisk(m_old.manifest));
    QVERIFY(!isOnDisk(m_old.layers[0]));
    const bool isSharedLeft = left.contains(QStringLiteral("new:1"));
    QCOMPARE(isOnDisk(m_old.layers[1]), isSharedLeft);
    if (isSharedLeft)
        QVERIFY2(outcome.out.contains("docker.io/library/old:1"), outcome.out.constData());
}

void TestRetentionCommands::purgesNothingWhenOneIsMissing()
{
    const Outcome outcome =
        run({QStringLiteral("purge"), QStringLiteral("old:1"), QStringLiteral("old:2")});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(outcome.err, QByteArray("lanyard purge: docker.io/library/old:2 is not in the "
                                     "cache\n"));
    QVERIFY(isOnDisk(m_old.layers[0]));
    const Outcome registry =
        run({QStringLiteral("purge"), QStringLiteral("--registry"), QStringLiteral("ghcr.io")});
    QCOMPARE(registry.status, 1);
    QCOMPARE(names().size(), 3);
}

void TestRetentionCommands::pinnedStays()
{
    const Outcome pin = run({QStringLiteral("pin"), QStringLiteral("old:1")});
    QCOMPARE(pin.status, 0);
    QCOMPARE(pin.out, QByteArray("docker.io/library/old:1 is pinned\n"));
    QCOMPARE(run({QStringLiteral("pin"), QStringLiteral("old:2")}).status, 1);

    QVERIFY(isPinned(QStringLiteral("old:1")));
    QVERIFY(!isPinned(QStringLiteral("new:1")));
    QVERIFY(
        run({QStringLiteral("inspect"), QStringLiteral("old:1")}).out.contains("Pinned:    yes\n"));

    const Outcome prune =
        run({QStringLiteral("prune"), QStringLiteral("--free"), QStringLiteral("1TB")});
    QCOMPARE(prune.status, 0);
    QVERIFY2(prune.out.contains("docker.io/library/old:1 stays: it is pinned\n"),
             prune.out.constData());
    QCOMPARE(names(), QStringList{QStringLiteral("old:1")});

    const Outcome purge = run({QStringLiteral("purge"), QStringLiteral("old:1")});
    QCOMPARE(purge.status, 1);
    QVERIFY(isOnDisk(m_old.layers[0]));
    const Outcome unpin = run({QStringLiteral("unpin"), QStringLiteral("old:1")});
    QCOMPARE(unpin.out, QByteArray("docker.io/library/old:1 is not pinned\n"));
    QVERIFY(!isPinned(QStringLiteral("old:1")));
    QCOMPARE(run({QStringLiteral("purge"), QStringLiteral("old:1")}).status, 0);
    QVERIFY(!isOnDisk(m_old.layers[0]));
}

void TestRetentionCommands::prunesByLastUse()
{
    const Outcome first =
        run({QStringLiteral("prune"), QStringLiteral("--free"), QStringLiteral("1kB")});
    QCOMPARE(first.status, 0);
    QCOMPARE(names(), (QStringList{QStringLiteral("new:1"), QStringLiteral("middle:1")}));
    const Outcome second =
        run({QStringLiteral("prune"), QStringLiteral("--to"), QStringLiteral("150kB")});
    QCOMPARE(second.status, 0);
    QCOMPARE(names(), QStringList{QStringLiteral("new:1")});
    const Outcome none =
        run({QStringLiteral("prune"), QStringLiteral("--to"), QStringLiteral("150kB")});
    QCOMPARE(none.out, QByteArray("0B freed\n"));
}

void TestRetentionCommands::showsWhatWouldGo()
{
    const Outcome outcome =
        run({QStringLiteral("prune"), QStringLiteral("--dry-run"), QStringLiteral("--json"),
             QStringLiteral("--free"), QStringLiteral("1kB")});
    QCOMPARE(outcome.status, 0);
    const QJsonArray images = outcome.json().value(QLatin1String("images")).toArray();
    QCOMPARE(images.size(), 1);
    const QJsonObject first = images.at(0).toObject();
    QCOMPARE(first.value(QLatin1String("name")).toString(),
             QStringLiteral("docker.io/library/old:1"));
    QCOMPARE(first.value(QLatin1String("reason")).toString(), QStringLiteral("last-used"));
    QCOMPARE(first.value(QLatin1String("sharedBytes")).toInteger(), 6);
    QCOMPARE(first.value(QLatin1String("sharedWith")).toArray(),
             QJsonArray{QStringLiteral("docker.io/library/new:1")});
    QVERIFY(!first.value(QLatin1String("lastUsedAt")).isNull());
    QVERIFY(outcome.json().value(QLatin1String("dryRun")).toBool());

    const Outcome all = run({QStringLiteral("prune"), QStringLiteral("--dry-run")});
    QVERIFY2(all.out.indexOf("/old:1 ") < all.out.indexOf("/middle:1 ") &&
                 all.out.indexOf("/middle:1 ") < all.out.indexOf("/new:1 "),
             all.out.constData());
    const Outcome purge =
        run({QStringLiteral("purge"), QStringLiteral("--all"), QStringLiteral("--dry-run")});
    QVERIFY2(purge.out.endsWith("would be freed\n"), purge.out.constData());
    QCOMPARE(names().size(), 3);
    QVERIFY(isOnDisk(m_old.layers[0]));
}

void TestRetentionCommands::wrongUsage_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("purge nothing") << "purge" << QByteArray("expected a REFERENCE");
    QTest::newRow("prune nothing") << "prune" << QByteArray("expected --free SIZE or --to SIZE");
    QTest::newRow("no size") << "prune --free lots" << QByteArray("--free: expected a size");
    QTest::newRow("a negative size") << "prune --to=-1" << QByteArray("--to: expected a size");
    QTest::newRow("pin nothing") << "pin" << QByteArray("expected one REFERENCE");
    QTest::newRow("no name") << "purge Not:a:name" << QByteArray("is not the name of an image");
}

void TestRetentionCommands::wrongUsage()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, message);
    const Outcome outcome = run(arguments.split(u' '));
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(message), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestRetentionCommands)
#include "tst_retentioncommands.moc"
