// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a small file is read whole or not at all, and that nothing that is no file keeps its
// reader, unless a pipe is what it wants.
#include "core/filereader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lanyard;

namespace {

using Reader = Result<QByteArray> (*)(const QString &path, std::int64_t bytesMax);

} // namespace

Q_DECLARE_METATYPE(Reader)

class TestFileReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reads_data();
    void reads();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void readsAPipe();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestFileReader::initTestCase()
{
    QFile file(path(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("12345"), 5);
    QVERIFY(QFile::link(file.fileName(), path(QStringLiteral("link"))));
    QVERIFY(QFile::link(path(QStringLiteral("nothing")), path(QStringLiteral("dangling"))));
    QCOMPARE(::mkfifo(qPrintable(path(QStringLiteral("pipe"))), 0600), 0);
}

void TestFileReader::reads_data()
{
    QTest::addColumn<Reader>("read");
    QTest::newRow("file") << Reader(readSmallFile);
    QTest::newRow("input") << Reader(readSmallInput);
}

void TestFileReader::reads()
{
    QFETCH(Reader, read);
    QCOMPARE(read(path(QStringLiteral("file")), 5).value(), QByteArray("12345"));
    QCOMPARE(read(path(QStringLiteral("link")), 6).value(), QByteArray("12345"));
    const auto large = read(path(QStringLiteral("file")), 4);
    QCOMPARE(large.error().code, ErrorCode::InvalidInput);
    QCOMPARE(QString::fromStdString(large.error().message.english()),
             QStringLiteral("is larger than 4 bytes"));
    for (const char *name : {"nothing", "dangling", "file/in-a-file"})
        QCOMPARE(read(path(QLatin1String(name)), 5).error().code, ErrorCode::NotFound);
    const auto folder = read(m_folder.path(), 5);
    QCOMPARE(folder.error().code, ErrorCode::Io);
    QCOMPARE(QString::fromStdString(folder.error().message.english()),
             QStringLiteral("this is a folder, not a file"));
}

void TestFileReader::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("pipe") << path(QStringLiteral("pipe"));
    QTest::newRow("device") << QStringLiteral("/dev/null");
}

void TestFileReader::refusesWhatIsNoFile()
{
    QFETCH(QString, path);
    const auto read = readSmallFile(path, 5);
    QCOMPARE(read.error().code, ErrorCode::Io);
    QCOMPARE(QString::fromStdString(read.error().message.english()),
             QStringLiteral("this is not a file, but a pipe or a device"));
}

void TestFileReader::readsAPipe()
{
    std::array<int, 2> ends{};
    QCOMPARE(::pipe2(ends.data(), O_CLOEXEC), 0);
    QCOMPARE(::write(ends[1], "abc", 3), ssize_t(3));
    ::close(ends[1]);
    const QString name = QStringLiteral("/dev/fd/%1").arg(ends[0]);
    QCOMPARE(readSmallFile(name, 5).error().code, ErrorCode::Io);
    QCOMPARE(readSmallInput(name, 5).value(), QByteArray("abc"));
    ::close(ends[0]);
}

QTEST_GUILESS_MAIN(TestFileReader)
#include "tst_filereader.moc"
