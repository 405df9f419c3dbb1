// SPDX-License-Identifier: GPL-3.0-or-later
// Configurations of distribution's proxy work unchanged, with REGISTRY_* variables over them; what
// cannot be honoured is refused or named, at its place.
#include "config/registryconfig.h"

#include <QDir>
#include <QTest>

using namespace lanyard;
using config::Environment;

namespace {

LoadedConfig read(const QByteArray &text, const Environment &environment = {})
{
    return config::readRegistryConfig(text, QStringLiteral("config.yml"), environment);
}

QStringList textsOf(const LoadedConfig &loaded)
{
    QStringList texts;
    for (const ConfigDiagnostic &diagnostic : loaded.diagnostics)
        texts.append(diagnostic.toString());
    return texts;
}

/// The configuration of the official image, with a proxy.
const QByteArray stockText = R"(version: 0.1
log:
  level: info
  formatter: text
  fields:
    service: registry
    environment: staging
storage:
  cache:
    blobdescriptor: inmemory
  filesystem:
    rootdirectory: /var/lib/registry
    maxthreads: 100
  delete:
    enabled: true
  maintenance:
    uploadpurging: {enabled: true, age: 168h, interval: 24h, dryrun: false}
http:
  addr: :5000
  net: tcp
  secret: asecret
  headers:
    X-Content-Type-Options: [nosniff]
  debug:
    addr: 127.0.0.1:5001
    prometheus:
      enabled: true
      path: /metrics
health:
  storagedriver:
    enabled: true
    interval: 10s
    threshold: 3
proxy:
  remoteurl: https://registry-1.docker.io
  username: me
  password: "s3cret"
  ttl: 168h
)";

const QByteArray shortText = "version: 0.1\n"
                             "storage: {filesystem: {rootdirectory: /srv/r}}\n"
                             "http: {addr: 'localhost:5000'}\n"
                             "proxy: {remoteurl: 'https://registry-1.docker.io'}\n";

} // namespace

class TestRegistryConfig final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheStockConfiguration();
    void namesTheUpstream_data();
    void namesTheUpstream();
    void variablesOverride();
    void reportsVariables_data();
    void reportsVariables();
    void warns_data();
    void warns();
    void refuses_data();
    void refuses();
    void acceptsNoLogin_data();
    void acceptsNoLogin();
    void readsTheLogin();
    void readsTls();
    void readsHealth_data();
    void readsHealth();
    void debugAddressSaysWhoIsAnswered_data();
    void debugAddressSaysWhoIsAnswered();
    void neverRepeatsASecret();
};

void TestRegistryConfig::readsTheStockConfiguration()
{
    const LoadedConfig loaded = read(stockText);
    QCOMPARE(textsOf(loaded),
             QStringList({
                 QStringLiteral("config.yml:12:20: warning: data is kept in "
                                "'/var/lib/registry/lanyard'; what a registry stored beside it is "
                                "neither read nor changed"),
                 QStringLiteral("config.yml:19:9: warning: only clients with private addresses are "
                                "served; access.allow of Lanyard's own configuration (version: 1) "
                                "can name others"),
                 QStringLiteral("config.yml:38:8: warning: proxy.ttl: content does not expire by "
                                "its age here; tags are checked upstream at every pull"),
             }));
    Config expected;
    expected.listen = {{.address = {.host = "0.0.0.0", .port = 5000}}};
    expected.responseHeaders = {{"X-Content-Type-Options", {"nosniff"}}};
    expected.dataDirectory = QStringLiteral("/var/lib/registry/lanyard");
    expected.debug = ListenAddress{.host = "127.0.0.1", .port = 5001};
    UpstreamConfig hub;
    hub.registry = "docker.io";
    hub.url = "https://registry-1.docker.io";
    hub.credentials = {.username = "me", .password = "s3cret"};
    hub.tagRules = {{.match = "*", .isImmutable = false, .ttl = std::chrono::seconds(0)}};
    expected.upstreams = {hub};
    expected.defaultUpstream = "docker.io";
    QVERIFY(loaded.config == expected);
}

