// SPDX-License-Identifier: GPL-3.0-or-later
// A server listens where its configuration says, as it says, also when that changes: plain and with
// TLS, each address with clients of its own. What cannot be done is told, and tried again.
#include "http/testserver.h"
#include "support/freeport.h"
#include "tls/listeners.h"
#include "tls/pemfiles.h"
#include "tls/tlsclient.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <optional>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::tls;
using namespace std::chrono_literals;

namespace {

const std::vector<std::string> strangers{"192.0.2.0/24"};

ListenConfig at(std::uint16_t port, std::optional<TlsConfig> tls = std::nullopt)
{
    return {.address = {.host = "127.0.0.1", .port = port}, .tls = std::move(tls)};
}

QString url(const char *scheme, std::uint16_t port)
{
    return QStringLiteral("%1://127.0.0.1:%2").arg(QLatin1String(scheme)).arg(port);
}

bool servesPlain(std::uint16_t port)
{
    RawHttpClient client(port);
    return client.send(requestText("GET", "/")) && client.readAnswer().status == 200;
}

bool servesTls(std::uint16_t port)
{
    return TlsClient(port).isEstablished();
}

} // namespace

class TestListeners final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listensPlainAndWithTls();
    void knowsItsCertificates();
    void changesWhereAndHow();
    void cutsNobody();
    void givesEachAddressItsClients();
    void freesAPortForAnother();
    void triesAgainUntilThePortIsFree();
    void staysAsItWasUntilTheFilesAreRight();
    void closesAtOnceWhatIsToBeClosed();
    void opensNothingWithoutItsTls();
    void asksAnIssuerOnce();
    void changesAnIssuer();
    void triesNoMoreAtTheEnd();
    void endsWithTheFirstError_data();
    void endsWithTheFirstError();

private:
    Config config(const std::vector<ListenConfig> &listen) const
    {
        Config config;
        config.listen = listen;
        return config;
    }

    std::optional<TestServer> m_server;
    SystemClock m_clock;
    IssuerFactory m_issuers;
    std::unique_ptr<Listeners> m_listeners;
};

void TestListeners::init()
{
    m_server.emplace(openOptions(2), answerBriefly);
    m_issuers = nullptr;
    m_listeners = std::make_unique<Listeners>(
        m_server->server(), m_clock,
        [this](const TlsConfig &tls) { return m_issuers ? m_issuers(tls) : nullptr; }, 10ms);
}

void TestListeners::cleanup()
{
    m_listeners.reset();
    m_server.reset();
}

void TestListeners::listensPlainAndWithTls()
{
    const PemFiles files;
    QVERIFY(m_listeners->open(config({at(0), at(0, files.config())})));
    const QStringList urls = m_listeners->urls();
    QCOMPARE(urls.size(), 2);
    QVERIFY(servesPlain(static_cast<std::uint16_t>(QUrl(urls[0]).port())));
    QVERIFY(servesTls(static_cast<std::uint16_t>(QUrl(urls[1]).port())));
    QVERIFY(urls[0].startsWith(QStringLiteral("http://")) &&
            urls[1].startsWith(QStringLiteral("https://")));
}

void TestListeners::knowsItsCertificates()
{
    const PemFiles files;
    QVERIFY(m_listeners->open(config({at(0), at(0, files.config()), at(0, files.config())})));
    const QList<ServedCertificate> certificates = m_listeners->certificates();
    QCOMPARE(certificates.size(), 1);
    const ServedCertificate &one = certificates.constFirst();
    QCOMPARE(one.file, files.config().certificate);
    QVERIFY(!one.isIssued);
    const std::int64_t nowMs = toEpochMs(m_clock.wallNow());
    QVERIFY(one.validFromMs <= nowMs && nowMs < one.validUntilMs);
}

void TestListeners::changesWhereAndHow()
{
    const PemFiles files;
    const std::uint16_t first = freePort();
    const std::uint16_t second = freePort();
    QVERIFY(m_listeners->open(config({at(first)})));
    QSignalSpy changes(m_listeners.get(), &Listeners::urlsChanged);
    m_listeners->change(config({at(first), at(second, files.config())}));
    QCOMPARE(m_listeners->urls(), QStringList({url("http", first), url("https", second)}));
    QVERIFY(servesPlain(first) && servesTls(second));
    m_listeners->change(config({at(first, files.config())}));
    QCOMPARE(m_listeners->urls(), QStringList(url("https", first)));
    QVERIFY(servesTls(first) && !servesPlain(first));
    QVERIFY(!servesTls(second));
    m_listeners->change(config({at(first)}));
    QVERIFY(servesPlain(first));
    QCOMPARE(changes.count(), 3);
    m_listeners->change(config({at(first)}));
    QCOMPARE(changes.count(), 3);
}

