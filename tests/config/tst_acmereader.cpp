// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates by ACME are configured in both formats; what cannot be right is told at its place,
// without a word of what may be a secret.
#include "config/configfile.h"
#include "config/registryconfig.h"
#include "core/limits.h"

#include <QDir>
#include <QTest>

using namespace lanyard;

namespace {

LoadedConfig read(const QByteArray &acme)
{
    const QByteArray text = "version: 1\nlisten: [{address: ':1', tls: {acme: {" + acme + "}}}]\n";
    return config::readConfig(text, QStringLiteral("f.yml"), readSmallFile);
}

LoadedConfig readRegistry(const QByteArray &letsencrypt,
                          const config::Environment &environment = {})
{
    const QByteArray text = "version: 0.1\n"
                            "storage: {filesystem: {rootdirectory: /srv/r}}\n"
                            "proxy: {remoteurl: 'https://registry-1.docker.io'}\n"
                            "http: {addr: 'localhost:5000', tls: {" +
                            letsencrypt + "}}\n";
    return config::readRegistryConfig(text, QStringLiteral("config.yml"), environment);
}

QString textsOf(const LoadedConfig &loaded)
{
    QStringList texts;
    for (const ConfigDiagnostic &diagnostic : loaded.diagnostics)
        texts.append(diagnostic.toString());
    return texts.join(u'\n');
}

AcmeConfig acmeOf(const LoadedConfig &loaded)
{
    if (!loaded.config || !loaded.config->listen.front().tls)
        return {};
    const TlsConfig &tls = *loaded.config->listen.front().tls;
    const auto *acme = std::get_if<AcmeConfig>(&tls.issuer);
    return acme != nullptr && tls.certificate.isEmpty() && tls.key.isEmpty() ? *acme : AcmeConfig();
}

} // namespace

class TestAcmeReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void hostsAreEnough();
    void readsWhatRegistryHas();
    void readsWhatRegistryHasNot();
    void variablesOverride();
    void saysNothing();
    void reports_data();
    void reports();
    void reportsInRegistry_data();
    void reportsInRegistry();
    void neverRepeatsASecret();
};

void TestAcmeReader::readsEveryKey()
{
    const LoadedConfig loaded =
        read("hosts: [Cache.example.org, '*.example.org'], email: me@example.org,\n"
             "  directoryUrl: 'https://ca.lan:9000/acme/acme/directory', directoryCa: /ca.pem,\n"
             "  challenge: dns-01, dnsProvider: rfc2136,\n"
             "  dnsSettings: {RFC2136_NAMESERVER: '127.0.0.1:53', A: {file: /s}, B: {env: E}},\n"
             "  dnsResolvers: ['127.0.0.1:53', 'ns.lan:5353'], directory: ~/acme,\n"
             "  plainMeanwhile: true");
    QVERIFY2(loaded.config, qPrintable(textsOf(loaded)));
    const AcmeConfig expected{
        .hosts = {"cache.example.org", "*.example.org"},
        .email = "me@example.org",
        .directoryUrl = "https://ca.lan:9000/acme/acme/directory",
        .directoryCa = QStringLiteral("/ca.pem"),
        .challenge = AcmeConfig::Challenge::Dns01,
        .challengeAddress = {},
        .dnsProvider = "rfc2136",
        .dnsSettings = {{.name = "RFC2136_NAMESERVER", .text = "127.0.0.1:53"},
                        {.name = "A", .file = "/s"},
                        {.name = "B", .env = "E"}},
        .dnsResolvers = {"127.0.0.1:53", "ns.lan:5353"},
        .directory = QDir::homePath() + QStringLiteral("/acme"),
        .servesPlainMeanwhile = true,
    };
    QVERIFY(acmeOf(loaded) == expected);
    QVERIFY(acmeOf(read("hosts: [a.b], challenge: http-01, challengeAddress: ':8080'")) ==
            AcmeConfig({.hosts = {"a.b"},
                        .challenge = AcmeConfig::Challenge::Http01,
                        .challengeAddress = ListenAddress{.host = "0.0.0.0", .port = 8080}}));
}

void TestAcmeReader::hostsAreEnough()
{
    const AcmeConfig acme = acmeOf(read("hosts: [cache.lan]"));
    QVERIFY(acme == AcmeConfig({.hosts = {"cache.lan"}}));
    QVERIFY(acme.challenge == AcmeConfig::Challenge::TlsAlpn01);
    QCOMPARE(acme.directoryUrl, std::string("https://acme-v02.api.letsencrypt.org/directory"));
}

