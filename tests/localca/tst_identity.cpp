// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what the authority vouches for is accepted for its names and no others, and that it
// can vouch for nothing but servers.
#include "core/limits.h"
#include "localca/identity.h"
#include "localca/summary.h"
#include "support/manualclock.h"

#include <QTest>

#include <openssl/x509v3.h>

#include <memory>

using namespace lanyard;
using namespace lanyard::localca;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

QStringList someNames()
{
    return {QStringLiteral("nas"), QStringLiteral("cache.example.com"), QStringLiteral("192.0.2.7"),
            QStringLiteral("2001:db8::7"), QStringLiteral("::1")};
}

/// What OpenSSL says of it: X509_V_OK, or why not.
int verify(const Identity &authority, const Identity &server, WallTime now,
           const QByteArray &name = {}, int purpose = X509_PURPOSE_SSL_SERVER)
{
    const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(),
                                                                        X509_STORE_free);
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(
        X509_STORE_CTX_new(), X509_STORE_CTX_free);
    X509_STORE_add_cert(store.get(), authority.certificate.get());
    X509_STORE_CTX_init(context.get(), store.get(), server.certificate.get(), nullptr);
    X509_VERIFY_PARAM *const terms = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(terms, X509_V_FLAG_X509_STRICT | X509_V_FLAG_CHECK_SS_SIGNATURE);
    X509_VERIFY_PARAM_set_purpose(terms, purpose);
    X509_VERIFY_PARAM_set_time(terms, std::chrono::system_clock::to_time_t(now));
    if (!name.isEmpty() && X509_VERIFY_PARAM_set1_ip_asc(terms, name.constData()) != 1)
        X509_VERIFY_PARAM_set1_host(terms, name.constData(), 0);
    X509_verify_cert(context.get());
    return X509_STORE_CTX_get_error(context.get());
}

} // namespace

class TestIdentity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAcceptedForItsNames_data();
    void isAcceptedForItsNames();
    void isAcceptedInItsTime_data();
    void isAcceptedInItsTime();
    void vouchesForServersOnly();
    void endsWithItsAuthority();
    void isToldFromOthers();
    void namesTheComputer_data();
    void namesTheComputer();
    void hasAsManyNamesAsItMay();
    void isWrittenAsPem();

private:
    const ManualClock m_clock;
    const WallTime m_now = m_clock.wallNow();
};

void TestIdentity::isAcceptedForItsNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("verdict");
    QTest::newRow("any") << QByteArray() << int{X509_V_OK};
    QTest::newRow("a name") << QByteArray("nas") << int{X509_V_OK};
    QTest::newRow("in capitals") << QByteArray("Cache.Example.com") << int{X509_V_OK};
    QTest::newRow("IPv4") << QByteArray("192.0.2.7") << int{X509_V_OK};
    QTest::newRow("IPv6") << QByteArray("2001:db8:0::7") << int{X509_V_OK};
    QTest::newRow("this computer") << QByteArray("::1") << int{X509_V_OK};
    QTest::newRow("another name") << QByteArray("nas2") << int{X509_V_ERR_HOSTNAME_MISMATCH};
    QTest::newRow("below a name") << QByteArray("a.nas") << int{X509_V_ERR_HOSTNAME_MISMATCH};
    QTest::newRow("its subject") << QByteArray("Lanyard") << int{X509_V_ERR_HOSTNAME_MISMATCH};
    QTest::newRow("another IPv4") << QByteArray("192.0.2.8") << int{X509_V_ERR_IP_ADDRESS_MISMATCH};
    QTest::newRow("another IPv6") << QByteArray("::2") << int{X509_V_ERR_IP_ADDRESS_MISMATCH};
}

void TestIdentity::isAcceptedForItsNames()
{
    QFETCH(const QByteArray, name);
    const auto authority = makeAuthority(QStringLiteral("nas"), m_now);
    QVERIFY(authority);
    const auto server = makeServer(*authority, someNames(), m_now);
    QVERIFY(server);
    QTEST(verify(*authority, *server, m_now, name), "verdict");
    QCOMPARE(tls::namesOf(server->certificate.get()), someNames());
    const auto stranger = makeAuthority(QStringLiteral("nas"), m_now);
    QVERIFY(verify(*stranger, *server, m_now, name) != X509_V_OK);
}

void TestIdentity::isAcceptedInItsTime_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *name, std::chrono::seconds time, int verdict) {
        QTest::newRow(name) << qint64{time.count()} << verdict;
    };
    row("a client's clock is behind", -50min, X509_V_OK);
    row("long before", -2h, X509_V_ERR_CERT_NOT_YET_VALID);
    row("shortly before its end", limits::localCertificateLifetime - 1min, X509_V_OK);
    row("after its end", limits::localCertificateLifetime + 1min, X509_V_ERR_CERT_HAS_EXPIRED);
}

void TestIdentity::isAcceptedInItsTime()
{
    QFETCH(const qint64, seconds);
    const auto authority = makeAuthority(QStringLiteral("nas"), m_now);
    // As one that was made a day before.
    const auto older = makeAuthority(QStringLiteral("nas"), m_now - 24h);
    QVERIFY(authority && older);
    const auto server = makeServer(*older, someNames(), m_now);
    QVERIFY(server);
    QTEST(verify(*older, *server, m_now + std::chrono::seconds(seconds)), "verdict");
}