void TestRegistryConfig::namesTheUpstream_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("registry");
    QTest::newRow("hub") << QByteArray("https://registry-1.docker.io") << QByteArray("docker.io");
    QTest::newRow("index") << QByteArray("https://index.docker.io/") << QByteArray("docker.io");
    QTest::newRow("other") << QByteArray("https://quay.io") << QByteArray("quay.io");
    QTest::newRow("port") << QByteArray("http://127.0.0.1:5555") << QByteArray("127.0.0.1:5555");
    QTest::newRow("case") << QByteArray("https://Quay.IO") << QByteArray("quay.io");
    QTest::newRow("IPv6") << QByteArray("http://[::1]:80") << QByteArray("[::1]:80");
}

void TestRegistryConfig::namesTheUpstream()
{
    QFETCH(QByteArray, url);
    const LoadedConfig loaded = read(shortText, {{"REGISTRY_PROXY_REMOTEURL", url.toStdString()}});
    QVERIFY2(loaded.config, qPrintable(textsOf(loaded).join(u'\n')));
    QTEST(QByteArray::fromStdString(loaded.config->upstreams.front().registry), "registry");
    QCOMPARE(loaded.config->defaultUpstream, loaded.config->upstreams.front().registry);
}

void TestRegistryConfig::variablesOverride()
{
    const LoadedConfig loaded =
        read("version: 0.1\nstorage: inmemory\nhttp: {addr: ':5000', headers: {A: [b]}}\n",
             {
                 {"REGISTRY_STORAGE", "filesystem"},
                 {"REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY", "/data"},
                 {"REGISTRY_STORAGE_DELETE_ENABLED", "true"},
                 {"REGISTRY_PROXY_REMOTEURL", "https://quay.io"},
                 {"REGISTRY_PROXY_USERNAME", "1234"},
                 {"REGISTRY_PROXY_PASSWORD", "\"a: b\""},
                 {"REGISTRY_HTTP_ADDR", "127.0.0.1:0"},
                 {"REGISTRY_HTTP_HEADERS_A_0", "c"},
                 {"REGISTRY_HTTP_HEADERS_A_1", "d"},
                 {"REGISTRY_HTTP_HEADERS_X-Test", "[e]"},
                 {"REGISTRY_LOG_FORMATTER", "json"},
                 {"REGISTRY_LOG_ACCESSLOG_DISABLED", "true"},
                 {"REGISTRY_AUTH", ""},
                 {"PATH", ": not for us"},
             });
    QVERIFY2(loaded.config, qPrintable(textsOf(loaded).join(u'\n')));
    const Config &config = *loaded.config;
    QCOMPARE(config.dataDirectory, QStringLiteral("/data/lanyard"));
    QCOMPARE(config.upstreams.front().registry, std::string("quay.io"));
    QCOMPARE(config.upstreams.front().credentials.username, std::string("1234"));
    QCOMPARE(config.upstreams.front().credentials.password, std::string("a: b"));
    QVERIFY(config.listen.front().address == (ListenAddress{.host = "127.0.0.1", .port = 0}));
    const std::map<std::string, std::vector<std::string>> headers{{"A", {"c", "d"}},
                                                                  {"x-test", {"e"}}};
    QVERIFY(config.responseHeaders == headers);
    QVERIFY(config.logFormat == LogFormat::Json);
    QVERIFY(!config.accessLog);
}

void TestRegistryConfig::reportsVariables_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *value, const char *says) {
        QTest::newRow(name) << QByteArray(name) << QByteArray(value) << QString::fromLatin1(says);
    };
    row("REGISTRY_PORT", "tcp://10.0.0.1:5000", "warning: no key of the configuration");
    row("REGISTRY_LOG_COLOUR", "red", "warning: unknown key 'log.colour' is ignored");
    row("REGISTRY_PROXY_TTL", "soon", "error: proxy.ttl: expected a time");
    row("REGISTRY_PROXY_REMOTEURL", "quay.io", "error: proxy.remoteurl: expected a URL");
    row("REGISTRY_PROXY_PASSWORD", "@s3cret", "error: the value is not YAML");
    row("REGISTRY_HTTP_ADDR", "nas:5000", "error: http.addr: expected [ADDRESS]:PORT");
    row("REGISTRY_HTTP_HEADERS_A", "{b: c}", "error: http.headers.a: expected a text");
    row("REGISTRY_AUTH", "htpasswd", "error: auth.htpasswd: expected realm and path");
    row("REGISTRY_AUTH", "token", "error: auth.token: this version asks for logins by htpasswd");
    row("REGISTRY_STORAGE_S3_BUCKET", "b", "error: storage.s3: this version stores in a folder");
    row("REGISTRY_HTTP_TLS_KEY", "/k", "error: http.tls: expected certificate and key");
    row("REGISTRY_REDIS_ADDR", "r:1", "warning: redis is ignored");
}

