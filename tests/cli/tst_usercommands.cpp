// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what `lanyard user` prints, changes and exits with, beside a server that uses the folder
// and without one, and that what it changes counts at once.
#include "cli/lanyardprogram.h"
#include "support/rawhttpclient.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace lanyard;
using namespace lanyard::test;

class TestUserCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void addsAndRemoves_data() { addServedRows(); }

    void addsAndRemoves();
    void countsAtOnce();
    void saysHowToNameAFile();
    void doesNotStartWithWrongUsers();
    void wrongUsage_data();
    void wrongUsage();

private:
    Outcome run(const QStringList &arguments, const QByteArray &input = {}) const;
    int statusOf(const QByteArray &login) const;
    void write(const char *name, const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_config;
    std::unique_ptr<ServingLanyard> m_server;
};

void TestUserCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_config = m_folder->filePath(QStringLiteral("lanyard.yml"));
    write("lanyard.yml", "version: 1\nlisten: [{address: \"127.0.0.1:0\"}]\nstorage: {directory: " +
                             m_folder->path().toUtf8() + "}\naccess: {htpasswd: {path: " +
                             m_folder->path().toUtf8() + "/users}}\n");
    if (isServedRow())
        m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
}

void TestUserCommands::cleanup()
{
    m_server.reset();
    m_folder.reset();
}

void TestUserCommands::write(const char *name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(QLatin1String(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

Outcome TestUserCommands::run(const QStringList &arguments, const QByteArray &input) const
{
    return runLanyard(QStringList{QStringLiteral("user")} + arguments +
                          QStringList{QStringLiteral("--config"), m_config},
                      {}, input);
}

int TestUserCommands::statusOf(const QByteArray &login) const
{
    RawHttpClient client(
        static_cast<std::uint16_t>(QUrl(QString::fromLatin1(m_server->address())).port()));
    const std::string field =
        login.isEmpty() ? std::string()
                        : "Authorization: Basic " + login.toBase64().toStdString() + "\r\n";
    return client.send("GET /v2/ HTTP/1.1\r\nHost: x\r\n" + field + "\r\n")
               ? client.readAnswer().status
               : 0;
}

void TestUserCommands::addsAndRemoves()
{
    const QStringList add{QStringLiteral("add"), QStringLiteral("alice")};
    const Outcome added = run(add, "open sesame\n");
    QCOMPARE(added.err, QByteArray());
    QCOMPARE(added.status, 0);
    QCOMPARE(added.out, QByteArray("alice may pull now\n"));
    QCOMPARE(run(add, "other").out, QByteArray("alice has another password now\n"));
    const Outcome json = run({QStringLiteral("list"), QStringLiteral("--json")});
    QCOMPARE(json.json().value(QLatin1String("users")).toArray(),
             QJsonArray{QStringLiteral("alice")});
    QCOMPARE(run({QStringLiteral("list")}).out, QByteArray("alice\n"));
    const QStringList remove{QStringLiteral("remove"), QStringLiteral("alice")};
    QCOMPARE(run(remove).out, QByteArray("alice may pull no more\n"));
    const Outcome again = run(remove);
    QCOMPARE(again.status, 1);
    QVERIFY2(again.err.contains("has no user 'alice'"), again.err.constData());
}

void TestUserCommands::countsAtOnce()
{
    m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
    QCOMPARE(statusOf({}), 401);
    QCOMPARE(statusOf("alice:secret"), 401);
    QCOMPARE(run({QStringLiteral("add"), QStringLiteral("alice")}, "secret").status, 0);
    QCOMPARE(statusOf("alice:secret"), 200);
    QCOMPARE(statusOf({}), 401);
    QCOMPARE(run({QStringLiteral("remove"), QStringLiteral("alice")}).status, 0);
    QCOMPARE(statusOf("alice:secret"), 401);
    QCOMPARE(m_server->stop(), 0);
}

void TestUserCommands::saysHowToNameAFile()
{
    const Outcome outcome = runLanyard({QStringLiteral("user"), QStringLiteral("list"),
                                        QStringLiteral("--data"), m_folder->path()});
    QVERIFY(outcome.status != 0);
    QVERIFY2(outcome.err.contains("access.htpasswd.path"), outcome.err.constData());
}

/// A server that lets nobody in, or everybody, would be found out late.
void TestUserCommands::doesNotStartWithWrongUsers()
{
    write("users", "alice:plain\n");
    const Outcome outcome =
        runLanyard({QStringLiteral("serve"), QStringLiteral("--config"), m_config});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("/users: line 1: ") && !outcome.err.contains("plain"),
             outcome.err.constData());
    // What it says to do helps.
    QCOMPARE(run({QStringLiteral("add"), QStringLiteral("alice")}, "other").status, 0);
    m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
    QCOMPARE(statusOf("alice:other"), 200);
}

void TestUserCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("another action") << QStringList{QStringLiteral("rename"), QStringLiteral("a")};
    QTest::newRow("no name") << QStringList{QStringLiteral("add")};
    QTest::newRow("two names") << QStringList{QStringLiteral("remove"), QStringLiteral("a"),
                                              QStringLiteral("b")};
    QTest::newRow("a list of one") << QStringList{QStringLiteral("list"), QStringLiteral("a")};
    QTest::newRow("no password") << QStringList{QStringLiteral("add"), QStringLiteral("a")};
    QTest::newRow("no user name") << QStringList{QStringLiteral("add"), QStringLiteral("a:b")};
}

void TestUserCommands::wrongUsage()
{
    QFETCH(const QStringList, words);
    const Outcome outcome =
        run(words, words.contains(QStringLiteral("a:b")) ? QByteArray("x") : QByteArray());
    QCOMPARE(outcome.status, 2);
    QVERIFY(!outcome.err.isEmpty());
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("users"))));
}

QTEST_GUILESS_MAIN(TestUserCommands)
#include "tst_usercommands.moc"
