// SPDX-License-Identifier: GPL-3.0-or-later
// What one text in PEM holds is found in it wherever it stands; a certificate tells its names in
// lower case, and when it is due.
#include "support/testcertificate.h"
#include "tls/pem.h"

#include <QTest>

#include <openssl/x509.h>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::tls;
using namespace std::chrono_literals;

class TestPem final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsBoth();
    void namesHosts_data();
    void namesHosts();
    void isDueAtTwoThirds();
};

void TestPem::findsBoth()
{
    const TlsIdentity one = makeTlsIdentity("a.b");
    const TlsIdentity voucher = makeTlsIdentity("c.d");
    for (const QByteArray &pem : {one.key + one.certificate + voucher.certificate,
                                  one.certificate + one.key + voucher.certificate,
                                  "hello\n" + one.certificate + voucher.certificate + one.key}) {
        const auto certificates = certificatesIn(pem);
        const auto key = keyIn(pem);
        QVERIFY(certificates && key);
        QCOMPARE(certificates->size(), std::size_t{2});
        QCOMPARE(X509_check_private_key(certificates->front().get(), key->get()), 1);
    }
}

void TestPem::namesHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QString>("name");
    QTest::newRow("host") << QByteArray("Cache.Example.org") << QStringLiteral("cache.example.org");
    QTest::newRow("any") << QByteArray("*.example.org") << QStringLiteral("*.example.org");
    QTest::newRow("address") << QByteArray("192.0.2.1") << QStringLiteral("192.0.2.1");
}

void TestPem::namesHosts()
{
    QFETCH(QByteArray, host);
    QFETCH(QString, name);
    const auto certificates = certificatesIn(makeTlsIdentity(host.toStdString()).certificate);
    QVERIFY(certificates);
    QCOMPARE(namesOf(certificates->front().get()), QStringList{name});
}

void TestPem::isDueAtTwoThirds()
{
    const WallTime from = fromEpochMs(1'000'000);
    QVERIFY(renewalTimeOf(from, from + 90h) == from + 60h);
    QVERIFY(renewalTimeOf(from, from + 60s) == from + 40s);
}

QTEST_APPLESS_MAIN(TestPem)
#include "tst_pem.moc"
