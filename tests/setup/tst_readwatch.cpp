// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a file is seen, also when it was before one waits for it; looking at its name is not.
#include "setup/readwatch.h"
#include "setupfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace lanyard::setup;
using namespace lanyard::setup::test;
using namespace std::chrono_literals;

class TestReadWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesReading_data();
    void seesReading();
    void endsWithoutReading();
    void endsWithoutAFile();
};

void TestReadWatch::seesReading_data()
{
    QTest::addColumn<bool>("isBefore");
    QTest::newRow("before one waits") << true;
    QTest::newRow("while one waits") << false;
}

void TestReadWatch::seesReading()
{
    QFETCH(bool, isBefore);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("daemon.json"));
    QVERIFY(put(path, "{}"));
    std::optional<bool> isRead;
    ReadWatch watch(path);
    if (isBefore)
        QCOMPARE(contentOf(path), QByteArray("{}"));
    watch.wait(20s, [&isRead](bool value) { isRead = value; });
    if (!isBefore)
        QCOMPARE(contentOf(path), QByteArray("{}"));
    QTRY_VERIFY(isRead);
    QVERIFY(*isRead);
}

void TestReadWatch::endsWithoutReading()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("daemon.json"));
    QVERIFY(put(path, "{}"));
    std::optional<bool> isRead;
    ReadWatch watch(path);
    watch.wait(50ms, [&isRead](bool value) { isRead = value; });
    QVERIFY(QFileInfo::exists(path));
    QTRY_VERIFY(isRead);
    QVERIFY(!*isRead);
}

void TestReadWatch::endsWithoutAFile()
{
    std::optional<bool> isRead;
    ReadWatch watch(QStringLiteral("/nowhere/daemon.json"));
    watch.wait(50ms, [&isRead](bool value) { isRead = value; });
    QTRY_VERIFY(isRead);
    QVERIFY(!*isRead);
}

QTEST_GUILESS_MAIN(TestReadWatch)
#include "tst_readwatch.moc"
