// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that it is known beforehand whether a file can be put in its place.
#include "setup/fileplace.h"
#include "setup/setupfixture.h"
#include "support/otheruser.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lanyard;
using namespace lanyard::setup;
using lanyard::test::AsUser;

class TestFilePlace final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWritable_data();
    void isWritable();
    void isNotOfAnotherUser();

private:
    /// As it is for a user; empty: it is writable.
    static QString complaintOf(const QString &path)
    {
        const AsUser user;
        const auto may = FilePlace::find(path).and_then(
            [](const FilePlace &place) { return place.checkWritable(); });
        return may ? QString() : QString::fromStdString(may.error().message.english());
    }
};

void TestFilePlace::isWritable_data()
{
    QTest::addColumn<QString>("name"); // below a folder
    QTest::addColumn<int>("mode");     // of the folder
    QTest::addColumn<bool>("isWritable");
    QTest::newRow("in a folder") << QStringLiteral("x.toml") << 0777 << true;
    QTest::newRow("in one that is not there") << QStringLiteral("a/b/x.toml") << 0777 << true;
    QTest::newRow("in one of others") << QStringLiteral("x.toml") << 0555 << false;
    QTest::newRow("below one of others") << QStringLiteral("a/b/x.toml") << 0555 << false;
}

void TestFilePlace::isWritable()
{
    QFETCH(QString, name);
    QFETCH(int, mode);
    QFETCH(bool, isWritable);
    const QTemporaryDir around;
    QCOMPARE(::chmod(qPrintable(around.path()), 0755), 0);
    const QString folder = around.filePath(QStringLiteral("etc"));
    QVERIFY(QDir().mkpath(folder));
    QCOMPARE(::chmod(qPrintable(folder), static_cast<mode_t>(mode)), 0);
    const QString complaint = complaintOf(folder + QLatin1Char('/') + name);
    QCOMPARE(complaint.isEmpty(), isWritable);
    QVERIFY2(isWritable ||
                 complaint == folder + QStringLiteral(": no file can be made there: Permission "
                                                      "denied"),
             qPrintable(complaint));
    QCOMPARE(::chmod(qPrintable(folder), 0755), 0);
}

void TestFilePlace::isNotOfAnotherUser()
{
    if (::geteuid() != 0)
        QSKIP("only root has files of two users");
    const QTemporaryDir folder;
    QCOMPARE(::chmod(qPrintable(folder.path()), 0777), 0);
    const QString file = folder.filePath(QStringLiteral("daemon.json"));
    QVERIFY(setup::test::put(file, "{}"));
    QCOMPARE(complaintOf(file), file + QStringLiteral(": it belongs to another user"));
    QCOMPARE(::chown(qPrintable(file), AsUser::nobody, AsUser::nobody), 0);
    QCOMPARE(complaintOf(file), QString());
}

QTEST_GUILESS_MAIN(TestFilePlace)
#include "tst_fileplace.moc"
