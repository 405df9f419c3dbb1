// SPDX-License-Identifier: GPL-3.0-or-later
// Users are added, changed and removed in their file, which keeps what else is in it.
#include "auth/bcrypt.h"
#include "auth/htpasswd.h"
#include "auth/userdesk.h"

#include "hashes.h"
#include "support/putfile.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace lanyard;
using namespace lanyard::auth;
using namespace lanyard::test;

class TestUserDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesTheFile();
    void keepsWhatElseIsThere();
    void givesAnotherPassword();
    void refuses_data();
    void refuses();
    void tellsWhatIsWrong();
    void saysWhenAChangeDoesNotCount();
    void hasNoUsersWithoutAFile();

private:
    Result<UserResult> add(const std::string &name, const std::string &password);

    QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    int m_changes = 0;
    std::unique_ptr<UserDesk> m_desk;
};

void TestUserDesk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("users"));
    m_changes = 0;
    m_desk = std::make_unique<UserDesk>(LoginConfig{.file = m_path}, [this] { ++m_changes; });
}

Result<UserResult> TestUserDesk::add(const std::string &name, const std::string &password)
{
    std::optional<Result<UserResult>> result;
    m_desk->add({.name = name, .password = password},
                [&result](const auto &answer) { result = answer; });
    if (result || !QTest::qWaitFor([&result] { return result.has_value(); }, patienceMs))
        qFatal("the answer does not come later, or not at all");
    return *result;
}

void TestUserDesk::makesTheFile()
{
    QVERIFY(m_desk->list()->users.isEmpty());
    const auto added = add("alice", "open sesame");
    QVERIFY2(added, added ? "" : added.error().message.english().c_str());
    QVERIFY(added->isNew);
    QCOMPARE(m_changes, 1);
    QCOMPARE(QFileInfo(m_path).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    const auto users = Htpasswd::parse(content().toStdString());
    QVERIFY(users);
    const std::string *hash = users->hashOf("alice");
    QVERIFY(hash && hash->starts_with("$2y$10$"));
    QVERIFY(matches("open sesame", *hash));
    QVERIFY(!matches("open", *hash));
    QVERIFY(!content().contains("sesame"));
    QCOMPARE(m_desk->list()->users, QStringList{QStringLiteral("alice")});
    QCOMPARE(m_desk->list()->file, m_path);
}

void TestUserDesk::keepsWhatElseIsThere()
{
    const QByteArray before = QByteArray("# the team\r\nbob:") + hashA + "\r\n\r\n";
    putFile(m_path, before);
    QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    QVERIFY(add("alice", "x"));
    QVERIFY2(content().startsWith(before + "alice:$2y$"), content().constData());
    QVERIFY(QFileInfo(m_path).permission(QFile::ReadGroup));
    QVERIFY(m_desk->remove("alice"));
    QCOMPARE(content(), before);
    QCOMPARE(m_changes, 2);
    const Result<void> again = m_desk->remove("alice");
    QVERIFY(!again);
    QVERIFY(again.error().code == ErrorCode::NotFound);
    QVERIFY2(again.error().message.english().find("has no user 'alice'") != std::string::npos,
             again.error().message.english().c_str());
}

void TestUserDesk::givesAnotherPassword()
{
    putFile(m_path, QByteArray("bob:") + hashA + "\n");
    const auto changed = add("bob", "other");
    QVERIFY(changed);
    QVERIFY(!changed->isNew);
    const auto users = Htpasswd::parse(content().toStdString());
    QCOMPARE(users->users().size(), 1U);
    QVERIFY(matches("other", *users->hashOf("bob")));
    QVERIFY(!matches(passwordA, *users->hashOf("bob")));
}

void TestUserDesk::refuses_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("no name") << QByteArray() << QByteArray("x");
    QTest::newRow("a colon") << QByteArray("a:b") << QByteArray("x");
    QTest::newRow("a line end") << QByteArray("a\nb") << QByteArray("x");
    QTest::newRow("a comment") << QByteArray("#a") << QByteArray("x");
    QTest::newRow("no password") << QByteArray("a") << QByteArray();
    QTest::newRow("too long") << QByteArray("a") << QByteArray(73, 'x');
}

void TestUserDesk::refuses()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, password);
    const auto refused = add(name.toStdString(), password.toStdString());
    QVERIFY(!refused);
    QVERIFY(refused.error().code == ErrorCode::InvalidInput);
    QVERIFY(!QFileInfo::exists(m_path));
    QCOMPARE(m_changes, 0);
}

void TestUserDesk::tellsWhatIsWrong()
{
    putFile(m_path, "bob:plain\n");
    const auto list = m_desk->list();
    QVERIFY(!list);
    QVERIFY2(list.error().message.english().starts_with(m_path.toStdString() + ": line 1: "),
             list.error().message.english().c_str());
    // To give him a password is what mends it.
    QVERIFY(add("bob", "x"));
    QVERIFY(m_desk->list());
    m_desk = std::make_unique<UserDesk>(
        LoginConfig{.file = m_folder->filePath(QStringLiteral("none/users"))}, [] {});
    const auto added = add("alice", "x");
    QVERIFY(!added);
    QVERIFY2(added.error().message.english().find("none/users: cannot be made: ") !=
                 std::string::npos,
             added.error().message.english().c_str());
}

/// Who reads the file goes on with the users of before.
void TestUserDesk::saysWhenAChangeDoesNotCount()
{
    putFile(m_path, QByteArray("alice:") + hashA + "\nbob:" + hashB + "\ncarol:$apr1$x$y\n");
    const Result<void> removed = m_desk->remove("bob");
    QVERIFY(!removed);
    QVERIFY(removed.error().code == ErrorCode::InvalidInput);
    QVERIFY2(removed.error().message.english().find("line 2: ") != std::string::npos &&
                 removed.error().message.english().find("counts when that is mended") !=
                     std::string::npos,
             removed.error().message.english().c_str());
    QVERIFY(!content().contains("bob"));
    QVERIFY(!add("dave", "x"));
    QVERIFY(add("carol", "x"));
    QCOMPARE(m_desk->list()->users.size(), 3);
}

void TestUserDesk::hasNoUsersWithoutAFile()
{
    m_desk = std::make_unique<UserDesk>(std::nullopt, [] {});
    for (const Error &error :
         {m_desk->list().error(), add("a", "b").error(), m_desk->remove("a").error()}) {
        QVERIFY(error.code == ErrorCode::InvalidInput);
        QVERIFY2(error.message.english().find("access.htpasswd.path") != std::string::npos,
                 error.message.english().c_str());
    }
}

QTEST_GUILESS_MAIN(TestUserDesk)
#include "tst_userdesk.moc"
