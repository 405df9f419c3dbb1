// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what is set is there afterwards, for nobody else to read; that a file that is not as
// it should be is refused with what to do, and never written to; and that no error has a secret.
#include "core/limits.h"
#include "credentials/credentialfile.h"
#include "credentials/privatetext.h"

#include <QTemporaryDir>
#include <QTest>

#include <ostream>
#include <sys/stat.h>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::credentials;

namespace {

const QByteArray secret = "hunter2-never-said";

template <typename Stream, typename Value>
concept TakenBy = requires(Stream &stream, const Value &value)
{
    stream << value;
};

// Nobody logs one by accident.
static_assert(TakenBy<std::ostream, std::string> && TakenBy<QDebug, QString>);
static_assert(!TakenBy<std::ostream, Secret> && !TakenBy<QDebug, Secret>);
static_assert(!TakenBy<std::ostream, Credential> && !TakenBy<QDebug, Credential>);

CredentialScope scopeOf(const char *text)
{
    return *CredentialScope::parse(text);
}

Credential password(const char *user, const QByteArray &text = secret)
{
    return {.username = user, .password = Secret(text.toStdString())};
}

Credential token(const char *user)
{
    return {.username = user, .password = Secret(secret.toStdString()), .isIdentityToken = true};
}

} // namespace

class TestCredentialFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keeps_data();
    void keeps();
    void beginsWithoutFile();
    void isForNobodyElse();
    void replacesAndRemoves();
    void refusesOpenFile_data();
    void refusesOpenFile();
    void refusesForeignFile();
    void refusesLink();
    void refusesDamagedFile_data();
    void refusesDamagedFile();
    void refusesUselessCredential_data();
    void refusesUselessCredential();
    void refusesTooMany();
    void refusesTooLong();
    void becomesNotTooLong();
    void leavesOldFileWhenItCannotWrite();
    void seesWhatOthersWrote();
    void replacesWhatWasLeft();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<CredentialFile> m_file;
};

void TestCredentialFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("credentials.json"));
    m_file = std::make_unique<CredentialFile>(m_path.toStdString());
}

void TestCredentialFile::keeps_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("password") << 0;
    QTest::newRow("token") << 1;
    QTest::newRow("token and user") << 2;
    QTest::newRow("helper") << 3;
    QTest::newRow("JSON document") << 4;
    QTest::newRow("quotes and other letters") << 5;
}

void TestCredentialFile::keeps()
{
    const KeptCredential all[] = {password("me"),
                                  token(""),
                                  token("me"),
                                  HelperBinding{"ecr-login"},
                                  password("_json_key", "{\n \"key\": \"a\\nb\"}\n"),
                                  password("j\xc3\xbcrgen", "\"\\/\xe2\x82\xac\t")};
    QFETCH(int, row);
    QVERIFY(m_file->set(scopeOf("quay.io/org"), all[row]));
    CredentialFile again(m_path.toStdString());
    const auto got = again.get(scopeOf("quay.io/org"));
    QVERIFY(got && *got);
    QVERIFY(**got == all[row]);
    QCOMPARE(again.entries()->size(), std::size_t{1});
    QVERIFY(!*again.get(scopeOf("quay.io")));
}

void TestCredentialFile::beginsWithoutFile()
{
    const auto entries = m_file->entries();
    QVERIFY(entries && entries->empty());
    const auto removed = m_file->remove(scopeOf("quay.io"));
    QVERIFY(removed && !*removed);
    QVERIFY(!QFile::exists(m_path));
}

void TestCredentialFile::isForNobodyElse()
{
    const mode_t before = umask(0);
    const auto done = m_file->set(scopeOf("quay.io"), password("me"));
    umask(0777);
    const auto again = m_file->set(scopeOf("ghcr.io"), password("me"));
    umask(before);
    QVERIFY(done && again);
    QCOMPARE(test::modeOf(m_path), mode_t{0600});
    QCOMPARE(test::filesWith(secret, m_folder->path()),
             QStringList{QStringLiteral("credentials.json")});
}

void TestCredentialFile::replacesAndRemoves()
{
    QVERIFY(m_file->set(scopeOf("quay.io"), password("old")));
    QVERIFY(m_file->set(scopeOf("ghcr.io"), password("other")));
    QVERIFY(m_file->set(scopeOf("quay.io"), password("new")));
    QVERIFY(**m_file->get(scopeOf("quay.io")) == KeptCredential(password("new")));
    QVERIFY(*m_file->remove(scopeOf("quay.io")));
    QVERIFY(!*m_file->get(scopeOf("quay.io")));
    QVERIFY(*m_file->get(scopeOf("ghcr.io")));
}

