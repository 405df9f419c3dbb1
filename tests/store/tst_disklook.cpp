// SPDX-License-Identifier: GPL-3.0-or-later
// A look at a disk fails when the data folder is gone, is another, or cannot be read; not when it
// is empty, full, or read-only. What it says has no path in it.
#include "store/disklook.h"
#include "support/putfile.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <sys/mount.h>

using namespace lanyard;
using namespace lanyard::store;
using namespace lanyard::test;

using Damage = std::function<void(const QString &folder)>;
Q_DECLARE_METATYPE(Damage)

namespace {

const QString blobName = QString(64, u'a');

void makeFolders(const QString &folder)
{
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/blobs/sha256")));
}

void makeStore(const QString &folder)
{
    makeFolders(folder);
    putFile(folder + QStringLiteral("/blobs/sha256/") + blobName, "content");
}

void moveAway(const QString &folder)
{
    QVERIFY(QDir().rename(folder, folder + QStringLiteral(".away")));
}

} // namespace

class TestDiskLook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void looks_data();
    void looks();
    void succeedsWhenTheFolderIsBack();
    void standsADiskThatIs_data();
    void standsADiskThatIs();
    void missesAnUnmountedDisk();

private:
    bool m_hasDisks = false;
};

void TestDiskLook::initTestCase()
{
    m_hasDisks = SmallDisk::enter();
}

void TestDiskLook::looks_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<QString>("says"); // empty: nothing is wrong
    const auto row = [](const char *name, Damage damage, const char *says) {
        QTest::newRow(name) << std::move(damage) << QString::fromLatin1(says);
    };
    row(
        "untouched", [](const QString &) {}, "");
    row(
        "more was stored",
        [](const QString &folder) {
            putFile(folder + QStringLiteral("/blobs/sha256/") + QString(64, u'b'), "more");
        },
        "");
    row(
        "nothing is stored",
        [](const QString &folder) {
            QVERIFY(QFile::remove(folder + QStringLiteral("/blobs/sha256/") + blobName));
        },
        "");
    row(
        "nothing is stored, and what is there cannot be read",
        [](const QString &folder) {
            QVERIFY(QFile::remove(folder + QStringLiteral("/blobs/sha256/") + blobName));
            QVERIFY(QDir().mkdir(folder + QStringLiteral("/oci-layout")));
        },
        "what is stored cannot be read: Is a directory");
    row("the folder is gone", moveAway, "the data folder is not to be had: No such file");
    row(
        "another folder",
        [](const QString &folder) {
            moveAway(folder);
            makeStore(folder);
        },
        "another folder is in the place of the data folder");
    row(
        "an empty folder",
        [](const QString &folder) {
            moveAway(folder);
            QVERIFY(QDir().mkdir(folder));
        },
        "another folder is in the place of the data folder");
    row(
        "a file in its place",
        [](const QString &folder) {
            moveAway(folder);
            putFile(folder, "x");
        },
        "another folder is in the place of the data folder");
    row(
        "no content folder",
        [](const QString &folder) {
            QVERIFY(QDir(folder + QStringLiteral("/blobs")).removeRecursively());
        },
        "what is stored cannot be listed: No such file");
    row(
        "content that cannot be read",
        [](const QString &folder) {
            const QString content = folder + QStringLiteral("/blobs/sha256/");
            QVERIFY(QFile::remove(content + blobName));
            // As little as a damaged file, and for root, too.
            QVERIFY(QDir().mkdir(content + blobName));
        },
        "what is stored cannot be read: Is a directory");
    row(
        "one file of several that cannot be read",
        [](const QString &folder) {
            QVERIFY(QDir().mkdir(folder + QStringLiteral("/blobs/sha256/") + QString(64, u'b')));
        },
        "");
}

void TestDiskLook::looks()
{
    QFETCH(Damage, damage);
    QFETCH(QString, says);
    const QTemporaryDir parent;
    const QString folder = parent.filePath(QStringLiteral("data"));
    makeStore(folder);
    const DiskLook look{Layout(folder)};
    QVERIFY(look());
    damage(folder);
    const Result<void> outcome = look();
    QCOMPARE(outcome.has_value(), says.isEmpty());
    if (outcome)
        return;
    const QString message = QString::fromStdString(outcome.error().message.english());
    QVERIFY2(message.startsWith(says), qPrintable(message));
    QVERIFY2(!message.contains(parent.path()), qPrintable(message));
}

void TestDiskLook::succeedsWhenTheFolderIsBack()
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(QStringLiteral("data"));
    makeStore(folder);
    const DiskLook look{Layout(folder)};
    moveAway(folder);
    QVERIFY(!look());
    QVERIFY(QDir().rename(folder + QStringLiteral(".away"), folder));
    QVERIFY(look());
}

void TestDiskLook::standsADiskThatIs_data()
{
    QTest::addColumn<bool>("isReadOnly");
    QTest::newRow("full") << false;
    QTest::newRow("read-only") << true;
}

void TestDiskLook::standsADiskThatIs()
{
    if (!m_hasDisks)
        QSKIP("this system gives no mount namespace");
    QFETCH(bool, isReadOnly);
    SmallDisk disk(std::int64_t{1024} * 1024);
    makeStore(disk.path() + QStringLiteral("/data"));
    const DiskLook look{Layout(disk.path() + QStringLiteral("/data"))};
    if (isReadOnly)
        disk.setReadOnly(true);
    else
        disk.fill(0);
    QVERIFY(look());
}

void TestDiskLook::missesAnUnmountedDisk()
{
    if (!m_hasDisks)
        QSKIP("this system gives no mount namespace");
    const SmallDisk disk(std::int64_t{1024} * 1024);
    makeFolders(disk.path());
    const DiskLook look{Layout(disk.path())};
    QVERIFY(look());
    // What the disk was mounted on has the same folders.
    QCOMPARE(umount2(qPrintable(disk.path()), MNT_DETACH), 0);
    makeFolders(disk.path());
    const Result<void> outcome = look();
    QVERIFY(!outcome);
    QVERIFY(QString::fromStdString(outcome.error().message.english())
                .contains(QLatin1String("mounted")));
}

QTEST_GUILESS_MAIN(TestDiskLook)
#include "tst_disklook.moc"
