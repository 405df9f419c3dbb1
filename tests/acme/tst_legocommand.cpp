// SPDX-License-Identifier: GPL-3.0-or-later
// Lego is asked for what the configuration wants, secrets go by its environment alone, and a lego
// that cannot be asked so is named.
#include "acme/legocommand.h"
#include "acme/legoversion.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::acme;

namespace {

QProcessEnvironment ownEnvironment()
{
    QProcessEnvironment own;
    own.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin"));
    own.insert(QStringLiteral("HTTPS_PROXY"), QStringLiteral("http://p:1"));
    own.insert(QStringLiteral("REGISTRY_PROXY_PASSWORD"), QStringLiteral("s3cret"));
    return own;
}

LegoCommand orderOf(const AcmeConfig &config, const std::vector<SettingValue> &settings = {},
                    const ListenAddress *address = nullptr)
{
    return legoOrder({.config = config,
                      .folder = QStringLiteral("/d/lego"),
                      .answerAddress = address ? std::optional(*address) : std::nullopt,
                      .settings = settings},
                     ownEnvironment());
}

/// What `lego --help` says.
QByteArray helpOf(const QByteArray &version)
{
    return "NAME:\n   lego - Let's Encrypt client written in Go\n\nVERSION:\n   " + version +
           "\n\nGLOBAL OPTIONS:\n   --domains value, -d value  x\n   --server value, -s value  x\n"
           "   --accept-tos, -a  x\n   --email value, -m value  x\n   --path value  x\n"
           "   --http.port value  x\n   --tls.port value  x\n   --dns value  x\n"
           "   --dns.resolvers value  x\n   --cert.timeout value  x\n";
}

} // namespace

class TestLegoCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersByHttp();
    void ordersByTls_data();
    void ordersByTls();
    void ordersByDns();
    void asksAsSomebody();
    void namesItsFiles();
    void checksTheProgram_data();
    void checksTheProgram();
};

void TestLegoCommand::ordersByHttp()
{
    const AcmeConfig config{.hosts = {"a.example.org", "b.example.org"},
                            .email = "me@example.org",
                            .directoryUrl = "https://ca.lan/dir",
                            .directoryCa = QStringLiteral("/ca.pem"),
                            .challenge = AcmeConfig::Challenge::Http01};
    const ListenAddress address{.host = "127.0.0.1", .port = 8080};
    const LegoCommand command = orderOf(config, {}, &address);
    QCOMPARE(command.arguments.join(u' '),
             QStringLiteral("--path /d/lego --accept-tos --email me@example.org "
                            "--server https://ca.lan/dir --cert.timeout 120 "
                            "--domains a.example.org --domains b.example.org "
                            "--http --http.port 127.0.0.1:8080 run"));
    QStringList variables = command.environment.toStringList();
    variables.sort();
    QCOMPARE(variables, QStringList({QStringLiteral("HTTPS_PROXY=http://p:1"),
                                     QStringLiteral("LEGO_CA_CERTIFICATES=/ca.pem"),
                                     QStringLiteral("PATH=/usr/bin")}));
}

void TestLegoCommand::ordersByTls_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QString>("words");
    QTest::newRow("all") << QByteArray("::") << QStringLiteral("--tls --tls.port :443 run");
    QTest::newRow("all of IPv4") << QByteArray("0.0.0.0")
                                 << QStringLiteral("--tls --tls.port 0.0.0.0:443 run");
    QTest::newRow("IPv6") << QByteArray("::1") << QStringLiteral("--tls --tls.port [::1]:443 run");
}

void TestLegoCommand::ordersByTls()
{
    QFETCH(QByteArray, host);
    QFETCH(QString, words);
    const ListenAddress address{.host = host.toStdString(), .port = 443};
    const LegoCommand command = orderOf({.hosts = {"a.b"}}, {}, &address);
    QVERIFY2(command.arguments.join(u' ').endsWith(words),
             qPrintable(command.arguments.join(u' ')));
    QVERIFY(!command.environment.contains(QStringLiteral("LEGO_CA_CERTIFICATES")));
}

void TestLegoCommand::ordersByDns()
{
    const AcmeConfig config{.hosts = {"*.example.org"},
                            .challenge = AcmeConfig::Challenge::Dns01,
                            .dnsProvider = "rfc2136",
                            .dnsResolvers = {"127.0.0.1:53", "ns.lan:53"}};
    const LegoCommand command = orderOf(config, {{"RFC2136_TSIG_SECRET", "t0psecret"}});
    const QString words = command.arguments.join(u' ');
    QVERIFY2(words.endsWith(QStringLiteral("--dns rfc2136 --dns.resolvers 127.0.0.1:53 "
                                           "--dns.resolvers ns.lan:53 run")),
             qPrintable(words));
    QVERIFY(!words.contains(QStringLiteral("t0psecret")));
    QCOMPARE(command.environment.value(QStringLiteral("RFC2136_TSIG_SECRET")),
             QStringLiteral("t0psecret"));
    QVERIFY(!command.environment.toStringList().join(u' ').contains(QStringLiteral("s3cret ")));
    QVERIFY(!command.environment.contains(QStringLiteral("REGISTRY_PROXY_PASSWORD")));
}

void TestLegoCommand::asksAsSomebody()
{
    QCOMPARE(contactOf({.hosts = {"a.b"}, .email = "me@b.c"}), std::string("me@b.c"));
    QCOMPARE(contactOf({.hosts = {"a.b", "c.d"}}), std::string("hostmaster@a.b"));
    QCOMPARE(contactOf({.hosts = {"*.a.b"}}), std::string("hostmaster@a.b"));
}

void TestLegoCommand::namesItsFiles()
{
    const AcmeConfig config{.hosts = {"*.a.b", "c.d"}};
    QCOMPARE(legoCertificateFile(config, QStringLiteral("/l")),
             QStringLiteral("/l/certificates/_.a.b.crt"));
    QCOMPARE(legoKeyFile(config, QStringLiteral("/l")),
             QStringLiteral("/l/certificates/_.a.b.key"));
}

void TestLegoCommand::checksTheProgram_data()
{
    QTest::addColumn<QByteArray>("help");
    QTest::addColumn<QString>("says"); // empty: it can be used
    QTest::newRow("of Debian") << helpOf("dev") << QString();
    QTest::newRow("4.9.1") << helpOf("4.9.1") << QString();
    QTest::newRow("4.5.0") << helpOf("4.5.0") << QString();
    QTest::newRow("v4.10.0") << helpOf("v4.10.0") << QString();
    QTest::newRow("4.4.0") << helpOf("4.4.0") << QStringLiteral("(4.4.0) cannot be used");
    QTest::newRow("3.2.0") << helpOf("3.2.0") << QStringLiteral("(3.2.0) cannot be used");
    QTest::newRow("without an option")
        << helpOf("5.0.0").replace("--dns.resolvers ", "") << QStringLiteral("(5.0.0) cannot be");
    QTest::newRow("something else")
        << QByteArray("hello\n") << QStringLiteral("(without a version");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("apt-get install lego");
}

void TestLegoCommand::checksTheProgram()
{
    QFETCH(QByteArray, help);
    QFETCH(QString, says);
    const Result<void> usable = checkLego(help);
    QCOMPARE(usable.has_value(), says.isEmpty());
    if (!usable)
        QVERIFY2(QString::fromStdString(usable.error().message.english()).contains(says),
                 usable.error().message.english().c_str());
}

QTEST_GUILESS_MAIN(TestLegoCommand)
#include "tst_legocommand.moc"
