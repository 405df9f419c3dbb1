// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what `lanyard login`, `logout` and `credentials` keep, print and exit with, beside a
// server that uses the folder and without one; and that no secret is found anywhere else.
#include "cli/lanyardprogram.h"
#include "support/rawhttpclient.h"
#include "support/scriptedregistry.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace lanyard;
using namespace lanyard::test;

class TestCredentialCommands final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void logsInAndOut_data() { addServedRows(); }

    void logsInAndOut();
    void aPullUsesIt();
    void pathsGoFirst();

    void tellsAWrongPassword_data() { addServedRows(); }

    void tellsAWrongPassword();
    void believesNoMirror();
    void tellsWhoCannotBeAsked();
    void keepsUnchecked();
    void aliasesAreTheRegistry();
    void readsTheEnvironment();

    void imports_data() { addServedRows(); }

    void imports();
    void importsTheNamesOfHelpers();
    void refusesWhatIsNoConfiguration();
    void wrongUsage_data();
    void wrongUsage();

private:
    Outcome run(const QStringList &arguments, const QByteArray &input = {}) const;
    Outcome login(const QStringList &arguments, const QByteArray &password) const;
    QString write(const char *name, const QByteArray &text) const;
    int statusOf(const QByteArray &target) const;
    /// The files below the folder that have the text.
    QStringList filesWith(const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptedRegistry> m_hub;
    std::unique_ptr<ScriptedRegistry> m_quay;
    QString m_config;
    std::unique_ptr<ServingLanyard> m_server;
};

namespace {

constexpr const char *secret = "hunter2-never-said";

} // namespace

void TestCredentialCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<ScriptedRegistry>();
    m_quay = std::make_unique<ScriptedRegistry>();
    m_hub->requireBearer({.username = "me", .password = secret});
    m_quay->requireBasic("bot", secret);
    m_config = write("lanyard.yml", "version: 1\nlisten: [{address: \"127.0.0.1:0\"}]\n"
                                    "upstreams:\n  - registry: docker.io\n    url: " +
                                        QByteArray::fromStdString(m_hub->url()) +
                                        "\n  - registry: quay.io\n    aliases: [quay]\n    url: " +
                                        QByteArray::fromStdString(m_quay->url()) + "\n");
    if (isServedRow())
        m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
}

void TestCredentialCommands::cleanup()
{
    if (m_server)
        QCOMPARE(m_server->stop(), 0);
    m_server.reset();
}

Outcome TestCredentialCommands::run(const QStringList &arguments, const QByteArray &input) const
{
    return runLanyard(QStringList(arguments) << QStringLiteral("--data") << m_folder->path()
                                             << QStringLiteral("--config") << m_config,
                      {}, input);
}

Outcome TestCredentialCommands::login(const QStringList &arguments,
                                      const QByteArray &password) const
{
    return run(QStringList{QStringLiteral("login")} + arguments, password);
}

QString TestCredentialCommands::write(const char *name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(QString::fromLatin1(name)));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return file.fileName();
}

int TestCredentialCommands::statusOf(const QByteArray &target) const
{
    RawHttpClient client(
        static_cast<std::uint16_t>(QUrl(QString::fromLatin1(m_server->address())).port()));
    return client.send("GET " + target.toStdString() + " HTTP/1.1\r\nHost: x\r\n\r\n")
               ? client.readAnswer().status
               : 0;
}

QStringList TestCredentialCommands::filesWith(const QByteArray &text) const
{
    QStringList found;
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            found += QFileInfo(file.fileName()).fileName();
    }
    return found;
}

