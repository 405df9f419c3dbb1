// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what is read of the files in which Docker and Podman have credentials, as they write them,
// which source counts for what, and that a mistake is told by its place and without a secret.
#include "core/limits.h"
#include "credentials/dockerconfig.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::credentials;

namespace {

const QByteArray secret = "hunter2-never-said";

QByteArray authOf(const QByteArray &text)
{
    return "{\"auth\": \"" + text.toBase64() + "\"}";
}

/// As text, for rows: helper NAME, USER PASSWORD, USER token TOKEN, or nothing.
QByteArray textOf(const std::optional<KeptCredential> &kept)
{
    if (!kept)
        return "nothing";
    if (const auto *helper = std::get_if<HelperBinding>(&*kept))
        return "helper " + QByteArray::fromStdString(helper->name);
    const auto &credential = std::get<Credential>(*kept);
    return QByteArray::fromStdString(credential.username) +
           (credential.isIdentityToken ? " token " : " ") +
           QByteArray::fromStdString(credential.password.reveal());
}

} // namespace

class TestDockerConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void server_data();
    void server();
    void source_data();
    void source();
    void names();
    void skips_data();
    void skips();
    void refuses_data();
    void refuses();
};

void TestDockerConfig::server_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("scope");
    const auto row = [](const char *key, const char *scope) {
        QTest::newRow(key) << QByteArray(key) << QByteArray(scope);
    };
    row("https://index.docker.io/v1/", "docker.io");
    row("https://index.docker.io/v1", "docker.io");
    row("index.docker.io/v1/", "docker.io");
    row("docker.io", "docker.io");
    row("quay.io", "quay.io");
    row("https://quay.io", "quay.io");
    row("https://quay.io/", "quay.io");
    row("http://host:5000", "host:5000");
    row("http://host:5000/v2/", "host:5000");
    row("host:5000", "host:5000");
    row("localhost", "localhost");
    row("quay.io/org", "quay.io/org");
    row("quay.io/org/img", "quay.io/org/img");
    row("https://gitlab.example.com/group", "gitlab.example.com");
    row("https://index.docker.io/v1/access-token", "");
    row("https://index.docker.io/v1/refresh-token", "");
    row("https://me:pass@quay.io", "");
    row("", "");
    row("https://", "");
    row("ftp://quay.io", "");
}

void TestDockerConfig::server()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, scope);
    const auto found = scopeOfServer(key.toStdString());
    QCOMPARE(found ? found->toString() : std::string(), scope.toStdString());
}

void TestDockerConfig::source_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("source");
    const auto row = [](const char *name, const QByteArray &config, const char *scope,
                        const char *source) {
        QTest::newRow(name) << config << QByteArray(scope) << QByteArray(source);
    };
    const QByteArray hub = "{\"auths\": {\"https://index.docker.io/v1/\": " + authOf("me:pa:ss");
    row("hub", hub + "}}", "docker.io", "me pa:ss");
    row("another", hub + "}}", "quay.io", "nothing");
    row("NUL behind", "{\"auths\": {\"quay.io\": " + authOf(QByteArray("me:pass\0\0", 9)) + "}}",
        "quay.io", "me pass");
    row("names",
        R"({"auths": {"quay.io": {"username": "me", "password": "pass", "email": "a@b"}}})",
        "quay.io", "me pass");
    row("token", R"({"auths": {"r.azurecr.io": {"auth": "bWU6", "identitytoken": "t0ken"}}})",
        "r.azurecr.io", "me token t0ken");
    const QByteArray podman = "{\"auths\": {\"quay.io\": " + authOf("all:a") +
                              ", \"quay.io/org\": " + authOf("org:b") + "}}";
    row("Podman, registry", podman, "quay.io", "all a");
    row("Podman, path", podman, "quay.io/org/team", "org b");
    row("Podman, another path", podman, "quay.io/organ", "all a");
    const QByteArray mixed = R"({"auths": {"quay.io": {}, "ghcr.io": )" + authOf("me:pass") +
                             R"(}, "credsStore": "desktop",
                                "credHelpers": {"1.dkr.ecr.eu-west-1.amazonaws.com": "ecr-login",
                                                "ghcr.io": ""}})";
    row("store", mixed, "quay.io", "helper desktop");
    row("store, for what it does not name", mixed, "docker.io", "helper desktop");
    row("helper", mixed, "1.dkr.ecr.eu-west-1.amazonaws.com", "helper ecr-login");
    row("no helper", mixed, "ghcr.io", "me pass");
    row("nothing", "{}", "docker.io", "nothing");
    row("nulls", R"({"auths": null, "credHelpers": null, "credsStore": null})", "docker.io",
        "nothing");
    row("marker", R"({"auths": {"quay.io": {}}})", "quay.io", "nothing");
    row("other keys", R"({"HttpHeaders": {"a": "b"}, "detachKeys": "c"})", "docker.io", "nothing");
}

