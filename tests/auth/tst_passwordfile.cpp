// SPDX-License-Identifier: GPL-3.0-or-later
// An htpasswd file counts as it is now, however it was changed; one that is wrong or gone changes
// nothing, and is told once.
#include "auth/passwordfile.h"
#include "core/limits.h"

#include "hashes.h"
#include "support/putfile.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <sys/stat.h>

using namespace lanyard;
using namespace lanyard::auth;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

using Names = std::vector<std::string>;

constexpr const char *notThere = "it is not there; `lanyard user add NAME` makes it";

QByteArray line(const QByteArray &name, const char *hash = hashA)
{
    return name + ':' + hash + '\n';
}

} // namespace

class TestPasswordFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsAtTheBeginning();
    void refusesAtTheBeginning_data();
    void refusesAtTheBeginning();
    void beginsWithoutAFile();
    void takesWhatIsWritten_data();
    void takesWhatIsWritten();
    void keepsTheUsersWhileTheyAreTheSame();
    void keepsTheUsersOfBefore_data();
    void keepsTheUsersOfBefore();
    void aFileThatIsEmptiedHasNoUsers();
    void warnsOnceAState();
    void warnsOfItsMode_data();
    void warnsOfItsMode();
    void looksAgainAtWhatWasNew();

private:
    void write(const QByteArray &text) const { putFile(m_path, text); }

    void replace(const QByteArray &text) const { replaceFile(m_path, text); }

    void open(std::chrono::milliseconds interval = 5ms);
    QStringList warnings() const;

    Names names() const { return m_file->users()->users(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<PasswordFile> m_file;
    std::unique_ptr<QSignalSpy> m_warnings;
};

void TestPasswordFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("htpasswd"));
    write(line("alice"));
}

void TestPasswordFile::cleanup()
{
    m_warnings.reset();
    m_file.reset();
    m_folder.reset();
}

void TestPasswordFile::open(std::chrono::milliseconds interval)
{
    auto file = PasswordFile::open(m_path.toStdString(), interval);
    QVERIFY2(file, file ? "" : file.error().message.english().c_str());
    m_file = std::move(*file);
    m_warnings = std::make_unique<QSignalSpy>(m_file.get(), &PasswordFile::warningRaised);
}

QStringList TestPasswordFile::warnings() const
{
    QStringList texts;
    for (const QList<QVariant> &warning : *m_warnings)
        texts += QString::fromStdString(warning.front().value<Message>().english());
    return texts;
}

void TestPasswordFile::readsAtTheBeginning()
{
    write("# us\n" + line("bob", hashB) + line("alice"));
    open();
    QCOMPARE(names(), (Names{"bob", "alice"}));
    QCOMPARE(*m_file->users()->hashOf("bob"), std::string(hashB));
}

void TestPasswordFile::refusesAtTheBeginning_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("wrong") << line("alice") + "bob:secret\n"
                           << ErrorCode::InvalidInput
                           << QStringLiteral(
                                  "line 2: the password of 'bob' is not kept with bcrypt; "
                                  "set it again with `lanyard user add bob` or "
                                  "`htpasswd -B`");
    QTest::newRow("too long") << QByteArray(qsizetype{limits::htpasswdBytesMax} + 1, '#')
                              << ErrorCode::InvalidInput
                              << QStringLiteral("longer than 1048576 bytes; remove users who are "
                                                "not needed");
}

void TestPasswordFile::refusesAtTheBeginning()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    write(text);
    const auto file = PasswordFile::open(m_path.toStdString(), 5ms);
    QVERIFY(!file);
    QTEST(file.error().code, "code");
    QCOMPARE(QString::fromStdString(file.error().message.english()),
             m_path + QStringLiteral(": ") + message);
}

/// The first user is added while it runs.
void TestPasswordFile::beginsWithoutAFile()
{
    QVERIFY(QFile::remove(m_path));
    open(1h);
    QVERIFY(names().empty());
    QTRY_COMPARE(warnings(),
                 QStringList{m_path + QStringLiteral(": ") + QString::fromUtf8(notThere) +
                             QStringLiteral("; until then nobody can log in")});
    write(line("alice"));
    m_file->look();
    QCOMPARE(names(), Names{"alice"});
}

void TestPasswordFile::takesWhatIsWritten_data()
{
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("in its place") << false;
    QTest::newRow("another file") << true;
}

void TestPasswordFile::takesWhatIsWritten()
{
    QFETCH(bool, isReplaced);
    const auto change = [&](const QByteArray &text) {
        isReplaced ? replace(text) : write(text);
    };
    open();
    change(line("alice") + line("bob"));
    QTRY_COMPARE(names(), (Names{"alice", "bob"}));
    change(line("bob", hashB));
    QTRY_COMPARE(names(), Names{"bob"});
    // The same length.
    change(line("bob", hashA));
    QTRY_COMPARE(*m_file->users()->hashOf("bob"), std::string(hashA));
    QVERIFY(warnings().isEmpty());
}