void TestCredentialCommands::logsInAndOut()
{
    const Outcome in = login({QStringLiteral("docker.io"), QStringLiteral("-u"),
                              QStringLiteral("me"), QStringLiteral("--password-stdin")},
                             QByteArray(secret) + '\n');
    QCOMPARE(in.err, QByteArray());
    QCOMPARE(in.out,
             QByteArray("logged in to docker.io; kept in credentials.json of the data folder\n"));
    QCOMPARE(in.status, 0);
    const Outcome list = run({QStringLiteral("credentials")});
    QCOMPARE(list.out.split('\n').value(1).simplified(), QByteArray("docker.io me file"));
    QCOMPARE(filesWith(secret), QStringList{QStringLiteral("credentials.json")});
    QCOMPARE(QFile(m_folder->filePath(QStringLiteral("credentials.json"))).permissions() &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());

    const Outcome out = run({QStringLiteral("logout"), QStringLiteral("docker.io")});
    QCOMPARE(out.out, QByteArray("logged out of docker.io\n"));
    QCOMPARE(out.status, 0);
    QCOMPARE(filesWith(secret), QStringList());
    const Outcome again = run({QStringLiteral("logout"), QStringLiteral("docker.io")});
    QCOMPARE(again.status, 1);
    QVERIFY2(again.err.contains("no credential is kept for docker.io"), again.err.constData());
}

void TestCredentialCommands::aPullUsesIt()
{
    const QByteArray manifest = R"({"schemaVersion":2,"manifests":[]})";
    m_quay->addManifest("org/app", "1", "application/vnd.oci.image.index.v1+json", manifest);
    m_server = std::make_unique<ServingLanyard>(m_folder->path(), m_config);
    QCOMPARE(statusOf("/v2/quay.io/org/app/manifests/1"), 404);
    QCOMPARE(login({QStringLiteral("quay.io"), QStringLiteral("-u"), QStringLiteral("bot")}, secret)
                 .status,
             0);
    QCOMPARE(statusOf("/v2/quay.io/org/app/manifests/1"), 200);
}

void TestCredentialCommands::pathsGoFirst()
{
    QCOMPARE(
        login({QStringLiteral("quay.io/org"), QStringLiteral("-u"), QStringLiteral("bot")}, secret)
            .status,
        0);
    const QByteArray list = run({QStringLiteral("credentials")}).out;
    QCOMPARE(list.split('\n').value(1).simplified(), QByteArray("quay.io/org bot file"));
}

void TestCredentialCommands::tellsAWrongPassword()
{
    const Outcome hub =
        login({QStringLiteral("docker.io"), QStringLiteral("-u"), QStringLiteral("me")},
              "wrong-password");
    QCOMPARE(hub.status, 1);
    QCOMPARE(hub.err, QByteArray("lanyard login: the token service of docker.io refuses the "
                                 "credential of me: incorrect username or password\n"));
    const Outcome quay = login(
        {QStringLiteral("quay.io"), QStringLiteral("-u"), QStringLiteral("bot")}, "wrong-password");
    QCOMPARE(quay.status, 1);
    QVERIFY2(quay.err.contains("quay.io refuses the credential of bot"), quay.err.constData());
    QCOMPARE(filesWith("wrong-password"), QStringList());
    QCOMPARE(run({QStringLiteral("credentials")}).out.count('\n'), 1);
}

void TestCredentialCommands::believesNoMirror()
{
    const ScriptedRegistry mirror; // wants nothing
    QCOMPARE(run({QStringLiteral("upstreams"), QStringLiteral("edit"), QStringLiteral("quay.io"),
                  QStringLiteral("--fallback"), QString::fromStdString(mirror.url())})
                 .status,
             0);
    const Outcome wrong = login(
        {QStringLiteral("quay.io"), QStringLiteral("-u"), QStringLiteral("bot")}, "wrong-password");
    QCOMPARE(wrong.status, 1);
    m_quay->stop();
    const Outcome gone =
        login({QStringLiteral("quay.io"), QStringLiteral("-u"), QStringLiteral("bot")}, secret);
    QCOMPARE(gone.status, 1);
    QCOMPARE(filesWith(secret), QStringList());
}

