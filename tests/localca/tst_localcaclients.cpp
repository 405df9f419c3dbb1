// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that clients who trust the authority accept the listener for its names, and no other, and
// that a certificate that is replaced is shown to whoever comes then.
#include "http/testserver.h"
#include "localca/localca.h"
#include "localca/localcaissuer.h"
#include "tls/listeners.h"
#include "tls/tlsclient.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace lanyard;
using namespace lanyard::localca;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

ListenConfig listenerFor(std::vector<std::string> names)
{
    return {.address = {.host = "127.0.0.1", .port = 0},
            .tls = TlsConfig{.issuer = LocalCaConfig{.names = std::move(names)}}};
}

} // namespace

class TestLocalCaClients final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void acceptsItsNames_data();
    void acceptsItsNames();
    void seesTheNextCertificate();
    void trustsAnewAfterAReplacement();

private:
    TlsTerms terms(const std::string &host = {}) const
    {
        return {.authority = m_ca->overview()->certificate, .host = host};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    QStringList m_names;
    std::unique_ptr<LocalCa> m_ca;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<tls::Listeners> m_listeners;
    std::vector<std::uint16_t> m_ports;
};

void TestLocalCaClients::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_names = {QStringLiteral("nas"), QStringLiteral("192.0.2.7"), QStringLiteral("fd00::7")};
    m_ca = std::make_unique<LocalCa>(
        m_folder->path(), m_clock,
        LocalCa::Options{.names = [this] { return m_names; }, .interval = 1ms});
    m_server = std::make_unique<TestServer>(openOptions(1), answerBriefly);
    m_listeners = std::make_unique<tls::Listeners>(
        m_server->server(), m_clock, [this](const TlsConfig &config) {
            return std::make_unique<LocalCaIssuer>(*m_ca, std::get<LocalCaConfig>(config.issuer));
        });
    Config config;
    config.listen = {listenerFor({"cache.lan"}), listenerFor({})};
    QVERIFY(m_listeners->open(config));
    m_ports.clear();
    for (const QString &url : m_listeners->urls())
        m_ports.push_back(static_cast<std::uint16_t>(QUrl(url).port()));
}

void TestLocalCaClients::cleanup()
{
    m_listeners.reset();
    m_server.reset();
    m_ca.reset();
}

void TestLocalCaClients::acceptsItsNames_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("the computer's name") << QByteArray("nas") << true;
    QTest::newRow("a configured name") << QByteArray("cache.lan") << true;
    QTest::newRow("IPv4") << QByteArray("192.0.2.7") << true;
    QTest::newRow("IPv6") << QByteArray("fd00::7") << true;
    QTest::newRow("another name") << QByteArray("evil.lan") << false;
    QTest::newRow("another address") << QByteArray("192.0.2.8") << false;
}

void TestLocalCaClients::acceptsItsNames()
{
    QFETCH(const QByteArray, host);
    for (const std::uint16_t port : m_ports) {
        TlsClient client(port, terms(host.toStdString()));
        QTEST(client.isEstablished(), "isAccepted");
        if (!client.isEstablished())
            continue;
        QVERIFY(client.send(requestText("GET", "/")));
        QCOMPARE(client.readAnswer().status, 200);
    }
    // A client of TLS 1.2, and one that trusts another authority.
    TlsTerms old = terms("nas");
    old.versionMax = 0x0303;
    QVERIFY(TlsClient(m_ports.front(), old).isEstablished());
    const QTemporaryDir elsewhere;
    LocalCa other(elsewhere.path(), m_clock, {});
    const TlsTerms stranger{.authority = other.create(false)->overview.certificate};
    QVERIFY(!TlsClient(m_ports.front(), stranger).isEstablished());
}

void TestLocalCaClients::seesTheNextCertificate()
{
    TlsClient early(m_ports.front(), terms("nas"));
    QVERIFY(!TlsClient(m_ports.front(), terms("10.1.2.3")).isEstablished());
    m_names.append(QStringLiteral("10.1.2.3"));
    for (const std::uint16_t port : m_ports)
        QTRY_VERIFY(TlsClient(port, terms("10.1.2.3")).isEstablished());
    // Who was there before is served on.
    QVERIFY(early.send(requestText("GET", "/")));
    QCOMPARE(early.readAnswer().status, 200);
}

void TestLocalCaClients::trustsAnewAfterAReplacement()
{
    const TlsTerms before = terms("nas");
    QVERIFY(m_ca->create(true));
    QTRY_VERIFY(TlsClient(m_ports.front(), terms("nas")).isEstablished());
    QVERIFY(!TlsClient(m_ports.front(), before).isEstablished());
}

QTEST_GUILESS_MAIN(TestLocalCaClients)
#include "tst_localcaclients.moc"