void TestRegistryConfig::reportsVariables()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(QString, says);
    const QStringList texts = textsOf(read(shortText, {{name.toStdString(), value.toStdString()}}));
    const QString expected = QString::fromLatin1(name) + QStringLiteral(": ") + says;
    QVERIFY2(texts.filter(expected).size() == 1, qPrintable(texts.join(u'\n')));
}

void TestRegistryConfig::warns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("warning");
    const auto row = [](const char *name, const char *text, const char *warning) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(warning);
    };
    row("unknown", "nonsense: 1\n", "config.yml:5:1: warning: unknown key 'nonsense' is ignored");
    row("unknown inside", "log:\n  colour: red\n", "config.yml:6:3: warning: unknown key 'log.col");
    row("notifications", "notifications:\n  endpoints: [{name: a}]\n",
        "config.yml:5:1: warning: notifications is ignored: this version notifies nobody");
    row("middleware", "middleware: {storage: [{name: cloudfront}]}\n",
        "config.yml:5:1: warning: middleware is ignored");
    row("other health checks", "health:\n  tcp: [{addr: 'redis:1'}]\n",
        "config.yml:6:3: warning: health.tcp is ignored: this version checks nothing but itself");
    row("duplicate", "log: {level: info}\nlog: {level: warn}\n",
        "config.yml:6:1: warning: key 'log'");
}

void TestRegistryConfig::warns()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, warning);
    const LoadedConfig loaded = read(shortText + text);
    QVERIFY(loaded.config);
    QVERIFY2(textsOf(loaded).filter(warning).size() == 1, qPrintable(textsOf(loaded).join(u'\n')));
}