void TestCredentialCommands::tellsWhoCannotBeAsked()
{
    m_quay->stop();
    const Outcome gone =
        login({QStringLiteral("quay.io"), QStringLiteral("-u"), QStringLiteral("bot")}, secret);
    QCOMPARE(gone.status, 1);
    QVERIFY2(gone.err.contains("refuses connections"), gone.err.constData());
    const Outcome unknown =
        login({QStringLiteral("ghcr.io"), QStringLiteral("-u"), QStringLiteral("me")}, secret);
    QCOMPARE(unknown.status, 1);
    QVERIFY2(unknown.err.contains("ghcr.io is no upstream"), unknown.err.constData());
    QCOMPARE(filesWith(secret), QStringList());
}

void TestCredentialCommands::keepsUnchecked()
{
    m_quay->stop();
    QCOMPARE(login({QStringLiteral("quay.io"), QStringLiteral("-u"), QStringLiteral("bot"),
                    QStringLiteral("--no-check")},
                   secret)
                 .status,
             0);
    QCOMPARE(filesWith(secret), QStringList{QStringLiteral("credentials.json")});
}

void TestCredentialCommands::aliasesAreTheRegistry()
{
    const Outcome quay =
        login({QStringLiteral("quay/org"), QStringLiteral("-u"), QStringLiteral("bot")}, secret);
    QVERIFY2(quay.out.contains("logged in to quay.io/org;"), quay.err.constData());
    const Outcome hub = login(
        {QStringLiteral("index.docker.io"), QStringLiteral("-u"), QStringLiteral("me")}, secret);
    QVERIFY2(hub.out.contains("logged in to docker.io;"), hub.err.constData());
}

void TestCredentialCommands::readsTheEnvironment()
{
    m_config = write("lanyard.yml", "version: 1\nupstreams:\n  - registry: quay.io\n    url: " +
                                        QByteArray::fromStdString(m_quay->url()) +
                                        "\n    username: bot\n    passwordEnv: QUAY_PASSWORD\n");
    const QStringList test{QStringLiteral("upstreams"),
                           QStringLiteral("test"),
                           QStringLiteral("quay.io"),
                           QStringLiteral("--data"),
                           m_folder->path(),
                           QStringLiteral("--config"),
                           m_config};
    const Outcome unset = runLanyard(test);
    QVERIFY2(unset.out.contains("the environment variable QUAY_PASSWORD is not set"),
             unset.out.constData());
    const Outcome set =
        runLanyard(test, {{QStringLiteral("QUAY_PASSWORD"), QString::fromLatin1(secret)}});
    QVERIFY2(set.out.contains("the credentials are right"), set.out.constData());
    const Outcome list = run({QStringLiteral("credentials")});
    QCOMPARE(list.out.split('\n').value(1).simplified(), QByteArray("quay.io bot configuration"));
    const Outcome over =
        login({QStringLiteral("quay.io"), QStringLiteral("-u"), QStringLiteral("bot")}, secret);
    QCOMPARE(over.status, 2);
    QVERIFY2(over.err.contains("configuration"), over.err.constData());
}

void TestCredentialCommands::imports()
{
    const QByteArray pair = QByteArray("me:") + secret;
    const QString file = write(
        "config.json", R"({"auths":{"https://index.docker.io/v1/":{"auth":")" + pair.toBase64() +
                           R"("},"ghcr.io":{"auth":")" + pair.toBase64() + R"("}}})");
    const QStringList import{QStringLiteral("credentials"), QStringLiteral("import"), file};
    const Outcome dry = run(QStringList(import) << QStringLiteral("--dry-run"));
    QCOMPARE(dry.err, QByteArray());
    QCOMPARE(dry.out.split('\n').value(1).simplified(), QByteArray("docker.io me file"));
    QVERIFY2(dry.out.contains("skipped: ghcr.io: it is no upstream"), dry.out.constData());
    QVERIFY(!dry.out.contains(secret));
    if (m_server)
        QCOMPARE(run({QStringLiteral("credentials")}).out.count('\n'), 1);
    QCOMPARE(run(import).status, 0);
    QCOMPARE(run({QStringLiteral("credentials")}).out.split('\n').value(1).simplified(),
             QByteArray("docker.io me file"));
    QVERIFY(run({QStringLiteral("upstreams"), QStringLiteral("test"), QStringLiteral("docker.io")})
                .out.contains("the credentials are right"));
}