void TestAcmeReader::readsWhatRegistryHas()
{
    const LoadedConfig loaded =
        readRegistry("clientcas: [/a.pem], letsencrypt: {cachefile: /etc/le, email: me@example.org,"
                     " hosts: [cache.example.org], directoryurl: 'https://ca.lan/dir'}");
    QVERIFY2(loaded.config, qPrintable(textsOf(loaded)));
    QVERIFY(acmeOf(loaded) == AcmeConfig({.hosts = {"cache.example.org"},
                                          .email = "me@example.org",
                                          .directoryUrl = "https://ca.lan/dir",
                                          .directory = QStringLiteral("/etc/le/lanyard")}));
    QCOMPARE(loaded.config->listen.front().tls->clientAuthorities,
             QStringList(QStringLiteral("/a.pem")));
}

void TestAcmeReader::readsWhatRegistryHasNot()
{
    const LoadedConfig loaded =
        readRegistry("letsencrypt: {cachefile: le, hosts: ['*.example.org'], email: '',"
                     " challenge: dns-01, dnsprovider: exec, directoryca: ca.pem,"
                     " dnssettings: {EXEC_PATH: /bin/x}, dnsresolvers: ['127.0.0.1:53'],"
                     " plainmeanwhile: true}");
    QVERIFY2(loaded.config, qPrintable(textsOf(loaded)));
    const QString here = QDir::currentPath();
    QVERIFY(acmeOf(loaded) == AcmeConfig({.hosts = {"*.example.org"},
                                          .directoryCa = here + QStringLiteral("/ca.pem"),
                                          .challenge = AcmeConfig::Challenge::Dns01,
                                          .dnsProvider = "exec",
                                          .dnsSettings = {{.name = "EXEC_PATH", .text = "/bin/x"}},
                                          .dnsResolvers = {"127.0.0.1:53"},
                                          .directory = here + QStringLiteral("/le/lanyard"),
                                          .servesPlainMeanwhile = true}));
}

void TestAcmeReader::variablesOverride()
{
    const LoadedConfig loaded =
        readRegistry("letsencrypt: {email: me@example.org, hosts: [a.b]}",
                     {{"REGISTRY_HTTP_TLS_LETSENCRYPT_CACHEFILE", "/var/le"},
                      {"REGISTRY_HTTP_TLS_LETSENCRYPT_HOSTS", "[c.example.org, d.example.org]"}});
    QVERIFY2(loaded.config, qPrintable(textsOf(loaded)));
    QVERIFY(acmeOf(loaded) == AcmeConfig({.hosts = {"c.example.org", "d.example.org"},
                                          .email = "me@example.org",
                                          .directory = QStringLiteral("/var/le/lanyard")}));
}

void TestAcmeReader::saysNothing()
{
    const LoadedConfig loaded = readRegistry("letsencrypt: {cachefile: '', email: '', hosts: []}");
    QVERIFY2(loaded.config, qPrintable(textsOf(loaded)));
    QVERIFY(!loaded.config->listen.front().tls);
}