void TestPasswordFile::keepsTheUsersWhileTheyAreTheSame()
{
    open();
    const auto before = m_file->users();
    replace("# a comment\n" + line("alice"));
    QCOMPARE(::chmod(qPrintable(m_path), static_cast<mode_t>(0644)), 0);
    QTRY_COMPARE(warnings().size(), 1); // so it was read
    QCOMPARE(m_file->users(), before);
}

void TestPasswordFile::keepsTheUsersOfBefore_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("warning");
    const QString kept = QStringLiteral("; until then the users of before count");
    const QString gone = QString::fromUtf8(notThere) + kept;
    QTest::newRow("broken") << QStringLiteral("broken")
                            << QStringLiteral(
                                   "line 2: not NAME:HASH; remove it, or put a '#' before it") +
                                   kept;
    QTest::newRow("gone") << QStringLiteral("gone") << gone;
    QTest::newRow("a folder") << QStringLiteral("folder")
                              << QStringLiteral("this is not a file; put it aside") + kept;
    QTest::newRow("a folder that is gone") << QStringLiteral("all gone") << gone;
}

void TestPasswordFile::keepsTheUsersOfBefore()
{
    QFETCH(QString, how);
    QFETCH(QString, warning);
    open();
    const auto before = m_file->users();
    if (how == QStringLiteral("broken"))
        replace(line("bob") + "garbage");
    else
        QVERIFY(QFile::remove(m_path));
    if (how == QStringLiteral("folder"))
        QVERIFY(QDir().mkdir(m_path));
    if (how == QStringLiteral("all gone"))
        QVERIFY(QDir(m_folder->path()).removeRecursively());
    QTRY_COMPARE(warnings(), QStringList{m_path + QStringLiteral(": ") + warning});
    QCOMPARE(m_file->users(), before);

    QDir().rmdir(m_path);
    QDir().mkpath(m_folder->path());
    replace(line("bob"));
    QTRY_COMPARE(names(), Names{"bob"});
    QCOMPARE(warnings().size(), 1);
}

void TestPasswordFile::aFileThatIsEmptiedHasNoUsers()
{
    open();
    write("");
    QTRY_VERIFY(m_file->users()->users().empty());
    QTRY_COMPARE(warnings(), QStringList{m_path + QStringLiteral(": it has no users, so nobody can "
                                                                 "log in; `lanyard user add NAME` "
                                                                 "adds one")});
}

void TestPasswordFile::warnsOnceAState()
{
    open();
    replace("garbage\n");
    QTRY_COMPARE(warnings().size(), 1);
    replace("other garbage\n");
    replace("\ngarbage\n");
    QTRY_COMPARE(warnings().size(), 2);
    QVERIFY(warnings()[1].contains(QStringLiteral("line 2")));
    replace(line("bob"));
    QTRY_COMPARE(names(), Names{"bob"});
    replace("\ngarbage\n");
    QTRY_COMPARE(warnings().size(), 3);
    QCOMPARE(warnings()[2], warnings()[1]);
}

void TestPasswordFile::warnsOfItsMode_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("warning");
    const QString writes = QStringLiteral("others may write it, and so log in as they like; run: "
                                          "chmod go-w ");
    const QString reads = QStringLiteral("everybody on this computer may read the hashes in it; "
                                         "run: chmod o-r ");
    QTest::newRow("600") << 0600 << QString();
    QTest::newRow("640") << 0640 << QString();
    QTest::newRow("400") << 0400 << QString();
    QTest::newRow("644") << 0644 << reads;
    QTest::newRow("660") << 0660 << writes;
    QTest::newRow("602") << 0602 << writes;
    QTest::newRow("666") << 0666 << writes;
}

void TestPasswordFile::warnsOfItsMode()
{
    QFETCH(int, mode);
    QFETCH(QString, warning);
    QCOMPARE(::chmod(qPrintable(m_path), static_cast<mode_t>(mode)), 0);
    open();
    QStringList expected;
    if (!warning.isEmpty())
        expected += m_path + QStringLiteral(": ") + warning + m_path;
    QTRY_COMPARE(warnings(), expected);
    // Right again, and then the same: another warning, which proves that there was no other before.
    replace(line("bob"));
    QTRY_COMPARE(names(), Names{"bob"});
    QCOMPARE(::chmod(qPrintable(m_path), static_cast<mode_t>(0644)), 0);
    QTRY_COMPARE(warnings().size(), expected.size() + 1);
}

/// Two writings within a tick of the file system's clock cannot be told apart: most of these, where
/// the kernel has no finer times for files that somebody looks at (Linux 6.13 has).
void TestPasswordFile::looksAgainAtWhatWasNew()
{
    open(0ms);
    for (int i = 0; i < 10; ++i) {
        write(line("bob", hashA));
        QCoreApplication::processEvents(); // one look
        write(line("bob", hashB));
        QTRY_COMPARE(*m_file->users()->hashOf("bob"), std::string(hashB));
    }
}

QTEST_GUILESS_MAIN(TestPasswordFile)
#include "tst_passwordfile.moc"