void TestCredentialCommands::importsTheNamesOfHelpers()
{
    const QString helper = write("docker-credential-mine",
                                 "#!/bin/sh\ncase $1 in\nlist) echo '{\"quay.io\":\"bot\"}' ;;\n"
                                 "*) echo '{\"ServerURL\":\"quay.io\",\"Username\":\"bot\","
                                 "\"Secret\":\"" +
                                     QByteArray(secret) + "\"}' ;;\nesac\n");
    QFile::setPermissions(helper, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString file = write("config.json", R"({"credsStore":"mine"})");
    const QList<std::pair<QString, QString>> path{
        {QStringLiteral("PATH"), m_folder->path() + u':' + qEnvironmentVariable("PATH")}};
    const QStringList where{QStringLiteral("--data"), m_folder->path(), QStringLiteral("--config"),
                            m_config};
    const Outcome taken = runLanyard(
        QStringList{QStringLiteral("credentials"), QStringLiteral("import"), file} + where, path);
    QCOMPARE(taken.err, QByteArray());
    QCOMPARE(taken.out.split('\n').value(1).simplified(),
             QByteArray("quay.io bot docker-credential-mine"));
    const Outcome test = runLanyard(QStringList{QStringLiteral("upstreams"), QStringLiteral("test"),
                                                QStringLiteral("quay.io")} +
                                        where,
                                    path);
    QVERIFY2(test.out.contains("the credentials are right"), test.out.constData());
    QCOMPARE(filesWith(secret), QStringList{QStringLiteral("docker-credential-mine")});
}

void TestCredentialCommands::refusesWhatIsNoConfiguration()
{
    const QString file = write("config.json", QByteArray("{\n  \"auths\": ") + secret + "}");
    const Outcome outcome = run({QStringLiteral("credentials"), QStringLiteral("import"), file});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains("2:"), outcome.err.constData());
    QVERIFY(!outcome.err.contains(secret));
    const Outcome absent = run({QStringLiteral("credentials"), QStringLiteral("import"),
                                QStringLiteral("/no/such/config.json")});
    QCOMPARE(absent.status, 1);
    QVERIFY2(absent.err.contains("/no/such/config.json"), absent.err.constData());
}

void TestCredentialCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QString &words, const char *input,
                        const char *says) {
        QTest::newRow(name) << words.split(u' ') << QByteArray(input) << QByteArray(says);
    };
    row("no registry", QStringLiteral("login"), "x", "expected one REGISTRY");
    row("two", QStringLiteral("login a.io b.io -u me"), "x", "expected one REGISTRY");
    row("no user", QStringLiteral("login docker.io"), "x", "expected --username USER");
    row("no password", QStringLiteral("login docker.io -u me"), "", "expected a password");
    row("no text", QStringLiteral("login docker.io -u me"), "\xff\xfe", "expected a password");
    row("a user that is none", QStringLiteral("login docker.io -u a:b"), "x", "has a colon");
    row("no scope", QStringLiteral("login http://docker.io -u me"), "x", "lanyard login: ");
    row("logout of nothing", QStringLiteral("logout"), "", "expected one REGISTRY");
    row("credentials of what", QStringLiteral("credentials docker.io"), "", "expected import");
}

void TestCredentialCommands::wrongUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, says);
    const Outcome outcome = run(arguments, input);
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(says), outcome.err.constData());
}

QTEST_GUILESS_MAIN(TestCredentialCommands)
#include "tst_credentialcommands.moc"
