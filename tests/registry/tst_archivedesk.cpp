// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that exports and imports run beside the engine, one at a time, tell how far they are, and
// end when they are told to.
#include "registry/archivedesk.h"
#include "registry/archivefixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::registry;
using namespace lanyard::test;

class TestArchiveDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_cache = std::make_unique<ArchiveFixture>(); }

    void cleanup() { m_cache.reset(); }

    void answersLater();
    void hasOneAtATime();
    void refuses_data();
    void refuses();
    void stops();
    void endsWithTheDesk();

private:
    std::unique_ptr<ArchiveFixture> m_cache;
};

void TestArchiveDesk::answersLater()
{
    ArchiveDesk desk(m_cache->source.store(), m_cache->routes);
    std::optional<Result<ExportResult>> written;
    QVERIFY(desk.startExport(
        {.references = {"x:1"}, .path = m_cache->place(QStringLiteral("image")).toUtf8()},
        [](const ArchiveProgress &) {},
        [&written](const Result<ExportResult> &result) { written = result; }));
    QVERIFY(!written);
    QTRY_VERIFY(written);
    QCOMPARE(reasonOf(*written), QByteArray());

    ArchiveDesk other(m_cache->target.store(), m_cache->routes);
    std::optional<Result<ImportResult>> taken;
    QList<ArchiveProgress> progress;
    QVERIFY(other.startImport(
        {.path = m_cache->place(QStringLiteral("image")).toUtf8(), .name = {}, .registry = {}},
        [&progress](const ArchiveProgress &now) { progress.append(now); },
        [&taken](const Result<ImportResult> &result) { taken = result; }));
    QTRY_VERIFY(taken);
    QCOMPARE(reasonOf(*taken), QByteArray());
    QCOMPARE((*taken)->images, 1);
    QVERIFY(!progress.isEmpty());
    QVERIFY(progress.constFirst().doneBytes > 0);
    QVERIFY(progress.constFirst().totalBytes >= m_cache->image.layers[0].descriptor.size);
    QVERIFY(m_cache->isWhole("x:1"));
}

void TestArchiveDesk::hasOneAtATime()
{
    QVERIFY(m_cache->write({"x:1"}, m_cache->place(QStringLiteral("image"))));
    ArchiveDesk desk(m_cache->target.store(), m_cache->routes);
    const ImportRequest request{
        .path = m_cache->place(QStringLiteral("image")).toUtf8(), .name = {}, .registry = {}};
    std::optional<Result<ImportResult>> taken;
    QVERIFY(desk.startImport(
        request, [&](const ArchiveProgress &) {},
        [&](const Result<ImportResult> &result) { taken = result; }));
    // Its end is told on this thread, which has told nothing yet.
    const Result<void> second = desk.startImport(
        request, [](const ArchiveProgress &) {}, [](const Result<ImportResult> &) {});
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::InUse);
    QTRY_VERIFY(taken);
    taken.reset();
    QVERIFY(desk.startImport(
        request, [](const ArchiveProgress &) {},
        [&](const Result<ImportResult> &result) { taken = result; }));
    QTRY_VERIFY(taken);
    QCOMPARE(reasonOf(*taken), QByteArray());
}

void TestArchiveDesk::refuses_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("registry");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("relative") << QByteArray("image") << QByteArray()
                              << QByteArray("'image' is not an absolute path");
    QTest::newRow("nothing") << QByteArray() << QByteArray()
                             << QByteArray("'' is not an absolute path");
    QTest::newRow("registry") << QByteArray("/image") << QByteArray("ghcr.io")
                              << QByteArray("ghcr.io is not a configured registry");
}

void TestArchiveDesk::refuses()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, registry);
    QFETCH(QByteArray, reason);
    ArchiveDesk desk(m_cache->target.store(), m_cache->routes);
    const Result<void> started = desk.startImport(
        {.path = path, .name = {}, .registry = registry}, [](const ArchiveProgress &) {},
        [](const Result<ImportResult> &) {});
    QCOMPARE(reasonOf(started), reason);
    QCOMPARE(started.error().code, ErrorCode::InvalidInput);
}

void TestArchiveDesk::stops()
{
    m_cache->writeLong(m_cache->place(QStringLiteral("long")));
    ArchiveDesk desk(m_cache->target.store(), m_cache->routes);
    bool hasBegun = false;
    std::optional<Result<ImportResult>> taken;
    QVERIFY(desk.startImport(
        {.path = m_cache->place(QStringLiteral("long")).toUtf8(), .name = {}, .registry = {}},
        [&hasBegun](const ArchiveProgress &) { hasBegun = true; },
        [&taken](const Result<ImportResult> &result) { taken = result; }));
    QTRY_VERIFY(hasBegun || taken);
    desk.stop();
    QTRY_VERIFY(taken);
    QCOMPARE(reasonOf(*taken), QByteArray("it was given up"));
    QCOMPARE(taken->error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(m_cache->target.folder() + QStringLiteral("/partial")).isEmpty());
}

void TestArchiveDesk::endsWithTheDesk()
{
    m_cache->writeLong(m_cache->place(QStringLiteral("long")));
    auto desk = std::make_unique<ArchiveDesk>(m_cache->target.store(), m_cache->routes);
    bool hasBegun = false;
    bool hasEnded = false;
    QVERIFY(desk->startImport(
        {.path = m_cache->place(QStringLiteral("long")).toUtf8(), .name = {}, .registry = {}},
        [&hasBegun](const ArchiveProgress &) { hasBegun = true; },
        [&hasEnded](const Result<ImportResult> &) { hasEnded = true; }));
    QTRY_VERIFY(hasBegun || hasEnded);
    desk.reset();
    QCoreApplication::processEvents();
    QVERIFY(!hasEnded);
    QVERIFY(QDir(m_cache->target.folder() + QStringLiteral("/partial")).isEmpty());
}

QTEST_GUILESS_MAIN(TestArchiveDesk)
#include "tst_archivedesk.moc"