void TestIdentity::vouchesForServersOnly()
{
    const auto authority = makeAuthority(QStringLiteral("nas"), m_now);
    const auto server = makeServer(*authority, someNames(), m_now);
    QVERIFY(authority && server);
    X509 *const root = authority->certificate.get();
    QCOMPARE(X509_check_ca(root), 1);
    QCOMPARE(X509_get_pathlen(root), 0L);
    QCOMPARE(X509_get_key_usage(root), std::uint32_t{KU_KEY_CERT_SIGN | KU_CRL_SIGN});
    QCOMPARE(X509_get_extended_key_usage(root), std::uint32_t{XKU_SSL_SERVER});
    QVERIFY(X509_get0_subject_key_id(root) != nullptr);
    QCOMPARE(X509_check_ca(server->certificate.get()), 0);
    QCOMPARE(X509_get_key_usage(server->certificate.get()), std::uint32_t{KU_DIGITAL_SIGNATURE});
    QVERIFY(verify(*authority, *server, m_now, {}, X509_PURPOSE_SSL_CLIENT) != X509_V_OK);
    QVERIFY(verify(*authority, *server, m_now, {}, X509_PURPOSE_SMIME_SIGN) != X509_V_OK);
}

void TestIdentity::endsWithItsAuthority()
{
    const auto authority = makeAuthority(QStringLiteral("nas"), m_now);
    QVERIFY(authority);
    const WallTime end = m_now + limits::localCaLifetime;
    QVERIFY(tls::timeOf(X509_get0_notAfter(authority->certificate.get())) == end);
    const auto last = makeServer(*authority, someNames(), end - 24h);
    QVERIFY(last);
    QVERIFY(tls::timeOf(X509_get0_notAfter(last->certificate.get())) == end);
    const auto none = makeServer(*authority, someNames(), end);
    QVERIFY(!none);
    QVERIFY(none.error().code == ErrorCode::InvalidInput);
    QVERIFY2(none.error().message.english().ends_with("trust anew"),
             none.error().message.english().c_str());
}

void TestIdentity::isToldFromOthers()
{
    const auto authority = makeAuthority(QStringLiteral("nas"), m_now);
    const auto one = makeServer(*authority, someNames(), m_now);
    const auto other = makeServer(*authority, someNames(), m_now);
    QVERIFY(one && other);
    const ASN1_INTEGER *const serial = X509_get0_serialNumber(one->certificate.get());
    QVERIFY(ASN1_INTEGER_cmp(serial, X509_get0_serialNumber(other->certificate.get())) != 0);
    QVERIFY(ASN1_STRING_length(serial) > 12); // all but certainly, of 16
    QCOMPARE(EVP_PKEY_eq(one->key.get(), other->key.get()), 0);
    QVERIFY(X509_check_private_key(one->certificate.get(), one->key.get()) == 1);
}

void TestIdentity::namesTheComputer_data()
{
    QTest::addColumn<QString>("computer");
    QTest::addColumn<QString>("name");
    const QString umlaut = QString::fromUtf8("k\xC3\xBC"
                                             "che");
    QTest::newRow("usual") << QStringLiteral("kitchen") << QStringLiteral("kitchen");
    QTest::newRow("nameless") << QString() << QStringLiteral("this computer");
    QTest::newRow("no ASCII") << umlaut << umlaut;
    QTest::newRow("long") << QString(63, u'x') << QString(31, u'x');
}

void TestIdentity::namesTheComputer()
{
    QFETCH(const QString, computer);
    QFETCH(const QString, name);
    const auto authority = makeAuthority(computer, m_now);
    QVERIFY(authority);
    const CertificateSummary summary =
        summaryOf(authority->certificate.get(), QStringLiteral("/ca.crt"));
    QCOMPARE(summary.subject,
             QStringLiteral("O=Lanyard,CN=Lanyard local CA of %1 (2001-09-09)").arg(name));
    QCOMPARE(summary.file, QStringLiteral("/ca.crt"));
    QCOMPARE(summary.names, QStringList());
    QCOMPARE(summary.validUntilMs, toEpochMs(m_now + limits::localCaLifetime));
    QCOMPARE(summary.fingerprint.size(), 32 * 3 - 1);
}

void TestIdentity::hasAsManyNamesAsItMay()
{
    QStringList names;
    for (std::size_t i = 0; i < limits::certificateNamesMax; ++i)
        names.append(QString::number(i) + QString(60, u'x') + QStringLiteral(".lan"));
    const auto authority = makeAuthority(QStringLiteral("nas"), m_now);
    const auto server = makeServer(*authority, names, m_now);
    QVERIFY(server);
    QCOMPARE(tls::namesOf(server->certificate.get()), names);
    QCOMPARE(verify(*authority, *server, m_now, names.last().toLatin1()), int{X509_V_OK});
}

void TestIdentity::isWrittenAsPem()
{
    const auto authority = makeAuthority(QStringLiteral("nas"), m_now);
    QVERIFY(pemOf(authority->certificate.get()).startsWith("-----BEGIN CERTIFICATE-----\n"));
    QVERIFY(pemOf(authority->key.get()).startsWith("-----BEGIN PRIVATE KEY-----\n"));
}

QTEST_APPLESS_MAIN(TestIdentity)
#include "tst_identity.moc"
