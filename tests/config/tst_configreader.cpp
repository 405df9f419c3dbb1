// SPDX-License-Identifier: GPL-3.0-or-later
// Lanyard's own configuration: every key reaches its field, and every wrong one is reported at its
// line and column with what was expected, all of them in one run.
#include "config/configfile.h"
#include "core/limits.h"

#include <QDir>
#include <QTest>

using namespace lanyard;
using namespace std::chrono_literals;

namespace {

Result<QByteArray> noFile(const QString & /*path*/, std::int64_t /*bytesMax*/)
{
    return failure(ErrorCode::NotFound, "there is no such file");
}

LoadedConfig read(const QByteArray &text)
{
    return config::readConfig(text, QStringLiteral("f.yml"), noFile);
}

const QByteArray completeText = R"(version: 1
listen:
  - {address: "0.0.0.0:5000"}
  - address: "[::1]:0"
    tls: {certificate: /etc/c.pem, key: /etc/k.pem, clientCas: [/etc/ca.pem], minimumVersion: 1.3}
    access: {allow: [10.0.0.0/8, "fd00::/8"], login: false}
storage: {directory: ~/images, capacity: 50GiB, keepFree: 5GB,
          health: {check: false, interval: 1m, threshold: 5}}
upstreams:
  - registry: docker.io
    url: https://registry-1.docker.io/
    aliases: [hub]
    hosts: [hub.lan, "hub.lan:5000"]
    username: me
    password: 0123
    credentials:
      - {path: team, username: bot, passwordEnv: TEAM}
      - {path: team/app, username: app, password: s3cret}
    fallbackUrls: ["https://mirror.gcr.io/", "http://10.0.0.1:5000"]
    enabled: false
    proxy: socks5://10.0.0.2:1080
    caFile: /etc/ssl/ca.pem
    tokenRealms: [auth.docker.io]
    redirectHosts: [cdn.corp.example, "10.0.0.3", "[fd00::1]:8443"]
    tagRules:
      - {match: latest, ttl: 5m}
      - {match: "re:^v?[0-9]+\\.", immutable: true}
      - {match: "nightly", revalidate: always}
      - {match: "edge", immutable: false, revalidate: always}
      - {match: "*", ttl: 1h30m}
  - {registry: quay.io, url: http://127.0.0.1:8080}
defaultUpstream: quay.io
offline: true
downloads: {parallelAbove: 1GiB, finishAbove: 40}
pinned: {check: hourly, refresh: true}
access: {allow: [private, 203.0.113.0/24], private: any, trusted: [10.0.0.7],
         htpasswd: {path: /etc/users, realm: Our cache}}
debug: {address: "0.0.0.0:5001", allow: [10.0.0.9]}
log: {format: json, access: false}
http: {threads: 4, headers: {X-Frame-Options: DENY, Via: [a, b]}}
)";

Config completeConfig()
{
    UpstreamConfig hub;
    hub.registry = "docker.io";
    hub.url = "https://registry-1.docker.io";
    hub.aliases = {"hub"};
    hub.hosts = {"hub.lan", "hub.lan:5000"};
    hub.credentials = {.username = "me", .password = "0123"};
    hub.pathCredentials = {
        {.path = "team", .credentials = {.username = "bot", .passwordEnv = "TEAM"}},
        {.path = "team/app", .credentials = {.username = "app", .password = "s3cret"}}};
    hub.fallbackUrls = {"https://mirror.gcr.io", "http://10.0.0.1:5000"};
    hub.isEnabled = false;
    hub.proxy = "socks5://10.0.0.2:1080";
    hub.caFile = "/etc/ssl/ca.pem";
    hub.tokenRealms = {"auth.docker.io"};
    hub.redirectHosts = {"cdn.corp.example", "10.0.0.3", "[fd00::1]:8443"};
    hub.tagRules = {{.match = "latest", .isImmutable = false, .ttl = 5min},
                    {.match = "re:^v?[0-9]+\\.", .isImmutable = true, .ttl = 0s},
                    {.match = "nightly", .isImmutable = false, .ttl = 0s},
                    {.match = "edge", .isImmutable = false, .ttl = 0s},
                    {.match = "*", .isImmutable = false, .ttl = 90min}};
    UpstreamConfig quay;
    quay.registry = "quay.io";
    quay.url = "http://127.0.0.1:8080";

    Config config;
    config.listen = {{.address = {.host = "0.0.0.0", .port = 5000}},
                     {.address = {.host = "::1", .port = 0},
                      .tls = TlsConfig{.certificate = QStringLiteral("/etc/c.pem"),
                                       .key = QStringLiteral("/etc/k.pem"),
                                       .clientAuthorities = {QStringLiteral("/etc/ca.pem")},
                                       .minimumVersion = TlsConfig::Version::Tls13},
                      .allow = std::vector<std::string>{"10.0.0.0/8", "fd00::/8"},
                      .asksLogin = false}};
    config.dataDirectory = QDir::homePath() + QStringLiteral("/images");
    config.capacity = std::int64_t{50} << 30;
    config.keepFree = 5'000'000'000;
    config.upstreams = {hub, quay};
    config.defaultUpstream = "quay.io";
    config.isOffline = true;
    config.downloads = {.parallelAbove = std::int64_t{1} << 30, .finishAbove = 40};
    config.pinned = {.checkEvery = 1h, .refreshes = true};
    config.allow = {"private", "203.0.113.0/24"};
    config.privateAccess = PrivateAccess::Any;
    config.trusted = {"10.0.0.7"};
    config.login = LoginConfig{.file = QStringLiteral("/etc/users"), .realm = "Our cache"};
    config.health = {.isChecked = false, .interval = 1min, .threshold = 5};
    config.debug = ListenAddress{.host = "0.0.0.0", .port = 5001};
    config.debugAllow = {"10.0.0.9"};
    config.logFormat = LogFormat::Json;
    config.accessLog = false;
    config.networkThreads = 4;
    config.responseHeaders = {{"X-Frame-Options", {"DENY"}}, {"Via", {"a", "b"}}};
    return config;
}

} // namespace

class TestConfigReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void versionAloneIsTheDefault();
    void picksTheDefaultUpstream_data();
    void picksTheDefaultUpstream();
    void readsThePasswordFile();
    void saysWhoIsAnsweredAtTheDebugAddress_data();
    void saysWhoIsAnsweredAtTheDebugAddress();
    void readsALocalCa_data();
    void readsALocalCa();
    void reports_data();
    void reports();
    void reportsEverythingAtOnce();
    void reportsABoundedNumber();
    void neverRepeatsASecret();
};

void TestConfigReader::readsEveryKey()
{
    const LoadedConfig loaded = read(completeText);
    QVERIFY(loaded.config);
    QVERIFY(loaded.diagnostics.isEmpty());
    QVERIFY(*loaded.config == completeConfig());
}

void TestConfigReader::versionAloneIsTheDefault()
{
    const LoadedConfig loaded = read("version: 1\n");
    QVERIFY(loaded.diagnostics.isEmpty());
    QVERIFY(loaded.config == config::defaultConfig());
    QCOMPARE(loaded.config->upstreams.size(), std::size_t(4));
    QCOMPARE(loaded.config->defaultUpstream, std::string("docker.io"));
}

void TestConfigReader::picksTheDefaultUpstream_data()
{
    QTest::addColumn<QByteArray>("registries");
    QTest::addColumn<QByteArray>("picked");
    QTest::newRow("Docker Hub") << QByteArray("quay.io docker.io") << QByteArray("docker.io");
    QTest::newRow("Docker Hub by its host")
        << QByteArray("quay.io index.docker.io") << QByteArray("docker.io");
    QTest::newRow("the only one") << QByteArray("quay.io") << QByteArray("quay.io");
    QTest::newRow("none") << QByteArray("quay.io ghcr.io") << QByteArray("");
}