void TestListeners::cutsNobody()
{
    const std::uint16_t port = freePort();
    QVERIFY(m_listeners->open(config({at(port)})));
    RawHttpClient early(port);
    QVERIFY(early.send(requestText("GET", "/")) && early.readAnswer().status == 200);
    m_listeners->change(config({at(0)}));
    QVERIFY(!servesPlain(port));
    QVERIFY(early.send(requestText("GET", "/")) && early.readAnswer().status == 200);
}

void TestListeners::givesEachAddressItsClients()
{
    const std::uint16_t first = freePort();
    const std::uint16_t second = freePort();
    ListenConfig closed = at(second);
    closed.allow = strangers;
    QVERIFY(m_listeners->open(config({at(first), closed})));
    QVERIFY(servesPlain(first) && !servesPlain(second));
    // What all have in common, for those that have nothing of their own.
    closed.allow = {"127.0.0.1"};
    Config changed = config({at(first), closed});
    changed.allow = strangers;
    m_listeners->change(changed);
    QVERIFY(!servesPlain(first) && servesPlain(second));
}

void TestListeners::freesAPortForAnother()
{
    const std::uint16_t port = freePort();
    QVERIFY(m_listeners->open(config({at(port)})));
    QSignalSpy warnings(m_listeners.get(), &Listeners::warningRaised);
    m_listeners->change(config({{.address = {.host = "0.0.0.0", .port = port}}}));
    QCOMPARE(m_listeners->urls(), QStringList(QStringLiteral("http://0.0.0.0:%1").arg(port)));
    QVERIFY(servesPlain(port));
    QCOMPARE(warnings.count(), 0);
}

void TestListeners::triesAgainUntilThePortIsFree()
{
    const std::uint16_t port = freePort();
    QVERIFY(m_listeners->open(config({at(port)})));
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const std::uint16_t taken = other.serverPort();
    QSignalSpy warnings(m_listeners.get(), &Listeners::warningRaised);
    QSignalSpy changes(m_listeners.get(), &Listeners::urlsChanged);
    m_listeners->change(config({at(port), at(taken)}));
    QCOMPARE(m_listeners->urls(), QStringList(url("http", port)));
    QCOMPARE(warnings.count(), 1);
    QVERIFY(
        QString::fromStdString(warnings[0][0].value<Message>().english())
            .contains(
                QStringLiteral("cannot listen on 127.0.0.1:%1: the port is used by ").arg(taken)));
    QVERIFY(servesPlain(port));
    other.close();
    QTRY_COMPARE(changes.count(), 1);
    QVERIFY(servesPlain(taken));
    QCOMPARE(warnings.count(), 2);
    QCOMPARE(QString::fromStdString(warnings[1][0].value<Message>().english()),
             QStringLiteral("It listens at %1 now").arg(url("http", taken)));
}

void TestListeners::staysAsItWasUntilTheFilesAreRight()
{
    const PemFiles files;
    const PemFiles none;
    const std::uint16_t port = freePort();
    QVERIFY(m_listeners->open(config({at(port, files.config())})));
    const QByteArray before = TlsClient(port).certificate();
    QVERIFY(QFile::remove(none.path("key.pem")));
    QSignalSpy warnings(m_listeners.get(), &Listeners::warningRaised);
    m_listeners->change(config({at(port, none.config())}));
    QCOMPARE(warnings.count(), 1);
    QVERIFY(QString::fromStdString(warnings[0][0].value<Message>().english())
                .contains(none.path("key.pem")));
    QVERIFY(TlsClient(port).certificate() == before);
    const TlsIdentity right = makeTlsIdentity("127.0.0.1");
    none.put(right);
    QTRY_VERIFY(TlsClient(port).certificate() == right.certificate);
}

void TestListeners::closesAtOnceWhatIsToBeClosed()
{
    const PemFiles files;
    const PemFiles none;
    QVERIFY(QFile::remove(none.path("key.pem")));
    const std::uint16_t port = freePort();
    QVERIFY(m_listeners->open(config({at(port, files.config())})));
    ListenConfig closed = at(port, none.config());
    closed.allow = strangers;
    m_listeners->change(config({closed}));
    QVERIFY(!servesTls(port));
    // What was wanted before it could be is wanted no more.
    m_listeners->change(config({at(port, files.config())}));
    QVERIFY(servesTls(port));
}

void TestListeners::opensNothingWithoutItsTls()
{
    const PemFiles files;
    QVERIFY(QFile::remove(files.path("key.pem")));
    const std::uint16_t port = freePort();
    ListenConfig listener = at(port);
    listener.allow = strangers;
    QVERIFY(m_listeners->open(config({listener})));
    listener = at(port, files.config());
    listener.allow = {"any"};
    m_listeners->change(config({listener}));
    QVERIFY(!servesPlain(port));
    files.put(makeTlsIdentity("127.0.0.1"));
    QTRY_VERIFY(servesTls(port));
}

