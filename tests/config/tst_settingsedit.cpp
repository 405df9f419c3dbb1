// SPDX-License-Identifier: GPL-3.0-or-later
// The settings of a configuration file change in its text: what is wanted is what is read
// afterwards, comments, order and other keys stay, and what cannot be written is refused.
#include "config/configfile.h"
#include "config/settingsedit.h"

#include "settingstexts.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace lanyard;
using namespace lanyard::config;
using namespace lanyard::config::texts;
using namespace std::chrono_literals;

namespace {

using Edit = std::function<void(Settings &)>;

constexpr std::int64_t gib = 1024LL * 1024 * 1024;
constexpr std::int64_t gb = 1000LL * 1000 * 1000;

Result<QByteArray> noFile(const QString & /*path*/, std::int64_t /*bytesMax*/)
{
    return failure(ErrorCode::NotFound, "no such file");
}

Config readBack(const QByteArray &text)
{
    const LoadedConfig loaded = readConfig(text, fileName, noFile);
    for (const ConfigDiagnostic &one : loaded.diagnostics)
        qWarning("%s", qPrintable(one.toString()));
    return loaded.config.value_or(Config());
}

Settings edited(const QByteArray &text, const Edit &edit)
{
    Settings settings = settingsOf(readBack(text));
    edit(settings);
    return settings;
}

Result<QByteArray> changed(const QByteArray &text, const Edit &edit)
{
    return config::withSettings(text, fileName, edited(text, edit), noFile);
}

TlsConfig files(const char *certificate, const char *key)
{
    TlsConfig tls;
    tls.certificate = QString::fromLatin1(certificate);
    tls.key = QString::fromLatin1(key);
    return tls;
}

TlsConfig localCa(const std::vector<std::string> &names)
{
    TlsConfig tls;
    tls.issuer = LocalCaConfig{.names = names};
    return tls;
}

ListenConfig listener(const char *address)
{
    return {.address = *ListenAddress::parse(address)};
}

} // namespace

Q_DECLARE_METATYPE(Edit)

class TestSettingsEdit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyThat_data();
    void changesOnlyThat();
    void writesWhatWasNotThere_data();
    void writesWhatWasNotThere();
    void theExampleKeepsItsComments();
    void everyChangeIsReadBack_data();
    void everyChangeIsReadBack();
    void refuses_data();
    void refuses();
    void neverRepeatsASecret();
};