void TestConfigReader::picksTheDefaultUpstream()
{
    QFETCH(QByteArray, registries);
    QByteArray text = "version: 1\nupstreams:\n";
    for (const QByteArray &registry : registries.split(' '))
        text += "  - {registry: " + registry + ", url: 'https://" + registry + "'}\n";
    const LoadedConfig loaded = read(text);
    QVERIFY(loaded.config);
    QTEST(QByteArray::fromStdString(loaded.config->defaultUpstream), "picked");
}

void TestConfigReader::readsThePasswordFile()
{
    const QByteArray text = "version: 1\nupstreams:\n- {registry: a.io, url: 'https://a.io', "
                            "username: me, passwordFile: /run/secret}\n";
    const auto readFile = [](const QString &path, std::int64_t) -> Result<QByteArray> {
        return path == QLatin1String("/run/secret") ? QByteArray("s3 cret\r\n") : QByteArray();
    };
    const LoadedConfig loaded = config::readConfig(text, QStringLiteral("f.yml"), readFile);
    QVERIFY(loaded.config);
    // Read when it is needed: by then it may be another.
    const Credentials &credentials = loaded.config->upstreams.front().credentials;
    QCOMPARE(credentials.passwordFile, std::string("/run/secret"));
    QCOMPARE(credentials.password, std::string());
}

void TestConfigReader::saysWhoIsAnsweredAtTheDebugAddress_data()
{
    QTest::addColumn<QByteArray>("debug");
    QTest::addColumn<QByteArray>("allow");
    QTest::addColumn<bool>("warns");
    const auto row = [](const char *debug, const char *allow, bool warns) {
        QTest::newRow(debug) << QByteArray(debug) << QByteArray(allow) << warns;
    };
    row("{address: '127.0.0.1:5001'}", "", false);
    row("{address: '127.1.2.3:5001'}", "", false);
    row("{address: '[::1]:5001'}", "", false);
    row("{address: 'localhost:5001'}", "", false);
    row("{address: ':5001'}", "", true);
    row("{address: '192.168.0.80:5001'}", "", true);
    row("{address: '[::]:5001'}", "", true);
    row("{address: ':5001', allow: []}", "", false);
    row("{address: ':5001', allow: [private]}", "private", false);
    row("{address: '127.0.0.1:5001', allow: [10.0.0.0/8]}", "10.0.0.0/8", false);
}

void TestConfigReader::saysWhoIsAnsweredAtTheDebugAddress()
{
    QFETCH(QByteArray, debug);
    QFETCH(QByteArray, allow);
    QFETCH(bool, warns);
    const LoadedConfig loaded = read("version: 1\ndebug: " + debug + '\n');
    QVERIFY(loaded.config);
    const std::vector<std::string> expected =
        allow.isEmpty() ? std::vector<std::string>() : std::vector{allow.toStdString()};
    QCOMPARE(loaded.config->debugAllow, expected);
    QCOMPARE(loaded.diagnostics.size(), warns ? 1 : 0);
    if (warns) {
        QCOMPARE(loaded.diagnostics.first().line, 2);
        QVERIFY(QString::fromStdString(loaded.diagnostics.first().message.english())
                    .contains(QLatin1String("only this computer is answered")));
    }
}

void TestConfigReader::readsALocalCa_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isWanted");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("true") << QByteArray("localCa: true") << true << QByteArray();
    QTest::newRow("a mapping") << QByteArray("localCa: {}") << true << QByteArray();
    QTest::newRow("false") << QByteArray("localCa: false, certificate: /c, key: /k") << false
                           << QByteArray();
    QTest::newRow("names") << QByteArray(
                                  "localCa: {names: [Cache.LAN., 192.0.2.7, '2001:DB8:0::7']}")
                           << true << QByteArray("cache.lan 192.0.2.7 2001:db8::7 ");
}

