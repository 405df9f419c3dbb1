// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what `lanyard setup` and `lanyard snippet` print and exit with, as far as nothing changes;
// what changes with real clients is proved end to end.
#include "cli/lanyardprogram.h"
#include "setup/setupfixture.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace lanyard::test;

class TestSetUpCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void listsTheClients();
    void showsWhatWouldBeDone();
    void findsTheCacheOfThisComputer();
    void hasNothingToTakeBack_data();
    void hasNothingToTakeBack();
    void setUpFails_data();
    void setUpFails();
    void printsSnippets_data();
    void printsSnippets();
    void printsSnippetsAsJson();
    void keepsThePasswordOut();
    void snippetFails_data();
    void snippetFails();

private:
    Outcome run(const QStringList &words, const QByteArray &input = {}) const
    {
        // Its own programs first; those of the computer are not asked to do anything.
        return runLanyard(words,
                          {{QStringLiteral("PATH"), path("bin")},
                           {QStringLiteral("HOME"), path("home")},
                           {QStringLiteral("XDG_STATE_HOME"), path("state")},
                           {QStringLiteral("XDG_CONFIG_HOME"), path("home/.config")}},
                          input);
    }

    QString path(const char *inside) const
    {
        return m_folder.filePath(QString::fromLatin1(inside));
    }

    QString address() const { return QString::fromLatin1(m_server->address()); }

    QTemporaryDir m_folder;
    std::unique_ptr<ServingLanyard> m_server;
};

void TestSetUpCommands::initTestCase()
{
    using lanyard::setup::test::put;
    QVERIFY(put(path("bin/earthly"), "#!/bin/sh\necho earthly version v0.8.16\n", 0755));
    QVERIFY(put(path("home/.earthly/config.yml"), "# mine\n"));
    m_server = std::make_unique<ServingLanyard>(path("data"));
}

void TestSetUpCommands::cleanupTestCase()
{
    m_server.reset();
}

void TestSetUpCommands::listsTheClients()
{
    const Outcome list = run({QStringLiteral("setup"), QStringLiteral("earthly"),
                              QStringLiteral("--list"), QStringLiteral("--cache"), address()});
    QCOMPARE(list.status, 0);
    QVERIFY(list.out.startsWith("CLIENT"));
    QVERIFY(list.out.contains("earthly  0.8.16"));

    const Outcome json = run({QStringLiteral("setup"), QStringLiteral("--list"),
                              QStringLiteral("--json"), QStringLiteral("--cache"), address()});
    QCOMPARE(json.status, 0);
    QCOMPARE(json.json().value(QStringLiteral("cache")).toString(), address());
    QCOMPARE(json.json().value(QStringLiteral("applied")).toArray().size(), 0);
    QStringList clients;
    for (const auto &client : json.json().value(QStringLiteral("clients")).toArray())
        clients.append(client[QStringLiteral("client")].toString());
    QVERIFY(clients.contains(QStringLiteral("earthly")));
}

void TestSetUpCommands::showsWhatWouldBeDone()
{
    const auto before = lanyard::setup::test::treeOf(path("home"));
    const Outcome plan = run({QStringLiteral("setup"), QStringLiteral("earthly"),
                              QStringLiteral("--dry-run"), QStringLiteral("--cache"), address(),
                              QStringLiteral("--registry"), QStringLiteral("docker.io")});
    // A builder in a container does not reach this computer's loopback.
    QCOMPARE(plan.status, 1);
    QVERIFY(plan.out.contains("  ! "));
    QVERIFY2(plan.out.contains("+global:"), plan.out);
    QCOMPARE(lanyard::setup::test::treeOf(path("home")), before);
}

void TestSetUpCommands::findsTheCacheOfThisComputer()
{
    const Outcome own = run({QStringLiteral("setup"), QStringLiteral("--list"),
                             QStringLiteral("--json"), QStringLiteral("--data"), path("data")});
    QCOMPARE(own.status, 0);
    QCOMPARE(own.json().value(QStringLiteral("cache")).toString(), address());
    const Outcome none = run({QStringLiteral("setup"), QStringLiteral("--list"),
                              QStringLiteral("--data"), path("nobody")});
    QCOMPARE(none.status, 1);
    QVERIFY(none.err.contains("no cache runs on this computer"));
}

void TestSetUpCommands::hasNothingToTakeBack_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("undo") << QStringLiteral("--undo") << QByteArray("there is nothing to undo\n");
    QTest::newRow("pause") << QStringLiteral("--pause")
                           << QByteArray("there is nothing to change\n");
    QTest::newRow("resume") << QStringLiteral("--resume")
                            << QByteArray("there is nothing to change\n");
}