void TestRegistryConfig::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &text, const char *error) {
        QTest::newRow(name) << text << QString::fromLatin1(error);
    };
    const QByteArray storage = "version: 0.1\nstorage: {filesystem: {}}\n";
    const QByteArray proxy = "version: 0.1\nproxy: {remoteurl: 'https://quay.io'}\n";
    row("no proxy", storage, ":1:1: error: expected proxy.remoteurl: Lanyard is a cache");
    row("no url", storage + "proxy: {ttl: 0}\n", ":3:1: error: expected proxy.remoteurl");
    row("no storage", proxy, ":1:1: error: expected storage.filesystem.rootdirectory");
    row("storage without driver", proxy + "storage: {delete: {enabled: true}}\n",
        ":3:1: error: expected storage.filesystem.rootdirectory");
    row("memory", proxy + "storage: inmemory\n",
        ":3:10: error: storage.inmemory: this version stores in a folder only");
    row("s3", proxy + "storage:\n  s3: {bucket: b}\n", ":4:3: error: storage.s3: this version");
    row("other auth", shortText + "auth:\n  token: {realm: r}\n",
        ":6:3: error: auth.token: this version asks for logins by htpasswd only");
    row("auth in short", shortText + "auth: htpasswd\n",
        ":5:7: error: auth.htpasswd: expected realm and path");
    row("auth without path", shortText + "auth: {htpasswd: {realm: r}}\n",
        ":5:8: error: auth.htpasswd: expected realm and path");
    row("auth without realm", shortText + "auth: {htpasswd: {path: /p}}\n",
        ":5:8: error: auth.htpasswd: expected realm and path");
    row("an empty path", shortText + "auth: {htpasswd: {realm: r, path: ''}}\n",
        ":5:8: error: auth.htpasswd: expected realm and path");
    row("realm", shortText + "auth: {htpasswd: {realm: \"a\\nb\", path: /p}}\n",
        ":5:26: error: auth.htpasswd.realm: expected a text without control characters");
    row("two kinds of auth", shortText + "auth: {htpasswd: {realm: r, path: /p}, none: {}}\n",
        ":5:1: error: auth: expected one kind of it");
    row("tls", storage + "proxy: {remoteurl: 'https://quay.io'}\nhttp:\n  tls: {key: /k}\n",
        ":5:8: error: http.tls: expected certificate and key");
    row("old tls", shortText + "http: {tls: {certificate: /c, key: /k, minimumtls: ssl3}}\n",
        ":5:52: error: http.tls.minimumtls: expected tls1.2 or tls1.3, not 'ssl3'");
    row("clients of no tls", shortText + "http: {tls: {clientcas: [/a]}}\n",
        ":5:13: error: http.tls: expected certificate and key");
    row("a misspelt key of tls",
        shortText + "http: {tls: {certificate: /c, key: /k, clientCAs: [/a]}}\n",
        ":5:40: error: unknown key 'http.tls.clientCAs'");
    row("letsencrypt", shortText + "http: {tls: {letsencrypt: {email: a@b.example}}}\n",
        ":5:27: error: http.tls.letsencrypt: expected hosts, the names");
    row("exec", storage + "proxy: {remoteurl: 'https://quay.io', exec: {command: c}}\n",
        ":3:39: error: proxy.exec: this version runs no credential helper");
    row("socket", storage + "proxy: {remoteurl: 'https://quay.io'}\nhttp: {net: unix}\n",
        ":4:13: error: http.net: expected tcp, not 'unix'");
    row("prefix", storage + "proxy: {remoteurl: 'https://quay.io'}\nhttp: {prefix: /r/}\n",
        ":4:16: error: http.prefix: this version answers at /v2/ only");
    row("level", shortText + "log: {level: loud}\n",
        ":5:14: error: log.level: expected error, warn, info or debug, not 'loud'");
    row("formatter", shortText + "log: {formatter: xml}\n",
        ":5:18: error: log.formatter: expected");
    row("boolean", shortText + "log: {accesslog: {disabled: 1}}\n",
        ":5:29: error: log.accesslog.disabled: expected true or false, not '1'");
    row("interval", shortText + "health: {storagedriver: {interval: soon}}\n",
        ":5:36: error: health.storagedriver.interval: expected a time");
    row("threshold", shortText + "health: {storagedriver: {threshold: x}}\n",
        ":5:37: error: health.storagedriver.threshold: expected a whole number");
    row("negative interval", shortText + "health: {storagedriver: {interval: -5s}}\n",
        ":5:36: error: health.storagedriver.interval: expected a time of at least 100ms");
    row("section", shortText + "health: 3\n", ":5:9: error: health: expected a mapping");
    row("ttl", storage + "proxy: {remoteurl: 'https://quay.io', ttl: -1h}\n",
        ":3:44: error: proxy.ttl: expected a time that is not negative");
    row("syntax", "version: 0.1\nlog: [\n", ": error: not YAML");
}

void TestRegistryConfig::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    const LoadedConfig loaded = read(text);
    QVERIFY(!loaded.config);
    const QStringList errors = textsOf(loaded).filter(QStringLiteral(": error: "));
    QVERIFY2(errors.size() == 1 && errors.first().contains(error), qPrintable(errors.join(u'\n')));
}

void TestRegistryConfig::acceptsNoLogin_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("none") << QByteArray("auth: none\n");
    QTest::newRow("none with parameters") << QByteArray("auth: {none: {}}\n");
    QTest::newRow("empty") << QByteArray("auth:\n");
}

void TestRegistryConfig::acceptsNoLogin()
{
    QFETCH(QByteArray, text);
    const LoadedConfig loaded = read(shortText + text);
    QVERIFY(loaded.config);
    QVERIFY(!loaded.config->login);
}

void TestRegistryConfig::readsTheLogin()
{
    const LoadedConfig loaded =
        read(shortText + "auth:\n  htpasswd: {realm: My cache, path: /etc/users}\n");
    QVERIFY(loaded.config);
    QVERIFY(loaded.config->login ==
            LoginConfig({.file = QStringLiteral("/etc/users"), .realm = "My cache"}));
    // As registry:2 does, from where it was started.
    const LoadedConfig relative =
        read(shortText + "auth: {htpasswd: {realm: r, path: conf/users}}\n");
    QVERIFY(relative.config);
    QCOMPARE(relative.config->login->file,
             QDir::current().absoluteFilePath(QStringLiteral("conf/users")));
}