void TestConfigReader::readsALocalCa()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, isWanted);
    const LoadedConfig loaded =
        read("version: 1\nlisten: [{address: ':1', tls: {minimumVersion: 1.3, "
             "clientCas: [/ca], " +
             text + "}}]\n");
    QVERIFY2(loaded.config,
             loaded.diagnostics.isEmpty() ? "" : qPrintable(loaded.diagnostics.first().toString()));
    const TlsConfig tls = loaded.config->listen.front().tls.value();
    QCOMPARE(tls.clientAuthorities, QStringList{QStringLiteral("/ca")});
    QVERIFY(tls.minimumVersion == TlsConfig::Version::Tls13);
    const auto *const localCa = std::get_if<LocalCaConfig>(&tls.issuer);
    QCOMPARE(localCa != nullptr, isWanted);
    QCOMPARE(tls.certificate.isEmpty(), isWanted);
    QByteArray names;
    for (const std::string &name : localCa ? localCa->names : std::vector<std::string>())
        names += QByteArray::fromStdString(name) + ' ';
    QTEST(names, "names");
}

void TestConfigReader::reports_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &text, int line, int column,
                        const char *says) {
        QTest::newRow(name) << text << line << column << QString::fromLatin1(says);
    };
    const QByteArray v = "version: 1\n";
    row("no version", "listen: [{address: ':1'}]\n", 1, 1, "expected version: 1");
    row("other version", "version: 2\n", 1, 10, "version: expected 1, not '2'");
    row("empty", "", 1, 1, "expected version: 1");
    row("a list", "- version\n", 1, 1, "document: expected a mapping (key: value), not a list");
    row("unknown key", v + "lisen: []\n", 2, 1, "unknown key 'lisen'; expected one of version, ");
    row("unknown key inside", v + "log:\n  fromat: json\n", 3, 3,
        "unknown key 'fromat' in log; expected one of format, access");
    row("duplicate", v + "log: {}\nlog: {}\n", 3, 1, "occurs twice");

    row("listen is no list", v + "listen: ':5000'\n", 2, 9, "listen: expected a list, not ':5000'");
    row("listen is empty", v + "listen: []\n", 2, 9, "at least one address");
    row("listen without value", v + "listen:\n", 2, 1, "listen: expected a list, not nothing");
    row("bad address", v + "listen: [{address: 'nas:5000'}]\n", 2, 20,
        "listen[0].address: expected ADDRESS:PORT such as");
    const QByteArray tls = v + "listen: [{address: ':1', tls: ";
    row("tls without files", tls + "{key: /k}}]\n", 2, 31, "listen[0].tls: expected certificate");
    row("tls without key", tls + "{certificate: /c}}]\n", 2, 31, "listen[0].tls: expected key");
    row("a relative certificate", tls + "{certificate: c, key: /k}}]\n", 2, 45, "absolute path");
    row("no authorities", tls + "{certificate: /c, key: /k, clientCas: []}}]\n", 2, 69,
        "at least one file");
    row("an old version", tls + "{certificate: /c, key: /k, minimumVersion: 1.1}}]\n", 2, 74,
        "expected 1.2 or 1.3, not '1.1'");
    row("a local CA beside a certificate", tls + "{localCa: true, certificate: /c}}]\n", 2, 60,
        "listen[0].tls.certificate: localCa has files of its own");
    row("a local CA beside a key", tls + "{key: /k, localCa: {}}}]\n", 2, 37,
        "listen[0].tls.key: localCa has files of its own");
    row("no local CA", tls + "{localCa: false, key: /k}}]\n", 2, 31,
        "listen[0].tls: expected certificate");
    row("half a local CA", tls + "{localCa: maybe}}]\n", 2, 41, "expected true or false");
    row("a local CA for a pattern", tls + "{localCa: {names: ['*.lan']}}}]\n", 2, 50,
        "listen[0].tls.localCa.names[0]: expected a host name or an address, not '*.lan'");
    row("a local CA for a port", tls + "{localCa: {names: ['nas:5000']}}}]\n", 2, 50,
        "expected a host name or an address");
    row("a local CA with a key", tls + "{localCa: {key: /k}}}]\n", 2, 42, "unknown key 'key'");
    row("ciphers", tls + "{certificate: /c, key: /k, ciphers: x}}]\n", 2, 58, "ciphers");
    row("no address", v + "listen: [{}]\n", 2, 10, "listen[0]: expected address");
    row("address twice", v + "listen: [{address: ':1'}, {address: ':1'}]\n", 2, 27,
        "in the list already");

    row("relative folder", v + "storage: {directory: data}\n", 2, 22, "an absolute path");
    row("bad size", v + "storage: {capacity: lots}\n", 2, 21,
        "storage.capacity: expected a size such as 50GiB, not 'lots'");

    row("bad interval", v + "storage: {health: {interval: 5}}\n", 2, 30,
        "storage.health.interval: expected a time such as 10s, 5m or 1h, not '5'");
    row("no interval", v + "storage: {health: {interval: 0}}\n", 2, 30, "a time such as 10s");
    row("bad threshold", v + "storage: {health: {threshold: 0}}\n", 2, 31,
        "storage.health.threshold: expected a whole number from 1 to 1000, not '0'");
    row("bad check", v + "storage: {health: {check: 1}}\n", 2, 27, "expected true or false");
    row("unknown check", v + "storage: {health: {file: /x}}\n", 2, 20,
        "unknown key 'file' in storage.health");

    row("no upstream", v + "upstreams: []\n", 2, 12, "at least one registry");
    const QByteArray u = v + "upstreams:\n- registry: a.io\n  url: https://a.io\n";
    row("no registry", v + "upstreams:\n- url: https://a.io\n", 3, 3, "expected registry");
    row("no url", v + "upstreams:\n- registry: a.io\n", 3, 3, "expected url");
    row("bad registry", v + "upstreams:\n- registry: A.io\n  url: https://a.io\n", 3, 13,
        "upstreams[0].registry: expected HOST or HOST:PORT in lower case, not 'A.io'");
    row("proxy with a password", u + "  proxy: http://me:secret@p:1\n", 5, 10,
        "upstreams[0].proxy: expected http://HOST:PORT or socks5://HOST:PORT, without a user");
    row("proxy without a port", u + "  proxy: http://p\n", 5, 10, "expected http://HOST:PORT");
    row("proxy of another kind", u + "  proxy: https://p:1\n", 5, 10, "expected http://HOST:PORT");
    row("bad fallback", u + "  fallbackUrls: ['https://b.io/x']\n", 5, 18, "without a path");
    row("bad enabled", u + "  enabled: maybe\n", 5, 12, "expected true or false");
    row("bad offline", v + "offline: now\n", 2, 10, "expected true or false");
    row("twice", u + "- registry: a.io:443\n  url: https://b.io\n", 5, 13, "of another already");
    row("alias taken", u + "  aliases: [b.io, a.io]\n", 5, 19, "'a.io' is the name of another");
    row("host taken", u + "  hosts: [x, x]\n", 5, 14, "upstreams[0].hosts[1]: 'x' is the name");
    row("url with password", v + "upstreams:\n- registry: a.io\n  url: https://u:p@a.io\n", 4, 8,
        "must not stand in the URL");
    row("url with path", v + "upstreams:\n- registry: a.io\n  url: https://a.io/v2\n", 4, 8,
        "without a path");
    row("ftp", v + "upstreams:\n- registry: a.io\n  url: ftp://a.io\n", 4, 8, "expected a URL");
    row("password alone", u + "  password: x\n", 5, 13, "expected a username");
    row("username alone", u + "  username: x\n", 5, 13, "expected a password");
    row("two passwords", u + "  username: x\n  password: x\n  passwordEnv: X\n", 7, 16,
        "one of password, passwordFile and passwordEnv");
    row("path without one", u + "  credentials: [{username: x, password: x}]\n", 5, 17,
        "upstreams[0].credentials[0]: expected a path");
    row("path that is none", u + "  credentials: [{path: A, username: x, password: x}]\n", 5, 24,
        "the beginning of a repository's name");
    row("path of nobody", u + "  credentials: [{path: a}]\n", 5, 17, "expected a username");
    row("path twice",
        u + "  credentials:\n  - {path: a, username: x, password: x}\n"
            "  - {path: a, username: y, passwordEnv: Y}\n",
        7, 5, "'a' is there already");
    row("path with two passwords",
        u + "  credentials: [{path: a, username: x, password: x, passwordEnv: X}]\n", 5, 66,
        "one of password, passwordFile and passwordEnv");
    row("password file", u + "  username: x\n  passwordFile: /x\n", 6, 17,
        "upstreams[0].passwordFile: '/x' there is no such file");
    row("glob", u + "  tagRules: [{match: 'a b', ttl: 0}]\n", 5, 22, "* and ? as wildcards");
    row("expression", u + "  tagRules: [{match: 're:(', ttl: 0}]\n", 5, 22,
        "regular expression is wrong at its character 2");
    row("ttl", u + "  tagRules: [{match: '*', ttl: 5}]\n", 5, 32, "such as 30s, 5m, 1h, 7d or 0");
    row("neither", u + "  tagRules: [{match: '*'}]\n", 5, 14,
        "expected ttl, immutable: true or revalidate: always");
    row("revalidate", u + "  tagRules: [{match: '*', revalidate: never}]\n", 5, 39,
        "tagRules[0].revalidate: expected always, not 'never'");
    row("revalidate, ttl", u + "  tagRules: [{match: '*', ttl: 1h, revalidate: always}]\n", 5, 48,
        "expected either ttl or revalidate");
    row("revalidate, immutable",
        u + "  tagRules: [{match: '*', revalidate: always, immutable: true}]\n", 5, 39,
        "an immutable tag is never revalidated");
    row("both", u + "  tagRules: [{match: '*', immutable: true, ttl: 1h}]\n", 5, 49,
        "an immutable tag has no ttl");
    row("boolean", u + "  tagRules: [{match: '*', immutable: 'true'}]\n", 5, 38, "true or false");

    row("default unknown", v + "defaultUpstream: a.io\n", 2, 18, "one of the upstreams");
    row("parallel above", v + "downloads: {parallelAbove: big}\n", 2, 28, "a size such as 50GiB");
    row("finish above", v + "downloads: {finishAbove: 101}\n", 2, 26,
        "downloads.finishAbove: expected a whole number from 0 to 100, not '101'");
    row("check", v + "pinned: {check: weekly}\n", 2, 17,
        "pinned.check: expected off, hourly or daily, not 'weekly'");
    row("refresh", v + "pinned: {refresh: 1}\n", 2, 19, "expected true or false");
    row("refresh of nothing", v + "pinned: {refresh: true, check: off}\n", 2, 19,
        "nothing is refreshed with check: off");
    row("access", v + "access: {allow: [private, 10.0.0.0/33]}\n", 2, 27, "a CIDR such as");
    row("access for nobody", v + "access: {allow: []}\n", 2, 17, "at least one entry");
    row("debug for nobody known", v + "debug: {address: ':1', allow: [lan]}\n", 2, 32,
        "debug.allow[0]: expected private, any");
    row("debug", v + "debug: {address: 5001}\n", 2, 18, "debug.address: expected ADDRESS:PORT");
    row("format", v + "log: {format: xml}\n", 2, 15, "log.format: expected combined or json");
    row("private access", v + "access: {private: no}\n", 2, 19, "expected trusted, any or off");
    row("trusted", v + "access: {trusted: [lan]}\n", 2, 20, "a CIDR such as");
    row("clients of a listener", v + "listen: [{address: \":1\", access: {allow: [lan]}}]\n", 2, 43,
        "listen[0].access.allow");
    row("no clients of a listener", v + "listen: [{address: \":1\", access: {allow: []}}]\n", 2, 42,
        "at least one entry");
    row("users of a listener", v + "listen: [{address: \":1\", access: {login: maybe}}]\n", 2, 42,
        "listen[0].access.login: expected true or false");
    row("login without users", v + "listen: [{address: \":1\", access: {login: true}}]\n", 2, 42,
        "there are no users: expected access.htpasswd");
    row("private of a listener", v + "listen: [{address: \":1\", access: {private: any}}]\n", 2, 35,
        "private");
    row("no users", v + "access: {htpasswd: {realm: x}}\n", 2, 20,
        "access.htpasswd: expected path");
    row("relative users", v + "access: {htpasswd: {path: users}}\n", 2, 27, "path");
    row("realm", v + "access: {htpasswd: {path: /p, realm: ''}}\n", 2, 38, "control characters");
    row("hashes", v + "access: {htpasswd: {path: /p, users: {}}}\n", 2, 31, "users");
    row("access log", v + "log: {access: 2}\n", 2, 15, "log.access: expected true or false");
    row("threads", v + "http: {threads: 0}\n", 2, 17, "a whole number from 1 to 64, not '0'");
    row("header name", v + "http: {headers: {'a b': c}}\n", 2, 18, "the name of a header field");
    row("own header", v + "http: {headers: {Content-Length: 1}}\n", 2, 18, "set by the server");
    row("header value", v + "http: {headers: {a: \"b\\r\\nc: d\"}}\n", 2, 21, "one line without");
}

