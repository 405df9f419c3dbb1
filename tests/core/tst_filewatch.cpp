// SPDX-License-Identifier: GPL-3.0-or-later
// A file that is written, replaced, or gone is told once, when it stands still.
#include "core/filewatch.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lanyard;
using namespace std::chrono_literals;

class TestFileWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void isQuietWhileNothingHappens();
    void seesBehindALink();
    void knowsNoFileThatIsNotThere();

private:
    static void write(const QString &path, const QByteArray &bytes);
};

void TestFileWatch::write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TestFileWatch::tells_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"written", "replaced", "removed", "made", "mode"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestFileWatch::tells()
{
    QFETCH(const QString, what);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("file"));
    const bool isMade = what == QLatin1String("made");
    if (!isMade)
        write(path, "before");
    FileWatch watch({QFile::encodeName(path).toStdString()}, 1ms);
    QSignalSpy told(&watch, &FileWatch::changed);
    if (what == QLatin1String("written") || isMade) {
        write(path, "after, and longer");
    } else if (what == QLatin1String("replaced")) {
        write(path + u'2', "other");
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::rename(path + u'2', path));
    } else if (what == QLatin1String("mode")) {
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
    } else {
        QVERIFY(QFile::remove(path));
    }
    QTRY_COMPARE(told.size(), 1);
}

void TestFileWatch::isQuietWhileNothingHappens()
{
    const QTemporaryDir folder;
    const QString quiet = folder.filePath(QStringLiteral("quiet"));
    const QString loud = folder.filePath(QStringLiteral("loud"));
    write(quiet, "x");
    write(loud, "x");
    FileWatch watch({QFile::encodeName(quiet).toStdString()}, 1ms);
    FileWatch other({QFile::encodeName(loud).toStdString()}, 1ms);
    QSignalSpy told(&watch, &FileWatch::changed);
    QSignalSpy toldOther(&other, &FileWatch::changed);
    // As many looks as the other one takes to see two changes.
    for (int i = 1; i <= 2; ++i) {
        write(loud, QByteArray(i + 1, 'x'));
        QTRY_COMPARE(toldOther.size(), i);
    }
    QCOMPARE(told.size(), 0);
}

/// As Kubernetes and certbot replace files.
void TestFileWatch::seesBehindALink()
{
    const QTemporaryDir folder;
    const QString link = folder.filePath(QStringLiteral("link"));
    for (const char *name : {"first", "second"})
        write(folder.filePath(QLatin1String(name)), name);
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("first")), link));
    FileWatch watch({QFile::encodeName(link).toStdString()}, 1ms);
    QSignalSpy told(&watch, &FileWatch::changed);
    QVERIFY(QFile::remove(link));
    QVERIFY(QFile::link(folder.filePath(QStringLiteral("second")), link));
    QTRY_COMPARE(told.size(), 1);
}

void TestFileWatch::knowsNoFileThatIsNotThere()
{
    QVERIFY(FileStamp::of("/nowhere/at all") == FileStamp());
}

QTEST_GUILESS_MAIN(TestFileWatch)
#include "tst_filewatch.moc"
