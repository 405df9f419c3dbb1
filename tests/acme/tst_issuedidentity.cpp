// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate and its key are read from one file, and what is no pair is refused.
#include "acme/issuedidentity.h"
#include "support/testcertificate.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::acme;
using namespace std::chrono_literals;

class TestIssuedIdentity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void refuses_data();
    void refuses();
};

void TestIssuedIdentity::reads()
{
    const test::TlsIdentity one = test::makeTlsIdentity("Cache.example.org");
    const test::TlsIdentity voucher = test::makeTlsIdentity("ca.example.org");
    const auto identity = readIdentity(one.certificate + voucher.certificate + one.key);
    QVERIFY(identity);
    QVERIFY(identity->names == std::vector<std::string>({"cache.example.org"}));
    QVERIFY(identity->covers({"cache.example.org"}));
    QVERIFY(!identity->covers({"cache.example.org", "b.example.org"}));
    QVERIFY(identity->until - identity->from == 48h);
    QVERIFY(readIdentity(one.key + one.certificate));
    QVERIFY(readIdentity(test::makeTlsIdentity("192.0.2.1").certificate + one.key)
                .error()
                .message.english() == "certificate and key do not belong together");
}

void TestIssuedIdentity::refuses_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QByteArray>("says");
    const test::TlsIdentity one = test::makeTlsIdentity("a.b");
    const test::TlsIdentity two = test::makeTlsIdentity("a.b");
    QTest::newRow("empty") << QByteArray() << QByteArray("there is no private key in it");
    QTest::newRow("text") << QByteArray("hello") << QByteArray("there is no private key in it");
    QTest::newRow("key") << one.key << QByteArray("there is no certificate in it");
    QTest::newRow("certificate") << one.certificate << QByteArray("there is no private key in it");
    QTest::newRow("cut") << one.certificate + one.key.left(100)
                         << QByteArray("there is no private key in it");
    QTest::newRow("another's key")
        << one.certificate + two.key << QByteArray("certificate and key do not belong together");
}

void TestIssuedIdentity::refuses()
{
    QFETCH(QByteArray, pem);
    QFETCH(QByteArray, says);
    const auto identity = readIdentity(pem);
    QVERIFY(!identity);
    const QByteArray message = QByteArray::fromStdString(identity.error().message.english());
    QVERIFY2(message.startsWith(says), message.constData());
}

QTEST_GUILESS_MAIN(TestIssuedIdentity)
#include "tst_issuedidentity.moc"
