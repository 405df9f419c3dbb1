// SPDX-License-Identifier: GPL-3.0-or-later
// A file is replaced whole, and only if nobody has changed it; it keeps its mode and its links.
#include "core/replacefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#include <sys/stat.h>
#include <unistd.h>

using namespace lanyard;

class TestReplaceFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsTheMode();
    void keepsTheOwner();
    void followsLinks();
    void refusesWhatHasChanged();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("a.yml")); }

    QByteArray content() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReplaceFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("before"), 6);
}

QByteArray TestReplaceFile::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestReplaceFile::keepsTheMode()
{
    const QByteArray name = QFile::encodeName(path());
    for (const mode_t mode : {mode_t(0600), mode_t(0640), mode_t(0664)}) {
        QCOMPARE(::chmod(name.constData(), mode), 0);
        const QByteArray before = content();
        QVERIFY(replaceFile(path(), before, before + '+'));
        QCOMPARE(content(), before + '+');
        struct stat now = {};
        QCOMPARE(::stat(name.constData(), &now), 0);
        QCOMPARE(now.st_mode & 07777, mode);
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestReplaceFile::keepsTheOwner()
{
    constexpr uid_t somebody = 12345;
    const QByteArray name = QFile::encodeName(path());
    if (::chown(name.constData(), somebody, somebody) != 0)
        QSKIP("only root gives files away");
    QVERIFY(replaceFile(path(), "before", "after"));
    struct stat now = {};
    QCOMPARE(::stat(name.constData(), &now), 0);
    QCOMPARE(now.st_uid, somebody);
    QCOMPARE(now.st_gid, gid_t(somebody));
}

void TestReplaceFile::followsLinks()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("links")));
    const QString link = m_folder->filePath(QStringLiteral("links/b.yml"));
    QVERIFY(QFile::link(QStringLiteral("../a.yml"), link));
    QVERIFY(replaceFile(link, "before", "after"));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(content(), QByteArray("after"));
}

void TestReplaceFile::refusesWhatHasChanged()
{
    const auto result = replaceFile(path(), "befor", "after");
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InUse);
    QCOMPARE(content(), QByteArray("before"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestReplaceFile::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << QStringLiteral("missing.yml") << ErrorCode::NotFound;
    QTest::newRow("folder") << QStringLiteral(".") << ErrorCode::Io;
}

void TestReplaceFile::refusesWhatIsNoFile()
{
    QFETCH(QString, name);
    QFETCH(ErrorCode, code);
    const auto result = replaceFile(m_folder->filePath(name), "before", "after");
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
}

QTEST_GUILESS_MAIN(TestReplaceFile)
#include "tst_replacefile.moc"