void TestSettingsEdit::changesOnlyThat_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("old"); // this part of the text becomes
    QTest::addColumn<QByteArray>("now"); // that
    const auto row = [](const char *name, const Edit &edit, const char *old, const char *now,
                        const QByteArray &text = blockText) {
        QTest::newRow(name) << text << edit << QByteArray(old) << QByteArray(now);
    };
    row(
        "nothing", [](Settings &) {}, "version", "version");
    row(
        "a port", [](Settings &s) { s.listen[0].address.port = 5001; }, "0.0.0.0:5000\" # plain",
        "0.0.0.0:5001\" # plain");
    row(
        "an address in other quotes", [](Settings &s) { s.listen[1].address.host = "127.0.0.1"; },
        "'0.0.0.0:5443'", "'127.0.0.1:5443'");
    row(
        "another listener", [](Settings &s) { s.listen.push_back(listener("[::]:80")); },
        "login: false} # all\n", "login: false} # all\n  - address: \"[::]:80\"\n");
    row(
        "one listener less", [](Settings &s) { s.listen.erase(s.listen.begin()); },
        "  # For everybody.\n  - address: \"0.0.0.0:5000\" # plain\n", "");
    row(
        "TLS", [](Settings &s) { s.listen[0].tls = files("/c", "/k"); }, "\" # plain\n",
        "\" # plain\n    tls:\n      certificate: /c\n      key: /k\n");
    row(
        "no TLS", [](Settings &s) { s.listen[1].tls.reset(); },
        "    tls:\n      # From the office.\n      certificate: /etc/cert.pem # mine\n"
        "      key: /etc/key.pem\n",
        "");
    row(
        "another key", [](Settings &s) { s.listen[1].tls->key = QStringLiteral("/k"); },
        "/etc/key.pem", "/k");
    row(
        "TLS 1.3", [](Settings &s) { s.listen[1].tls->minimumVersion = TlsConfig::Version::Tls13; },
        "key: /etc/key.pem\n", "key: /etc/key.pem\n      minimumVersion: 1.3\n");
    row(
        "the access of one", [](Settings &s) { s.listen[1].allow = {"10.0.0.0/8"}; },
        "{allow: [any], login", "{allow: [10.0.0.0/8], login");
    row(
        "no access of its own", [](Settings &s) { s.listen[1].allow.reset(); },
        "{allow: [any], login: false}", "{login: false}");
    row(
        "nothing of its own",
        [](Settings &s) {
            s.listen[1].allow.reset();
            s.listen[1].asksLogin = true;
        },
        "    access: {allow: [any], login: false} # all\n", "");
    row(
        "capacity", [](Settings &s) { s.capacity = 500 * gb; }, "50GiB # enough", "500GB # enough");
    row(
        "no capacity", [](Settings &s) { s.capacity.reset(); }, "    capacity: 50GiB # enough\n",
        "");
    row(
        "keepFree", [](Settings &s) { s.keepFree = 1536 * 1024 * 1024LL; }, "keepFree: 5GiB",
        "keepFree: 1536MiB");
    row(
        "odd indentation", [](Settings &s) { s.dataDirectory = QStringLiteral("/data 1"); },
        "keepFree: 5GiB\n", "keepFree: 5GiB\n    directory: /data 1\n");
    row(
        "allow",
        [](Settings &s) {
            s.allow = {"private", "192.0.2.0/24"};
        },
        "allow: [any] # all\n", "allow: [private, 192.0.2.0/24] # all\n");
    row(
        "private", [](Settings &s) { s.privateAccess = PrivateAccess::Off; }, "trusted: []\n",
        "trusted: []\n  private: off\n");
    row(
        "trusted", [](Settings &s) { s.trusted = {"10.0.0.1"}; }, "trusted: []",
        "trusted: [10.0.0.1]");
    row(
        "another file of users", [](Settings &s) { s.login->file = QStringLiteral("/u"); },
        "/etc/users # theirs", "/u # theirs");
    row(
        "no login", [](Settings &s) { s.login.reset(); },
        "  htpasswd:\n    path: /etc/users # theirs\n", "");
    row(
        "no debug address", [](Settings &s) { s.debug.reset(); },
        "debug: {address: \"127.0.0.1:5001\"} # here\n", "");
    row(
        "another debug address", [](Settings &s) { s.debug->port = 6000; }, "127.0.0.1:5001",
        "127.0.0.1:6000");
    row(
        "its clients", [](Settings &s) { s.debugAllow = {"private"}; },
        "{address: \"127.0.0.1:5001\"}", "{address: \"127.0.0.1:5001\", allow: [private]}");
    row(
        "threads beside headers", [](Settings &s) { s.networkThreads = 4; },
        "  headers: {X-A: [b]}\n", "  headers: {X-A: [b]}\n  threads: 4\n");
    row(
        "lines end as they do", [](Settings &s) { s.privateAccess = PrivateAccess::Any; },
        "trusted: []\r\n", "trusted: []\r\n  private: any\r\n", crlfText);
    row(
        "in braces", [](Settings &s) { s.allow = {"any"}; }, "[private]", "[any]", flowText);
    row(
        "a section in braces", [](Settings &s) { s.capacity = gib; }, "json}",
        "json}, storage: {capacity: 1GiB}", flowText);
    row(
        "names of the authority", [](Settings &s) { s.listen[0].tls = localCa({"a.lan"}); },
        "localCa: true", "localCa: {names: [a.lan]}", flowText);
    row(
        "files in place of the authority", [](Settings &s) { s.listen[0].tls = files("/c", "/k"); },
        "localCa: true", "certificate: /c, key: /k", flowText);
    row(
        "acme stays", [](Settings &s) { s.listen[1].address.port = 8443; }, "\":443\"",
        "\"0.0.0.0:8443\"", acmeText);
    row(
        "acme stays when another goes", [](Settings &s) { s.listen.erase(s.listen.begin()); },
        "  - address: \":5000\"\n", "", acmeText);
    row(
        "acme goes", [](Settings &s) { s.listen[1].tls = localCa({}); },
        "acme: {hosts: [a.example], email: me@a.example} # as told", "localCa: true", acmeText);
}

void TestSettingsEdit::changesOnlyThat()
{
    QFETCH(QByteArray, text);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, now);
    QVERIFY(text.count(old) >= 1);
    const auto result = changed(text, edit);
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QByteArray expected = text;
    expected.replace(text.indexOf(old), old.size(), now);
    QCOMPARE(*result, expected);
    QVERIFY(settingsOf(readBack(*result)) == edited(text, edit));
}