namespace {

/// Writes nothing: the files are there.
class ReadyIssuer final : public CertificateIssuer
{
public:
    ReadyIssuer(const PemFiles &files, int &starts)
        : m_files(files)
        , m_starts(starts)
    {
    }

    Result<Files> start() override
    {
        ++m_starts;
        return Files{.certificate = m_files.path("cert.pem"), .key = m_files.path("key.pem")};
    }

    bool mayComeLater() const override { return false; }

private:
    const PemFiles &m_files;
    int &m_starts;
};

} // namespace

void TestListeners::asksAnIssuerOnce()
{
    const PemFiles files;
    int starts = 0;
    m_issuers = [&files, &starts](const TlsConfig &tls) {
        return std::holds_alternative<LocalCaConfig>(tls.issuer)
                   ? std::make_unique<ReadyIssuer>(files, starts)
                   : nullptr;
    };
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const TlsConfig tls{.issuer = LocalCaConfig{}};
    const std::uint16_t first = freePort();
    QVERIFY(m_listeners->open(config({at(first, tls)})));
    QVERIFY(servesTls(first));
    // Nor anew for a second address, however often that is tried.
    QSignalSpy changes(m_listeners.get(), &Listeners::urlsChanged);
    const std::uint16_t taken = other.serverPort();
    m_listeners->change(config({at(first, tls), at(taken, tls)}));
    other.close();
    QTRY_COMPARE(changes.count(), 1);
    QVERIFY(servesTls(taken));
    QCOMPARE(starts, 1);
}

void TestListeners::changesAnIssuer()
{
    const PemFiles files;
    int starts = 0;
    m_issuers = [&files, &starts](const TlsConfig &) {
        return std::make_unique<ReadyIssuer>(files, starts);
    };
    const TlsConfig first{.issuer = LocalCaConfig{.names = {"a"}}};
    const TlsConfig second{.issuer = LocalCaConfig{.names = {"b"}}};
    const std::uint16_t port = freePort();
    const std::uint16_t other = freePort();
    QVERIFY(m_listeners->open(config({at(port, first), at(other, first)})));
    QSignalSpy warnings(m_listeners.get(), &Listeners::warningRaised);
    m_listeners->change(config({at(port, second), at(other, second)}));
    QCOMPARE(starts, 2);
    QCOMPARE(warnings.count(), 0);
    QVERIFY(servesTls(port) && servesTls(other));
    // Other terms of the same certificate need no other issuer.
    TlsConfig stricter = second;
    stricter.minimumVersion = TlsConfig::Version::Tls13;
    m_listeners->change(config({at(port, stricter), at(other, second)}));
    QCOMPARE(starts, 2);
    QVERIFY(!TlsClient(port, {.versionMax = 0x0303}).isEstablished());
}

void TestListeners::triesNoMoreAtTheEnd()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    QVERIFY(m_listeners->open(config({at(0)})));
    m_listeners->change(config({at(0), at(taken.serverPort())}));
    m_listeners->stopTrying();
    const std::uint16_t port = taken.serverPort();
    taken.close();
    // Another one that tries as often has found it free meanwhile.
    Listeners later(
        m_server->server(), m_clock, [](const TlsConfig &) { return nullptr; }, 10ms);
    QTcpServer alsoTaken;
    QVERIFY(alsoTaken.listen(QHostAddress::LocalHost));
    QVERIFY(later.open(config({at(0)})));
    later.change(config({at(alsoTaken.serverPort())}));
    const std::uint16_t itsPort = alsoTaken.serverPort();
    alsoTaken.close();
    QTRY_VERIFY(servesPlain(itsPort));
    QVERIFY(!servesPlain(port));
}

void TestListeners::endsWithTheFirstError_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("message");
    QTest::newRow("clients") << "allow"
                             << "'nobody'";
    QTest::newRow("files") << "tls"
                           << "/nowhere/cert.pem";
    QTest::newRow("address") << "address"
                             << "'nowhere'";
}

void TestListeners::endsWithTheFirstError()
{
    QFETCH(QString, what);
    QFETCH(QString, message);
    ListenConfig wrong = at(0);
    if (what == QLatin1String("allow"))
        wrong.allow = {"nobody"};
    else if (what == QLatin1String("tls"))
        wrong.tls = TlsConfig{.certificate = QStringLiteral("/nowhere/cert.pem"),
                              .key = QStringLiteral("/nowhere/key.pem")};
    else
        wrong.address.host = "nowhere";
    const Result<void> opened = m_listeners->open(config({at(0), wrong}));
    QVERIFY(!opened);
    QVERIFY2(QString::fromStdString(opened.error().message.english()).contains(message),
             opened.error().message.english().c_str());
}

QTEST_GUILESS_MAIN(TestListeners)
#include "tst_listeners.moc"