void TestCredentialFile::refusesOpenFile_data()
{
    QTest::addColumn<uint>("mode");
    QTest::newRow("group reads") << 0640u;
    QTest::newRow("all read") << 0644u;
    QTest::newRow("all write") << 0602u;
    QTest::newRow("group executes") << 0610u;
}

void TestCredentialFile::refusesOpenFile()
{
    QFETCH(uint, mode);
    QVERIFY(m_file->set(scopeOf("quay.io"), password("me")));
    const QByteArray before = test::textOf(m_path);
    QCOMPARE(chmod(m_path.toLocal8Bit().constData(), mode), 0);
    const auto refused = m_file->set(scopeOf("ghcr.io"), password("me"));
    QVERIFY(!refused && !m_file->get(scopeOf("quay.io")));
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    const QString message = QString::fromStdString(refused.error().message.english());
    QVERIFY2(message.endsWith(QStringLiteral("run: chmod 600 ") + m_path), qPrintable(message));
    QCOMPARE(test::textOf(m_path), before);
    QCOMPARE(chmod(m_path.toLocal8Bit().constData(), 0600), 0);
    QVERIFY(m_file->set(scopeOf("ghcr.io"), password("me")));
}

void TestCredentialFile::refusesForeignFile()
{
    if (geteuid() != 0)
        QSKIP("only root gives files away");
    QVERIFY(m_file->set(scopeOf("quay.io"), password("me")));
    QCOMPARE(chown(m_path.toLocal8Bit().constData(), 12345, 12345), 0);
    const auto refused = m_file->entries();
    QVERIFY(!refused);
    QVERIFY(refused.error().message.english().find("another user; run: chown 0 ") !=
            std::string::npos);
}

void TestCredentialFile::refusesLink()
{
    const QString target = m_folder->filePath(QStringLiteral("elsewhere"));
    QVERIFY(test::writeFile(target, "{}"));
    QVERIFY(QFile::link(target, m_path));
    const auto refused = m_file->set(scopeOf("quay.io"), password("me"));
    QVERIFY(!refused);
    QVERIFY(refused.error().message.english().find("symbolic link") != std::string::npos);
    QCOMPARE(test::textOf(target), QByteArray("{}"));
    QVERIFY(QFile::remove(m_path) && QDir().mkdir(m_path));
    QVERIFY(!m_file->entries());
}

void TestCredentialFile::refusesDamagedFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char *name, const QByteArray &text, const char *where) {
        QTest::newRow(name) << text << QByteArray(where);
    };
    const auto entry = [&row](const char *name, const QByteArray &json, const char *where) {
        row(name, "{\"version\": 1, \"credentials\": {" + json + "}}", where);
    };
    row("empty", "", ": line 1, column 1: ");
    row("cut", "{\"version\": 1,\n \"credentials\": {\"quay.io\": {\"password\": \"" + secret,
        ": line 2, column ");
    row("list", "[]", "expected a JSON object");
    row("no version", "{\"credentials\": {}}", "expected \"version\": 1");
    row("later version", "{\"version\": 2, \"credentials\": {}}", "expected \"version\": 1");
    row("more", "{\"version\": 1, \"credentials\": {}, \"a\": 1}", "and no more");
    row("no object", "{\"version\": 1, \"credentials\": []}", "expected an object");
    entry("no scope", "\"me:" + secret + "@quay.io\": {}", ": credential 1: expected the name");
    entry("text", "\"quay.io\": \"" + secret + '"', ": quay.io: expected username and password");
    entry("number", R"("quay.io": {"username": "me", "password": 1})", ": quay.io: expected user");
    entry("nothing", R"("quay.io": {})", ": quay.io: expected username");
    entry("password and token",
          "\"quay.io\": {\"username\": \"me\", \"password\": \"" + secret +
              "\", \"identityToken\": \"" + secret + "\"}",
          ": quay.io: expected username");
    entry("colon", "\"quay.io\": {\"username\": \"a:b\", \"password\": \"" + secret + "\"}",
          ": quay.io: the user name has a colon");
    entry("path as helper", R"("quay.io": {"helper": "../../bin/sh"})", ": quay.io: the name of");
    entry("twice", R"("docker.io": {"helper": "a"}, "index.docker.io": {"helper": "b"})",
          ": docker.io: is there twice");
}