void TestSettingsEdit::writesWhatWasNotThere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("result");
    const auto row = [](const char *name, const QByteArray &text, const Edit &edit,
                        const char *result) {
        QTest::newRow(name) << text << edit << QByteArray(result);
    };
    row(
        "listen", shortText,
        [](Settings &s) {
            s.listen[0].address.port = 5001;
            s.listen[0].tls = localCa({});
            s.listen[0].asksLogin = false;
        },
        "version: 1\nlisten:\n  - address: 0.0.0.0:5001\n    tls:\n      localCa: true\n"
        "    access:\n      login: false\n");
    row(
        "storage", shortText, [](Settings &s) { s.capacity = 50 * gib; },
        "version: 1\nstorage:\n  capacity: 50GiB\n");
    row(
        "users", shortText,
        [](Settings &s) { s.login = LoginConfig{.file = QStringLiteral("/u")}; },
        "version: 1\naccess:\n  htpasswd:\n    path: /u\n");
    row(
        "debug", shortText, [](Settings &s) { s.debug = ListenAddress::parse("127.0.0.1:1"); },
        "version: 1\ndebug:\n  address: 127.0.0.1:1\n");
    row(
        "log", shortText, [](Settings &s) { s.accessLog = false; },
        "version: 1\nlog:\n  access: false\n");
    row(
        "pinned", shortText, [](Settings &s) { s.pinned = {.checkEvery = 1h, .refreshes = true}; },
        "version: 1\npinned:\n  check: hourly\n  refresh: true\n");
    row(
        "a key without a value", "version: 1\nstorage: # nothing yet\nlog:\n",
        [](Settings &s) { s.capacity = gib; },
        "version: 1\nstorage: {capacity: 1GiB} # nothing yet\nlog:\n");
    row(
        "without a line end", "version: 1", [](Settings &s) { s.networkThreads = 3; },
        "version: 1\nhttp:\n  threads: 3");
}

void TestSettingsEdit::writesWhatWasNotThere()
{
    QFETCH(QByteArray, text);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, result);
    const auto written = changed(text, edit);
    QVERIFY2(written, written ? "" : written.error().message.english().c_str());
    QCOMPARE(*written, result);
}

void TestSettingsEdit::theExampleKeepsItsComments()
{
    QFile file(QStringLiteral(LANYARD_EXAMPLE_CONFIG));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const auto result = changed(text, [](Settings &s) {
        s.listen[0].address.port = 5100;
        s.capacity = 80 * gib;
        s.allow = {"any"};
        s.accessLog = false;
        s.networkThreads = 3;
    });
    QVERIFY2(result, result ? "" : result.error().message.english().c_str());
    QByteArray expected = text;
    expected.replace("\n  - address: \"0.0.0.0:5000\"\n", "\n  - address: \"0.0.0.0:5100\"\n");
    expected.replace("capacity: 50GiB", "capacity: 80GiB");
    expected.replace("access:\n  allow: [private]", "access:\n  allow: [any]");
    expected.replace("  access: true\n", "  access: false\n");
    expected.replace("threads: 2", "threads: 3");
    QCOMPARE(*result, expected);
}

void TestSettingsEdit::everyChangeIsReadBack_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("block") << blockText;
    QTest::newRow("flow") << flowText;
    QTest::newRow("short") << shortText;
    QTest::newRow("crlf") << crlfText;
    QTest::newRow("acme") << acmeText;
}