void TestConfigReader::reports()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const LoadedConfig loaded = read(text);
    QVERIFY(!loaded.config);
    QCOMPARE(loaded.diagnostics.size(), 1);
    const ConfigDiagnostic diagnostic = loaded.diagnostics.first();
    QVERIFY2(QString::fromStdString(diagnostic.message.english()).contains(says),
             qPrintable(diagnostic.toString()));
    QCOMPARE(diagnostic.file, QStringLiteral("f.yml"));
    QTEST(diagnostic.line, "line");
    QTEST(diagnostic.column, "column");
}

void TestConfigReader::reportsEverythingAtOnce()
{
    const LoadedConfig loaded = read("version: 1\nfoo: 1\nlog: {format: x, bar: 1}\n"
                                     "upstreams:\n- {registry: X, url: y}\n- 7\n");
    QVERIFY(!loaded.config);
    QList<int> lines;
    for (const ConfigDiagnostic &diagnostic : loaded.diagnostics)
        lines.append(diagnostic.line);
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines, QList<int>({2, 3, 3, 5, 5, 6, 6, 6}));
}

void TestConfigReader::reportsABoundedNumber()
{
    QByteArray text = "version: 1\n";
    for (int i = 0; i < 1'000; ++i)
        text += "k" + QByteArray::number(i) + ": 1\n";
    const LoadedConfig loaded = read(text);
    QVERIFY(!loaded.config);
    QCOMPARE(loaded.diagnostics.size(), limits::configDiagnosticsMax + 1);
    QVERIFY(QString::fromStdString(loaded.diagnostics.last().message.english())
                .contains(QLatin1String("too many problems")));
}

void TestConfigReader::neverRepeatsASecret()
{
    const LoadedConfig loaded =
        read("version: 1\nupstreams:\n- registry: a.io\n  url: https://me:s3cret@a.io\n"
             "  username: [s3cret]\n  password: {s3cret: s3cret}\n");
    QVERIFY(!loaded.config);
    for (const ConfigDiagnostic &diagnostic : loaded.diagnostics)
        QVERIFY2(
            !QString::fromStdString(diagnostic.message.english()).contains(QLatin1String("s3cret")),
            qPrintable(diagnostic.toString()));
}

QTEST_GUILESS_MAIN(TestConfigReader)
#include "tst_configreader.moc"