void TestSetUpCommands::hasNothingToTakeBack()
{
    QFETCH(QString, word);
    const Outcome outcome = run({QStringLiteral("setup"), word});
    QCOMPARE(outcome.status, 0);
    QTEST(outcome.out, "said");
}

void TestSetUpCommands::setUpFails_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("isWithCache");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *words, bool isWithCache, int status, const char *said) {
        QTest::newRow(words) << QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts)
                             << isWithCache << status << QByteArray(said);
    };
    row("--undo --pause", false, 2, "only one of");
    row("docker --pause", false, 2, "--pause and --resume are for all clients");
    row("--yes --json --cache 127.0.0.1:1", false, 1, "127.0.0.1:1");
    row("--json", true, 2, "nobody is there to agree");
    row("--nonsense", false, 2, "nonsense");
    row("", true, 2, "nobody is there to agree");
    row("--list --cache ftp://a", false, 2, "'ftp://a' is no address of a cache");
    row("--list --cache http://127.0.0.1:1 --ca /dev/null", false, 2, "https://");
    row("--list --cache https://127.0.0.1:1 --ca /nowhere", false, 2, "/nowhere: ");
    row("--list --cache 127.0.0.1:1", false, 1, "127.0.0.1:1");
    row("--list --registry example.com", true, 2, "does not mirror example.com");
    row("nonsense --list", true, 1, "nonsense was not found on this computer; there is ");
    row("earthly --undo", false, 1, "nothing was done for earthly");
}

void TestSetUpCommands::setUpFails()
{
    QFETCH(QStringList, words);
    QFETCH(bool, isWithCache);
    QFETCH(QByteArray, said);
    words.prepend(QStringLiteral("setup"));
    if (isWithCache)
        words << QStringLiteral("--cache") << address();
    const Outcome outcome = run(words);
    QVERIFY2(outcome.err.contains(said), outcome.err);
    QTEST(outcome.status, "status");
}

void TestSetUpCommands::printsSnippets_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *client, const char *said) {
        QTest::newRow(client) << QString::fromLatin1(client) << QByteArray(said);
    };
    row("docker", "\"http://192.168.0.80:5000\"");
    row("buildkit", "[registry.\"192.168.0.80:5000\"]");
    row("earthly", "buildkit_additional_config");
    row("containerd", "[host.\"http://192.168.0.80:5000");
    row("podman", "[[registry.mirror]]");
    row("k3s", "mirrors:");
}

void TestSetUpCommands::printsSnippets()
{
    QFETCH(QString, client);
    QFETCH(QByteArray, said);
    const Outcome outcome = run({QStringLiteral("snippet"), client, QStringLiteral("--cache"),
                                 QStringLiteral("192.168.0.80:5000")});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.startsWith("# "));
    QVERIFY2(outcome.out.contains(said), outcome.out);
}

void TestSetUpCommands::printsSnippetsAsJson()
{
    const Outcome outcome =
        run({QStringLiteral("snippet"), QStringLiteral("docker"), QStringLiteral("--cache"),
             QStringLiteral("192.168.0.80:5000"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 0);
    const QJsonArray snippets = outcome.json().value(QStringLiteral("snippets")).toArray();
    QStringList files;
    for (const auto &snippet : snippets)
        files.append(snippet[QStringLiteral("file")].toString());
    QVERIFY(files.contains(QStringLiteral("/etc/docker/daemon.json")));
}

void TestSetUpCommands::keepsThePasswordOut()
{
    const Outcome outcome =
        run({QStringLiteral("snippet"), QStringLiteral("buildkit"), QStringLiteral("--cache"),
             QStringLiteral("https://cache.lan:5443"), QStringLiteral("--username"),
             QStringLiteral("someone")},
            "a secret\n");
    QCOMPARE(outcome.status, 0);
    QVERIFY(!outcome.out.contains("a secret"));
}

void TestSetUpCommands::snippetFails_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *words, const char *said) {
        QTest::newRow(words) << QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts)
                             << QByteArray(said);
    };
    row("", "expected one CLIENT");
    row("docker podman --cache a:5000", "expected one CLIENT");
    row("nonsense --cache a:5000", "expected one CLIENT");
    row("docker", "expected --cache ADDRESS");
    row("docker --cache a:5000 --system beos", "--system is linux, macos or windows");
    row("docker --cache ftp://a", "is no address of a cache");
}

void TestSetUpCommands::snippetFails()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, said);
    const Outcome outcome = run(QStringList{QStringLiteral("snippet")} + words);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(said), outcome.err);
    QVERIFY(outcome.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestSetUpCommands)
#include "tst_setupcommands.moc"