void TestDockerConfig::source()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, source);
    const auto parsed = parseDockerConfig(config);
    QVERIFY2(parsed, parsed ? "" : parsed.error().message.english().c_str());
    QCOMPARE(textOf(parsed->sourceOf(*CredentialScope::parse(scope.toStdString()))), source);
}

void TestDockerConfig::names()
{
    const auto config = parseDockerConfig(
        "{\"auths\": {\"https://index.docker.io/v1/\": {}, \"quay.io/org\": " + authOf("me:pass") +
        "}, \"credHelpers\": {\"gcr.io\": \"gcloud\"}}");
    QVERIFY(config);
    QByteArrayList names;
    for (const CredentialScope &scope : config->scopes())
        names.append(QByteArray::fromStdString(scope.toString()));
    QCOMPARE(names.join(' '), QByteArray("docker.io gcr.io quay.io/org"));
}

void TestDockerConfig::skips_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("no registry") << QByteArray("\"https://me:" + secret + "@quay.io\": {}")
                                 << QByteArray("auths: entry 1 is for no registry");
    QTest::newRow("Docker Desktop's")
        << QByteArray("\"https://index.docker.io/v1/access-token\": {}")
        << QByteArray("auths: entry 1 is for no registry");
    QTest::newRow("no password") << QByteArray("\"quay.io\": " + authOf("me:"))
                                 << QByteArray("auths: quay.io: the password is empty");
    QTest::newRow("no user") << QByteArray("\"quay.io\": " + authOf(':' + secret))
                             << QByteArray("auths: quay.io: the user name is empty");
    QTest::newRow("Latin-1") << QByteArray("\"quay.io\": " + authOf("me:" + secret + '\xfc'))
                             << QByteArray(
                                    "auths: quay.io: the user name or the password is not text");
}

void TestDockerConfig::skips()
{
    QFETCH(QByteArray, entry);
    QFETCH(QByteArray, note);
    const auto config = parseDockerConfig("{\"auths\": {" + entry + "}}");
    QVERIFY(config);
    QCOMPARE(config->skipped.size(), std::size_t{1});
    QCOMPARE(config->skipped.front().english(), note.toStdString());
    QVERIFY(config->scopes().empty());
}

void TestDockerConfig::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char *name, const QByteArray &text, const char *where) {
        QTest::newRow(name) << text << QByteArray(where);
    };
    row("empty", "", "line 1, column 1: ");
    row("cut", "{\n\"auths\": {\"quay.io\": {\"password\": \"" + secret, "line 2, column ");
    row("list", "[]", "expected a JSON object");
    row("list of auths", "{\"auths\": [\"" + secret + "\"]}", "auths: expected an object");
    row("text as entry", "{\"auths\": {\"quay.io\": \"" + secret + "\"}}",
        "auths: quay.io: expected an object");
    row("no base64", "{\"auths\": {\"quay.io\": {\"auth\": \"me:" + secret + "\"}}}",
        "auths: quay.io: auth is not base64");
    row("no colon", "{\"auths\": {\"quay.io\": " + authOf(secret) + "}}",
        "auths: quay.io: auth is not the base64 of user:password");
    row("path as helper", R"({"credHelpers": {"gcr.io": "../sh"}})",
        "credHelpers: gcr.io: the name");
    row("number as helper", R"({"credHelpers": {"gcr.io": 1}})", "credHelpers: gcr.io: expected");
    row("path as store", R"({"credsStore": "a/b"})", "credsStore: the name of");
    row("number as store", R"({"credsStore": 1})", "credsStore: expected text");
    QByteArray many = "{\"auths\": {\"a\": {}";
    for (std::size_t i = 0; i < limits::credentialsMax; ++i)
        many += ", \"h" + QByteArray::number(static_cast<qulonglong>(i)) + "\": {}";
    row("many", many + "}}", "auths: has too many entries");
}

void TestDockerConfig::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, where);
    const auto config = parseDockerConfig(text);
    QVERIFY(!config);
    QCOMPARE(config.error().code, ErrorCode::InvalidInput);
    const QByteArray message = QByteArray::fromStdString(config.error().message.english());
    QVERIFY2(message.startsWith(where), message.constData());
    QVERIFY2(!message.contains(secret) && !message.contains(secret.toBase64()),
             message.constData());
}

QTEST_APPLESS_MAIN(TestDockerConfig)
#include "tst_dockerconfig.moc"