void TestAcmeReader::reports_data()
{
    QTest::addColumn<QByteArray>("acme");
    QTest::addColumn<int>("column"); // from the section's first character
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &acme, int column, const char *says) {
        QTest::newRow(name) << acme << column << QString::fromLatin1(says);
    };
    const QByteArray h = "hosts: [a.b], ";
    row("no hosts", "email: a@b.c", 0, "listen[0].tls.acme: expected hosts");
    row("empty hosts", "hosts: []", 8, "listen[0].tls.acme.hosts: expected at least one name");
    row("address", "hosts: [192.0.2.1]", 9, "hosts[0]: expected the name of a host");
    row("IPv6", "hosts: ['2001:db8::1']", 9, "the name of a host");
    row("underscore", "hosts: [a_b.c]", 9, "the name of a host");
    row("dot", "hosts: [a.b.]", 9, "the name of a host");
    row("hyphen", "hosts: [-a.b]", 9, "the name of a host");
    row("label", "hosts: [" + QByteArray(64, 'a') + ".b]", 9, "the name of a host");
    row("option", "hosts: [--help]", 9, "the name of a host");
    row("wildcard", "hosts: ['*.a.b']", 9, "challenge: dns-01 only");
    row("half a wildcard", "challenge: dns-01, dnsProvider: x, hosts: ['a*.b']", 44, "name of a");
    row("twice", "hosts: [a.b, A.B]", 14, "'a.b' is there already");
    row("no name", "hosts: [[a.b]]", 9, "the name of a host such as cache.example.org, not a list");
    QByteArray many = "hosts: [";
    for (std::size_t i = 0; i <= limits::certificateNamesMax; ++i)
        many += "h" + QByteArray::number(static_cast<int>(i)) + ".b,";
    row("many hosts", many + "]", 8, "a certificate is for 100 names at most");
    row("email", h + "email: me", 22, "expected an address such as me@example.org, not 'me'");
    row("email with a slash", h + "email: ../x@a.b", 22, "an address such as");
    row("email with a comma", h + "email: 'x,y@a.b'", 22, "an address such as");
    row("plain directory", h + "directoryUrl: 'http://a.b/d'", 29, "begins with https://");
    row("directory", h + "directoryUrl: a", 29, "begins with https://");
    row("relative ca", h + "directoryCa: ca.pem", 28, "absolute path");
    row("relative folder", h + "directory: acme", 26, "absolute path");
    row("challenge", h + "challenge: dns", 26, "http-01, tls-alpn-01 or dns-01, not 'dns'");
    row("place", h + "challengeAddress: 'a:80'", 33, "[ADDRESS]:PORT");
    row("no port", h + "challengeAddress: ':0'", 33, "[ADDRESS]:PORT");
    const QByteArray d = h + "challenge: dns-01, dnsProvider: exec, ";
    row("place of nobody", d + "challengeAddress: ':80'", 71, "nobody asks there");
    row("no provider", h + "challenge: dns-01", 0, "expected dnsProvider");
    row("provider without", h + "dnsProvider: exec", 28, "expected challenge: dns-01 beside it");
    row("settings without", h + "dnsSettings: {A: b}", 28, "expected challenge: dns-01 beside");
    row("resolvers without", h + "dnsResolvers: ['a:53']", 29, "expected challenge: dns-01");
    row("manual", h + "challenge: dns-01, dnsProvider: manual", 47, "manual waits for a person");
    row("option as provider", h + "challenge: dns-01, dnsProvider: -x", 47, "lego dnshelp");
    row("setting's name", d + "dnsSettings: {a b: c}", 67, "'a b' is not the name of a variable");
    row("no setting", d + "dnsSettings: {A: [x]}", 70, "dnsSettings.A: expected a text, {file: P");
    row("two settings", d + "dnsSettings: {A: {file: /a, env: B}}", 70, "expected a text, {file: ");
    row("setting of nothing", d + "dnsSettings: {A: {env: ''}}", 76, "the name of a variable");
    row("setting's file", d + "dnsSettings: {A: {file: a}}", 77, "absolute path");
    row("setting's kind", d + "dnsSettings: {A: {text: a}}", 71, "unknown key 'text'");
    row("resolver", d + "dnsResolvers: [127.0.0.1]", 68, "HOST:PORT such as 127.0.0.1:53");
    row("plain", h + "plainMeanwhile: maybe", 31, "true or false");
    row("unknown", h + "webroot: /x", 15, "unknown key 'webroot' in listen[0].tls.acme");
}

void TestAcmeReader::reports()
{
    QFETCH(QByteArray, acme);
    QFETCH(int, column);
    QFETCH(QString, says);
    const LoadedConfig loaded = read(acme);
    QVERIFY(!loaded.config);
    QVERIFY2(loaded.diagnostics.size() == 1, qPrintable(textsOf(loaded)));
    const ConfigDiagnostic &diagnostic = loaded.diagnostics.first();
    QVERIFY2(QString::fromStdString(diagnostic.message.english()).contains(says),
             qPrintable(diagnostic.toString()));
    QCOMPARE(diagnostic.line, 2);
    constexpr int before = 38; // the column of the section's brace
    QCOMPARE(diagnostic.column, before + column);
}

void TestAcmeReader::reportsInRegistry_data()
{
    QTest::addColumn<QByteArray>("tls");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &tls, const char *says) {
        QTest::newRow(name) << tls << QString::fromLatin1(says);
    };
    row("no hosts", "letsencrypt: {cachefile: /c, email: a@b.example}",
        ":4:51: error: http.tls.letsencrypt: expected hosts, the names");
    row("both", "certificate: /c, key: /k, letsencrypt: {hosts: [a.b]}",
        ":4:37: error: http.tls: expected certificate and key, or letsencrypt");
    row("challenge", "letsencrypt: {hosts: [a.b], challenge: x}",
        "error: http.tls.letsencrypt.challenge: expected http-01");
    row("misspelt", "letsencrypt: {hosts: [a.b], challange: http-01}",
        "error: unknown key 'http.tls.letsencrypt.challange'");
}

void TestAcmeReader::reportsInRegistry()
{
    QFETCH(QByteArray, tls);
    QFETCH(QString, says);
    const LoadedConfig loaded = readRegistry(tls);
    QVERIFY(!loaded.config);
    QVERIFY2(textsOf(loaded).contains(says), qPrintable(textsOf(loaded)));
    QCOMPARE(textsOf(loaded).count(QStringLiteral(": error: ")), 1);
}

void TestAcmeReader::neverRepeatsASecret()
{
    const LoadedConfig loaded =
        read("hosts: [a.b], challenge: dns-01, dnsProvider: exec, dnsSettings: "
             "{A: [s3cret], B: {env: [s3cret]}, C: {file: {s3cret: s3cret}}, D: \"s3cret\\0\"}");
    QVERIFY(!loaded.config);
    QVERIFY2(!textsOf(loaded).contains(QLatin1String("s3cret")), qPrintable(textsOf(loaded)));
}

QTEST_GUILESS_MAIN(TestAcmeReader)
#include "tst_acmereader.moc"