void TestCredentialFile::refusesDamagedFile()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, where);
    QVERIFY(test::writeFile(m_path, text));
    const auto read = m_file->entries();
    const auto set = m_file->set(scopeOf("quay.io"), password("me"));
    const auto removed = m_file->remove(scopeOf("quay.io"));
    QVERIFY(!read && !set && !removed);
    QCOMPARE(set.error().code, ErrorCode::Corrupt);
    QCOMPARE(set.error().message.english(), read.error().message.english());
    const QByteArray message = QByteArray::fromStdString(read.error().message.english());
    QVERIFY2(message.startsWith(m_path.toUtf8() + ": "), message.constData());
    QVERIFY2(message.contains(where), message.constData());
    QVERIFY2(!message.contains(secret), message.constData());
    QCOMPARE(test::textOf(m_path), text);
}

void TestCredentialFile::refusesUselessCredential_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("text");
    const QByteArray longest(static_cast<qsizetype>(limits::secretBytesMax), 'a');
    QTest::newRow("no user") << QByteArray() << secret;
    QTest::newRow("colon") << QByteArray("a:b") << secret;
    QTest::newRow("line break") << QByteArray("a\nb") << secret;
    QTest::newRow("no password") << QByteArray("me") << QByteArray();
    QTest::newRow("NUL") << QByteArray("me") << QByteArray(secret + QByteArray(1, '\0'));
    QTest::newRow("Latin-1") << QByteArray("me") << QByteArray(secret + '\xfc');
    QTest::newRow("long password") << QByteArray("me") << QByteArray(longest + 'a');
    QTest::newRow("long user") << QByteArray(longest + 'a') << secret;
}

void TestCredentialFile::refusesUselessCredential()
{
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, text);
    const auto refused = m_file->set(scopeOf("quay.io"), password(user.constData(), text));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(refused.error().message.english().find(secret.toStdString()) == std::string::npos);
    QVERIFY(!QFile::exists(m_path));
}

void TestCredentialFile::refusesTooMany()
{
    CredentialMap full;
    for (std::size_t i = 0; i < limits::credentialsMax; ++i)
        full.emplace(scopeOf(("host" + std::to_string(i)).c_str()), HelperBinding{"pass"});
    QVERIFY(test::writeFile(m_path, CredentialFile::toText(full)));
    QCOMPARE(m_file->entries()->size(), limits::credentialsMax);
    QVERIFY(!m_file->set(scopeOf("one.more"), password("me")));
    QVERIFY(m_file->set(scopeOf("host1"), password("me")));
    full.emplace(scopeOf("one.more"), HelperBinding{"pass"});
    QVERIFY(!CredentialFile::parse(CredentialFile::toText(full), "f"));
}

void TestCredentialFile::refusesTooLong()
{
    const QByteArray text(limits::credentialFileBytesMax + 1, ' ');
    QVERIFY(test::writeFile(m_path, text));
    const auto refused = m_file->entries();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Corrupt);
}

void TestCredentialFile::becomesNotTooLong()
{
    const QByteArray longest(static_cast<qsizetype>(limits::secretBytesMax), 'a');
    int count = 0;
    Result<void> done;
    while (done && count < 100)
        done = m_file->set(scopeOf(("host" + std::to_string(++count)).c_str()),
                           password("me", longest));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_file->entries()->size(), static_cast<std::size_t>(count - 1));
}

void TestCredentialFile::leavesOldFileWhenItCannotWrite()
{
    QVERIFY(m_file->set(scopeOf("quay.io"), password("me")));
    // A folder in the place of the temporary file stops root, too.
    QVERIFY(QDir().mkdir(m_path + QStringLiteral(".new")));
    const auto refused = m_file->set(scopeOf("ghcr.io"), password("me"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Io);
    QVERIFY(*m_file->get(scopeOf("quay.io")));
    QVERIFY(!*m_file->get(scopeOf("ghcr.io")));
}

void TestCredentialFile::seesWhatOthersWrote()
{
    QVERIFY(m_file->entries()->empty());
    CredentialFile other(m_path.toStdString());
    QVERIFY(other.set(scopeOf("quay.io"), password("me")));
    QCOMPARE(m_file->entries()->size(), std::size_t{1});
    QVERIFY(QFile::remove(m_path));
    QVERIFY(m_file->entries()->empty());
}

void TestCredentialFile::replacesWhatWasLeft()
{
    QVERIFY(test::writeFile(m_path + QStringLiteral(".new"), secret, 0644));
    QVERIFY(m_file->set(scopeOf("quay.io"), password("me")));
    QCOMPARE(test::modeOf(m_path), mode_t{0600});
    QVERIFY(!QFile::exists(m_path + QStringLiteral(".new")));
}

QTEST_APPLESS_MAIN(TestCredentialFile)
#include "tst_credentialfile.moc"
