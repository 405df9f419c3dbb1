// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate that is replaced is shown to whoever comes then; who is served already is served to
// the end.
#include "http/testserver.h"
#include "tls/pemfiles.h"
#include "tls/tlsclient.h"
#include "tls/tlsfiles.h"

#include <QSignalSpy>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::tls;
using namespace std::chrono_literals;

class TestTlsSwap final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesTheCertificate();
    void keepsTheOldOneWhileTheNewIsWrong();
    void beginsWithoutFiles_data();
    void beginsWithoutFiles();
};

void TestTlsSwap::changesTheCertificate()
{
    const std::string content = patternBytes(std::size_t{32} << 20);
    const PemFiles files;
    const TlsIdentity second = makeTlsIdentity("127.0.0.1");
    const SystemClock clock;
    const auto opened = TlsFiles::open(files.config(), clock, 1ms);
    QVERIFY(opened);
    TestServer server(
        openOptions(2),
        [file = makeFile(content), &content](const http::Request &, http::Responder responder) {
            responder.respond(
                bodyResponse(http::FileBody{file, 0, static_cast<std::int64_t>(content.size())}));
        },
        openRules((*opened)->transports()));
    TlsClient slow(server.port(), {.receiveBufferBytes = 64 * 1024});
    QVERIFY(slow.isEstablished());
    const QByteArray first = slow.certificate();
    QVERIFY(slow.send(requestText("GET", "/")));
    const std::string begin = slow.read(100'000);
    QCOMPARE(begin.size(), 100'000U);

    files.put(second);
    QTRY_VERIFY(TlsClient(server.port()).certificate() == second.certificate);
    QVERIFY(TlsClient(server.port(), {.authority = second.certificate}).isEstablished());
    QVERIFY(first != second.certificate);

    const std::string headEnd = "\r\n\r\n";
    const std::size_t body = begin.find(headEnd) + headEnd.size();
    const std::string rest = slow.read(content.size() - (begin.size() - body));
    QVERIFY(begin.substr(body) + rest == content);
    // And the next request of that connection.
    QVERIFY(slow.send(requestText("GET", "/")));
    QVERIFY(slow.readAnswer().body == content);
}

void TestTlsSwap::keepsTheOldOneWhileTheNewIsWrong()
{
    const PemFiles files;
    const SystemClock clock;
    const auto opened = TlsFiles::open(files.config(), clock, 1ms);
    QVERIFY(opened);
    TestServer server(openOptions(1), answerBriefly, openRules((*opened)->transports()));
    QSignalSpy warnings(opened->get(), &TlsFiles::warningRaised);
    const QByteArray before = TlsClient(server.port()).certificate();
    const TlsIdentity second = makeTlsIdentity("127.0.0.1");
    files.put("cert.pem", second.certificate); // the key comes later, or never
    QTRY_VERIFY(std::any_of(warnings.begin(), warnings.end(), [](const QList<QVariant> &warning) {
        return QString::fromStdString(warning[0].value<Message>().english())
            .contains(QStringLiteral("not the key of the first"));
    }));
    QVERIFY(TlsClient(server.port()).certificate() == before);
    files.put("key.pem", second.key);
    QTRY_VERIFY(TlsClient(server.port()).certificate() == second.certificate);
}

void TestTlsSwap::beginsWithoutFiles_data()
{
    QTest::addColumn<bool>("isPlain");
    QTest::newRow("closed") << false;
    QTest::newRow("plain") << true;
}

/// One file has both, as who issues certificates writes it.
void TestTlsSwap::beginsWithoutFiles()
{
    QFETCH(bool, isPlain);
    const PemFiles files;
    TlsConfig config = files.config();
    config.certificate = config.key = files.path("both.pem");
    config.issuer = AcmeConfig(); // who says nothing of a certificate that ends soon
    const SystemClock clock;
    QVERIFY(!TlsFiles::open(config, clock, 1ms));
    const auto opened =
        TlsFiles::open(config, clock, 1ms, isPlain ? WithoutFiles::Plain : WithoutFiles::Closed);
    QVERIFY(opened);
    QSignalSpy warnings(opened->get(), &TlsFiles::warningRaised);
    TestServer server(openOptions(1), answerBriefly, openRules((*opened)->transports()));
    const auto plain = server.connect();
    plain->send(requestText("GET", "/"));
    const auto answer = plain->readAnswer();
    QCOMPARE(answer.status, isPlain ? 200 : 0);
    QVERIFY(!TlsClient(server.port()).isEstablished());

    const TlsIdentity identity = makeTlsIdentity("127.0.0.1");
    files.put("both.pem", "half of it");
    QTRY_COMPARE(warnings.size(), 1);
    QVERIFY2(QString::fromStdString(warnings[0][0].value<Message>().english())
                 .endsWith(QStringLiteral("there is none to use yet")),
             qPrintable(QString::fromStdString(warnings[0][0].value<Message>().english())));
    files.put("both.pem", identity.certificate + identity.key);
    QTRY_VERIFY(TlsClient(server.port()).isEstablished());
    QCOMPARE(TlsClient(server.port()).certificate(), identity.certificate);
    TlsClient client(server.port(), {.authority = identity.certificate});
    QVERIFY(client.send(requestText("GET", "/")));
    QCOMPARE(client.readAnswer().status, 200);
    QCOMPARE(warnings.size(), 1);
}

QTEST_GUILESS_MAIN(TestTlsSwap)
#include "tst_tlsswap.moc"
