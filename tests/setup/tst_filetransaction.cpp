// SPDX-License-Identifier: GPL-3.0-or-later
// One file gets a recipe, all of it or nothing, and is given back exactly.
#include "filework.h"

#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <memory>
#include <sys/xattr.h>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::setup;
using namespace lanyard::setup::test;

class TestFileTransaction final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBackExactly_data();
    void givesBackExactly();
    void makesFoldersAndTakesThemAway();
    void leavesFoldersInUse();
    void keepsModeOwnerAndAttributes();
    void givesBackModeOwnerAndAttributes();
    void hidesAPassword_data();
    void hidesAPassword();
    void followsLinks_data();
    void followsLinks();
    void leavesHardLinks();
    void changesNothingThatIsThere();
    void refuses_data();
    void refuses();
    void leavesNothingUnlessCommitted();
    void losesNobodysChange();

private:
    QString path(const char *name = "daemon.json") const
    {
        return m_folder->filePath(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileTransaction::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestFileTransaction::givesBackExactly_data()
{
    QTest::addColumn<std::optional<QByteArray>>("before");
    QTest::newRow("no file") << std::optional<QByteArray>();
    QTest::newRow("a file") << std::optional<QByteArray>(settings);
    QTest::newRow("an empty file") << std::optional<QByteArray>(QByteArray(""));
    QTest::newRow("an empty object") << std::optional<QByteArray>("{}");
    QTest::newRow("Windows line ends") << std::optional<QByteArray>("{\r\n  \"debug\": true\r\n}");
}

void TestFileTransaction::givesBackExactly()
{
    QFETCH(std::optional<QByteArray>, before);
    if (before)
        QVERIFY(put(path(), *before));
    const auto tree = treeOf(m_folder->path());

    const auto record = applied(path());
    QVERIFY2(record, record ? "" : record.error().message.english().c_str());
    QCOMPARE(contentOf(path()), recipes::withRecipe(dockerRecipe(), before).value());
    QCOMPARE(record->sha256After, sha256Of(contentOf(path())));
    const QString copy = path() + QStringLiteral(".lanyard-") + stamp;
    QCOMPARE(QFile::exists(copy), before.has_value());
    QCOMPARE(contentOf(copy), before.value_or(QByteArray()));

    const auto note = undone(*record);
    QVERIFY2(note, note ? "" : note.error().message.english().c_str());
    QCOMPARE(*note, QString());
    QCOMPARE(treeOf(m_folder->path()), tree);
}

void TestFileTransaction::makesFoldersAndTakesThemAway()
{
    const auto record = applied(path("etc/docker/daemon.json"));
    QVERIFY(record);
    QCOMPARE(record->createdFolders, (QStringList{path("etc"), path("etc/docker")}));
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const bool isRoot = ::geteuid() == 0;
    QCOMPARE(modeOf(path("etc/docker")), isRoot ? mode_t(0755) : mode_t(0777 & ~mask));
    QCOMPARE(modeOf(path("etc/docker/daemon.json")), isRoot ? mode_t(0644) : mode_t(0666 & ~mask));
    QVERIFY(undone(*record));
    QCOMPARE(treeOf(m_folder->path()).size(), 0);
}

void TestFileTransaction::leavesFoldersInUse()
{
    const auto record = applied(path("etc/docker/daemon.json"));
    QVERIFY(record);
    QVERIFY(put(path("etc/key.json"), "of somebody"));
    QVERIFY(undone(*record));
    QCOMPARE(treeOf(m_folder->path()).keys(),
             (QStringList{QStringLiteral("/etc"), QStringLiteral("/etc/key.json")}));
}

void TestFileTransaction::keepsModeOwnerAndAttributes()
{
    constexpr uid_t somebody = 12345;
    const QByteArray name = QFile::encodeName(path());
    QVERIFY(put(path(), settings, 0640));
    const bool isRoot = ::geteuid() == 0;
    if (isRoot)
        QCOMPARE(::chown(name.constData(), somebody, somebody), 0);
    const bool hasAttributes = ::setxattr(name.constData(), "user.lanyard", "kept", 4, 0) == 0;
    QVERIFY(hasAttributes || errno == ENOTSUP);

    QVERIFY(applied(path()));
    struct stat status = {};
    QCOMPARE(::stat(name.constData(), &status), 0);
    QCOMPARE(status.st_mode & 07777, mode_t(0640));
    QCOMPARE(status.st_uid, isRoot ? somebody : ::geteuid());
    QByteArray value(4, '\0');
    if (hasAttributes)
        QCOMPARE(::getxattr(name.constData(), "user.lanyard", value.data(), 4), 4);
    QCOMPARE(value, hasAttributes ? QByteArray("kept") : QByteArray(4, '\0'));
}

void TestFileTransaction::givesBackModeOwnerAndAttributes()
{
    const QByteArray name = QFile::encodeName(path("hosts.toml"));
    QVERIFY(put(path("hosts.toml"), "server = \"https://quay.io\"\n", 0664));
    const auto record =
        applied(path("hosts.toml"),
                hostsRecipe(QStringLiteral("quay.io"), QStringLiteral("a secret of 10.0.0.9")));
    QVERIFY2(record, record ? "" : record.error().message.english().c_str());
    QCOMPARE(modeOf(path("hosts.toml")), mode_t(0600));
    QVERIFY(undone(*record));
    QCOMPARE(modeOf(path("hosts.toml")), mode_t(0664));
}

void TestFileTransaction::hidesAPassword_data()
{
    QTest::addColumn<QString>("password");
    QTest::newRow("a login") << QStringLiteral("what-nobody-says");
    QTest::newRow("no login") << QString();
}

void TestFileTransaction::hidesAPassword()
{
    QFETCH(QString, password);
    const auto record =
        applied(path("hosts.toml"), hostsRecipe(QStringLiteral("quay.io"), password));
    QVERIFY(record);
    QCOMPARE(modeOf(path("hosts.toml")) & 077, password.isEmpty() ? mode_t(044) : mode_t(0));
    QCOMPARE(record->recipe.cache.password, QString());
    QVERIFY(undone(*record));
    QVERIFY(!QFile::exists(path("hosts.toml")));
}

void TestFileTransaction::followsLinks_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::newRow("to a file") << true;
    QTest::newRow("to what is not there yet") << false;
}

void TestFileTransaction::followsLinks()
{
    QFETCH(bool, isThere);
    if (isThere)
        QVERIFY(put(path("dotfiles/docker.json"), settings));
    else
        QVERIFY(QDir().mkpath(path("dotfiles")));
    QVERIFY(QFile::link(QStringLiteral("dotfiles/docker.json"), path()));
    const auto tree = treeOf(m_folder->path());

    const auto record = applied(path());
    QVERIFY(record);
    QVERIFY(QFileInfo(path()).isSymLink());
    QCOMPARE(sha256Of(contentOf(path("dotfiles/docker.json"))), record->sha256After);
    QVERIFY(undone(*record));
    QCOMPARE(treeOf(m_folder->path()), tree);
    QVERIFY(QFileInfo(path()).isSymLink());
}

void TestFileTransaction::leavesHardLinks()
{
    QVERIFY(put(path("other"), settings));
    QCOMPARE(::link(qPrintable(path("other")), qPrintable(path())), 0);
    const auto record = applied(path());
    QVERIFY(record);
    QCOMPARE(contentOf(path("other")), settings);
    QVERIFY(undone(*record));
    QCOMPARE(contentOf(path()), settings);
}

void TestFileTransaction::changesNothingThatIsThere()
{
    QVERIFY(applied(path()));
    const auto tree = treeOf(m_folder->path());
    {
        const auto again = begun(path(), dockerRecipe());
        QVERIFY(again);
        QVERIFY(!again->isNeeded());
    }
    QCOMPARE(treeOf(m_folder->path()), tree);
}

void TestFileTransaction::refuses_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("seen");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("another than was seen") << settings << QByteArray("{}") << ErrorCode::InUse;
    QTest::newRow("strange") << QByteArray("{,}") << QByteArray("{,}") << ErrorCode::InvalidInput;
    const QByteArray large(2 * 1024 * 1024, ' ');
    QTest::newRow("too large") << large << large << ErrorCode::InvalidInput;
}