/// From each setting to others and back, in every text.
void TestSettingsEdit::everyChangeIsReadBack()
{
    QFETCH(QByteArray, text);
    const std::vector<Edit> edits = {
        [](Settings &s) { s.listen[0].address = *ListenAddress::parse("[::1]:7000"); },
        [](Settings &s) { s.listen[0].tls = files("/a: b.pem", "/k #.pem"); },
        [](Settings &s) {
            s.listen[0].tls->clientAuthorities = {QStringLiteral("/x"), QStringLiteral("/y")};
        },
        [](Settings &s) { s.listen[0].tls->minimumVersion = TlsConfig::Version::Tls13; },
        [](Settings &s) {
            s.listen[0].tls = localCa({"cache.lan", "192.0.2.7"});
        },
        [](Settings &s) { s.listen[0].tls = localCa({}); },
        [](Settings &s) { s.listen[0].tls.reset(); },
        [](Settings &s) {
            s.listen[0].allow = {"any", "::1"};
        },
        [](Settings &s) { s.listen.push_back(listener("127.0.0.1:9000")); },
        [](Settings &s) { s.listen.front().allow.reset(); },
        [](Settings &s) { s.listen.pop_back(); },
        [](Settings &s) { s.dataDirectory = QStringLiteral("/data: #1"); },
        [](Settings &s) { s.capacity = 1025; },
        [](Settings &s) { s.keepFree = 0; },
        [](Settings &s) { s.keepFree.reset(); },
        [](Settings &s) { s.dataDirectory.clear(); },
        [](Settings &s) { s.capacity.reset(); },
        [](Settings &s) { s.pinned = {.checkEvery = 0h, .refreshes = false}; },
        [](Settings &s) { s.pinned = {.checkEvery = 24h, .refreshes = true}; },
        [](Settings &s) { s.allow = {"any"}; },
        [](Settings &s) {
            s.allow = {"10.0.0.0/8", "private"};
        },
        [](Settings &s) { s.privateAccess = PrivateAccess::Any; },
        [](Settings &s) { s.trusted = {"private"}; },
        [](Settings &s) {
            s.login = LoginConfig{.file = QStringLiteral("/u: sers"), .realm = "My \"cache\""};
        },
        [](Settings &s) { s.login->realm = "Lanyard"; },
        [](Settings &s) { s.login.reset(); },
        [](Settings &s) { s.debug = ListenAddress::parse("0.0.0.0:1"); },
        [](Settings &s) { s.debugAllow = {"private"}; },
        [](Settings &s) {
            s.debug.reset();
            s.debugAllow.clear();
        },
        [](Settings &s) { s.logFormat = LogFormat::Json; },
        [](Settings &s) { s.accessLog = false; },
        [](Settings &s) { s.networkThreads = 8; },
        [](Settings &s) { s = settingsOf(defaultConfig()); },
    };
    QByteArray current = text;
    for (const Edit &edit : edits) {
        const Config before = readBack(current);
        Settings wanted = settingsOf(before);
        edit(wanted);
        const auto result = config::withSettings(current, fileName, wanted, noFile);
        QVERIFY2(result, result ? "" : result.error().message.english().c_str());
        QVERIFY(readBack(*result) == lanyard::withSettings(before, wanted));
        current = *result;
    }
    for (const char *comment : {"# Mine.", "# always", "# Who comes.", "# The end."})
        QCOMPARE(current.contains(comment), text.contains(comment));
}

void TestSettingsEdit::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("message"); // or a part of it
    const auto row = [](const char *name, const char *text, const Edit &edit, const char *message) {
        QTest::newRow(name) << QByteArray(text) << edit << QByteArray(message);
    };
    const Edit capacity = [](Settings &s) {
        s.capacity = gib;
    };
    row("another program's", "version: 0.1\n", capacity, "line 1, column 10: version 0.1");
    row("no right one", "version: 1\nnonsense: 1\n", capacity, "f.yml:2:1: error:");
    row("an anchor", "version: 1\nstorage: &a\n  keepFree: 1GiB\n", capacity,
        "line 2, column 10: what has an anchor");
    row("a tab", "version: 1\nstorage: {\n\tkeepFree: 1GiB}\n", capacity, "line 3");
    row(
        "no listener", "version: 1\n", [](Settings &s) { s.listen.clear(); },
        "listen: expected at least one");
    row(
        "one twice", "version: 1\n", [](Settings &s) { s.listen.push_back(s.listen[0]); },
        "after this change the file would be wrong: f.yml");
    row(
        "nobody is served", "version: 1\n", [](Settings &s) { s.allow.clear(); },
        "expected at least one entry");
    row(
        "a relative path", "version: 1\n",
        [](Settings &s) { s.dataDirectory = QStringLiteral("data"); }, "absolute path");
    row(
        "acme", "version: 1\n",
        [](Settings &s) {
            s.listen[0].tls = TlsConfig();
            s.listen[0].tls->issuer = AcmeConfig{.hosts = {"a.example"}};
        },
        "tls.acme is written by hand");
}

void TestSettingsEdit::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, message);
    Settings wanted = settingsOf(defaultConfig());
    edit(wanted);
    const auto result = config::withSettings(text, fileName, wanted, noFile);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    QVERIFY2(result.error().message.english().find(message.toStdString()) != std::string::npos,
             result.error().message.english().c_str());
}

void TestSettingsEdit::neverRepeatsASecret()
{
    const auto result = changed(blockText, [](Settings &s) { s.allow.clear(); });
    QVERIFY(!result);
    QVERIFY(result.error().message.english().find("hidden-word") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestSettingsEdit)
#include "tst_settingsedit.moc"
