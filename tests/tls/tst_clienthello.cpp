// SPDX-License-Identifier: GPL-3.0-or-later
// What a client says first is understood as far as needed, whatever it is.
#include "tls/clienthello.h"

#include <QTest>

#include <openssl/ssl.h>

#include <memory>

using namespace lanyard::tls;

namespace {

/// What a client with these protocols says first.
QByteArray helloOf(const QByteArray &protocols)
{
    const std::unique_ptr<SSL_CTX, void (*)(SSL_CTX *)> context(SSL_CTX_new(TLS_client_method()),
                                                                SSL_CTX_free);
    const std::unique_ptr<SSL, void (*)(SSL *)> ssl(SSL_new(context.get()), SSL_free);
    BIO *const output = BIO_new(BIO_s_mem());
    SSL_set_bio(ssl.get(), BIO_new(BIO_s_mem()), output);
    SSL_set_alpn_protos(ssl.get(), reinterpret_cast<const unsigned char *>(protocols.constData()),
                        static_cast<unsigned>(protocols.size()));
    SSL_connect(ssl.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(output, &data);
    return {data, size};
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

class TestClientHello final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsItsLength_data();
    void knowsItsLength();
    void knowsAChallenge_data();
    void knowsAChallenge();
};

void TestClientHello::knowsItsLength_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("length");
    QTest::newRow("nothing") << QByteArray() << 5;
    QTest::newRow("one byte") << QByteArray("\x16") << 5;
    QTest::newRow("header") << QByteArray("\x16\x03\x01\x02\x00", 5) << 517;
    QTest::newRow("more") << QByteArray("\x16\x03\x01\x00\x01xyz", 8) << 6;
    QTest::newRow("HTTP") << QByteArray("G") << 0;
    QTest::newRow("alert") << QByteArray("\x15\x03\x01\x00\x02", 5) << 0;
    QTest::newRow("too long") << QByteArray("\x16\x03\x01\xff\xff", 5) << 0;
}

void TestClientHello::knowsItsLength()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, length);
    QCOMPARE(static_cast<int>(firstRecordLength(view(bytes))), length);
}

void TestClientHello::knowsAChallenge_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isChallenge");
    const QByteArray challenge = helloOf("\x0a"
                                         "acme-tls/1");
    QVERIFY(challenge.size() > 100);
    QCOMPARE(static_cast<qsizetype>(firstRecordLength(view(challenge))), challenge.size());
    QTest::newRow("challenge") << challenge << true;
    QTest::newRow("http") << helloOf("\x08http/1.1") << false;
    QTest::newRow("both") << helloOf("\x0a"
                                     "acme-tls/1\x08"
                                     "http/1.1")
                          << false;
    QTest::newRow("another") << helloOf("\x0a"
                                        "acme-tls/2")
                             << false;
    QTest::newRow("no protocol") << helloOf({}) << false;
    QTest::newRow("half of it") << challenge.left(challenge.size() / 2) << false;
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01\x00\x04"
                                           "abcd",
                                           9)
                             << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestClientHello::knowsAChallenge()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isChallenge);
    QCOMPARE(isChallengeHello(view(bytes)), isChallenge);
}

QTEST_GUILESS_MAIN(TestClientHello)
#include "tst_clienthello.moc"