void TestRegistryConfig::readsTls()
{
    const LoadedConfig loaded = read(shortText + "http:\n  addr: :5443\n  tls:\n"
                                                 "    certificate: /c.pem\n    key: /k.pem\n"
                                                 "    clientcas: [/a.pem, /b.pem]\n"
                                                 "    minimumtls: tls1.3\n");
    QVERIFY2(loaded.config, qPrintable(textsOf(loaded).join(u'\n')));
    const TlsConfig expected{
        .certificate = QStringLiteral("/c.pem"),
        .key = QStringLiteral("/k.pem"),
        .clientAuthorities = {QStringLiteral("/a.pem"), QStringLiteral("/b.pem")},
        .minimumVersion = TlsConfig::Version::Tls13,
    };
    QVERIFY(loaded.config->listen ==
            std::vector<ListenConfig>(
                {{.address = {.host = "0.0.0.0", .port = 5443}, .tls = expected}}));
    const LoadedConfig old =
        read(shortText + "http: {tls: {certificate: /c, key: /k, minimumtls: tls1.0}}\n");
    QVERIFY(old.config);
    QVERIFY(old.config->listen.front().tls->minimumVersion == TlsConfig::Version::Tls12);
    QVERIFY(textsOf(old).join(u'\n').contains(QStringLiteral("tls1.2 is the least here")));
    QVERIFY(
        !read(shortText + "http: {tls: {certificate: '', key: ''}}\n").config->listen.front().tls);
}

void TestRegistryConfig::readsHealth_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isChecked");
    QTest::addColumn<int>("intervalMs");
    QTest::addColumn<int>("threshold");
    const auto row = [](const char *name, const char *text, bool isChecked, int ms, int threshold) {
        QTest::newRow(name) << QByteArray(text) << isChecked << ms << threshold;
    };
    row("absent", "", true, 10'000, 3);
    row("other checks only", "health: {file: [{file: /x}]}\n", true, 10'000, 3);
    row("empty", "health: {storagedriver:}\n", true, 10'000, 3);
    row("off", "health: {storagedriver: {enabled: false}}\n", false, 10'000, 1);
    row("on", "health: {storagedriver: {enabled: true, interval: 500ms, threshold: 5}}\n", true,
        500, 5);
    row("without a threshold", "health: {storagedriver: {interval: 2m}}\n", true, 120'000, 1);
    row("zeros", "health: {storagedriver: {interval: 0, threshold: 0}}\n", true, 10'000, 1);
    row("large", "health: {storagedriver: {threshold: 5000}}\n", true, 10'000, 1'000);
}

void TestRegistryConfig::readsHealth()
{
    QFETCH(QByteArray, text);
    const LoadedConfig loaded = read(shortText + text);
    QVERIFY2(loaded.config, qPrintable(textsOf(loaded).join(u'\n')));
    const HealthConfig &health = loaded.config->health;
    QTEST(health.isChecked, "isChecked");
    QTEST(static_cast<int>(health.interval.count()), "intervalMs");
    QTEST(health.threshold, "threshold");
}

void TestRegistryConfig::debugAddressSaysWhoIsAnswered_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("asTheCache");
    QTest::newRow("this computer") << QByteArray("127.0.0.1:5001") << false;
    QTest::newRow("all addresses") << QByteArray(":5001") << true;
    QTest::newRow("one of the network") << QByteArray("192.168.0.80:5001") << true;
}

void TestRegistryConfig::debugAddressSaysWhoIsAnswered()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, asTheCache);
    const LoadedConfig loaded =
        read(shortText, {{"REGISTRY_HTTP_DEBUG_ADDR", address.toStdString()}});
    QVERIFY(loaded.config);
    QCOMPARE(loaded.config->debugAllow,
             asTheCache ? std::vector<std::string>{"private"} : std::vector<std::string>{});
}

void TestRegistryConfig::neverRepeatsASecret()
{
    const LoadedConfig loaded =
        read("version: 0.1\nstorage: {filesystem: {}}\nproxy:\n"
             "  remoteurl: https://me:s3cret@quay.io\n  password: [s3cret]\n",
             {{"REGISTRY_HTTP_SECRET", "[s3cret"}});
    QVERIFY(!loaded.config);
    QVERIFY2(!textsOf(loaded).join(u'\n').contains(QLatin1String("s3cret")),
             qPrintable(textsOf(loaded).join(u'\n')));
}

QTEST_GUILESS_MAIN(TestRegistryConfig)
#include "tst_registryconfig.moc"