void TestFileTransaction::refuses()
{
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, seen);
    QFETCH(ErrorCode, code);
    QVERIFY(put(path(), now));
    const auto place = FilePlace::find(path());
    QVERIFY(place);
    const auto result = FileTransaction::begin(
        *place, {.recipe = dockerRecipe(), .path = path(), .sha256Before = sha256Of(seen)}, stamp);
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY(result.error().message.english().find(path().toStdString()) == 0);
    QCOMPARE(treeOf(m_folder->path()).size(), 1);
}

void TestFileTransaction::leavesNothingUnlessCommitted()
{
    const auto empty = treeOf(m_folder->path());
    {
        auto transaction = begun(path("a/b/daemon.json"), dockerRecipe());
        QVERIFY(transaction);
        QVERIFY(transaction->prepare());
        QVERIFY(QFile::exists(transaction->preparedPath()));
    }
    QCOMPARE(treeOf(m_folder->path()), empty);
    // A folder in which nothing can be made: read-only, or of root's a file in the place of it.
    QVERIFY(put(path("file"), "x"));
    auto transaction = begun(path("file/daemon.json"), dockerRecipe());
    QVERIFY(!transaction);
    QCOMPARE(transaction.error().code, ErrorCode::Io);
}

void TestFileTransaction::losesNobodysChange()
{
    QVERIFY(put(path(), settings));
    auto transaction = begun(path(), dockerRecipe());
    QVERIFY(transaction);
    QVERIFY(transaction->prepare());
    QVERIFY(put(path(), "{\"debug\": false}"));
    const auto committed = transaction->commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().code, ErrorCode::InUse);
    QVERIFY(!transaction->isInPlace());
    transaction = tl::unexpected(Error());
    QCOMPARE(contentOf(path()), QByteArray("{\"debug\": false}"));
    QCOMPARE(treeOf(m_folder->path()).size(), 1);
}

QTEST_GUILESS_MAIN(TestFileTransaction)
#include "tst_filetransaction.moc"
