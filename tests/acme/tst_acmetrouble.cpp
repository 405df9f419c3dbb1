// SPDX-License-Identifier: GPL-3.0-or-later
// What an order lacks is told before it costs one, what goes wrong is told with what to do, and no
// secret goes anywhere but to lego.
#include "acme/issuerfixture.h"

#include <QDirIterator>
#include <QTcpServer>
#include <QTest>

#include <cerrno>
#include <csignal>

using namespace lanyard;
using namespace lanyard::acme;
using namespace lanyard::test;
using namespace std::chrono_literals;

class TestAcmeTrouble final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_issuer = std::make_unique<IssuerFixture>(); }

    void cleanup() { m_issuer.reset(); }

    void needsLego();
    void needsAFreshLego();
    void needsAFreePort();
    void needsItsSettings();
    void needsTheAuthorityOfItsAuthority();
    void fails_data();
    void fails();
    void endsWhatTakesTooLong();
    void endsWithItsOwner();
    void keepsSecrets();

private:
    std::unique_ptr<IssuerFixture> m_issuer;
};

void TestAcmeTrouble::needsLego()
{
    m_issuer->lego.uninstall();
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QVERIFY2(
        m_issuer->lastWarning().contains(QStringLiteral("is not installed: apt-get install lego")),
        qPrintable(m_issuer->lastWarning()));
    m_issuer->letItLook();
    QCOMPARE(m_issuer->warnings(), 2);
    // It costs no order that there is none.
    m_issuer->lego.install("4.9.1");
    QTRY_COMPARE(m_issuer->warnings(), 3);
    QVERIFY(m_issuer->lastWarning().contains(QStringLiteral("has been issued")));
}

void TestAcmeTrouble::needsAFreshLego()
{
    m_issuer->lego.install("4.4.0");
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QVERIFY2(
        m_issuer->lastWarning().contains(QStringLiteral("(4.4.0) cannot be used: expected 4.5")),
        qPrintable(m_issuer->lastWarning()));
    m_issuer->letItLook();
    QCOMPARE(m_issuer->warnings(), 2);
    QCOMPARE(m_issuer->lego.orders(), 0);
    m_issuer->lego.install("4.5.0");
    QTRY_COMPARE(m_issuer->warnings(), 3);
    QVERIFY(m_issuer->lastWarning().contains(QStringLiteral("has been issued")));
}

void TestAcmeTrouble::needsAFreePort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, m_issuer->config.challengeAddress->port));
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QVERIFY2(m_issuer->lastWarning().contains(QStringLiteral("another program has that port")),
             qPrintable(m_issuer->lastWarning()));
    QCOMPARE(m_issuer->lego.orders(), 0);
    other.close();
    QTRY_COMPARE(m_issuer->warnings(), 3);
    QVERIFY(m_issuer->lastWarning().contains(QStringLiteral("has been issued")));
}

void TestAcmeTrouble::needsItsSettings()
{
    m_issuer->config.challenge = AcmeConfig::Challenge::Dns01;
    m_issuer->config.dnsProvider = "exec";
    m_issuer->config.dnsSettings = {
        {.name = "TOKEN", .file = m_issuer->path("token").toStdString()}};
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QVERIFY2(m_issuer->lastWarning().contains(QStringLiteral("dnsSettings.TOKEN: ") +
                                              m_issuer->path("token")),
             qPrintable(m_issuer->lastWarning()));
    QCOMPARE(m_issuer->lego.orders(), 0);
    putFile(m_issuer->path("token"), "t0psecret\n");
    QTRY_COMPARE(m_issuer->warnings(), 3);
    QVERIFY(m_issuer->lastWarning().contains(QStringLiteral("has been issued")));
}

void TestAcmeTrouble::needsTheAuthorityOfItsAuthority()
{
    m_issuer->config.directoryCa = m_issuer->path("ca.pem");
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QVERIFY2(m_issuer->lastWarning().contains(QStringLiteral("directoryCa: ") +
                                              m_issuer->path("ca.pem")),
             qPrintable(m_issuer->lastWarning()));
    putFile(m_issuer->path("ca.pem"), m_issuer->lego.textOf("issued.crt"));
    QTRY_COMPARE(m_issuer->warnings(), 3);
    QVERIFY(m_issuer->lego.textOf("environment").contains("LEGO_CA_CERTIFICATES\n"));
}

void TestAcmeTrouble::fails_data()
{
    QTest::addColumn<QByteArray>("way");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing is there")
        << QByteArray("nothing") << QStringLiteral("cache.example.org.crt: there is no such");
    QTest::newRow("crash") << QByteArray("crash") << QStringLiteral("lego crashed; lego says: ");
    QTest::newRow("flood") << QByteArray("flood") << QStringLiteral("lego says: the last line.");
}

void TestAcmeTrouble::fails()
{
    QFETCH(QByteArray, way);
    QFETCH(QString, says);
    m_issuer->lego.answers(way);
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QVERIFY2(m_issuer->lastWarning().contains(says), qPrintable(m_issuer->lastWarning()));
    QVERIFY(m_issuer->lastWarning().size() < 1000);
    QVERIFY(!QFile::exists(m_issuer->path("identity.pem")));
}

void TestAcmeTrouble::endsWhatTakesTooLong()
{
    m_issuer->lego.answers("hang");
    // Long enough for it to begin, also where much else runs.
    m_issuer->options.orderTimeout = 3s;
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QVERIFY2(m_issuer->lastWarning().contains(
                 QStringLiteral("lego does not answer in time; lego says: ")),
             qPrintable(m_issuer->lastWarning()));
    const pid_t started = m_issuer->lego.textOf("pid").trimmed().toInt();
    QVERIFY(started > 0);
    QTRY_VERIFY(::kill(started, 0) != 0 && errno == ESRCH);
}

void TestAcmeTrouble::endsWithItsOwner()
{
    m_issuer->lego.answers("hang");
    m_issuer->start();
    QTRY_VERIFY(QFile::exists(m_issuer->lego.path("pid")));
    const pid_t started = m_issuer->lego.textOf("pid").trimmed().toInt();
    QVERIFY(started > 0);
    m_issuer->end();
    QTRY_VERIFY(::kill(started, 0) != 0 && errno == ESRCH);
    // The next one knows that something was ordered.
    m_issuer->lego.answers("issue");
    m_issuer->start();
    m_issuer->letItLook();
    QCOMPARE(m_issuer->lego.orders(), 1);
}

void TestAcmeTrouble::keepsSecrets()
{
    m_issuer->config.challenge = AcmeConfig::Challenge::Dns01;
    m_issuer->config.dnsProvider = "exec";
    m_issuer->config.dnsSettings = {{.name = "TOKEN", .text = "t0psecret"}};
    qputenv("LANYARD_TEST_OTHER_SECRET", "x");
    m_issuer->lego.answers("refuse"); // which repeats it
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QVERIFY2(m_issuer->lastWarning().contains(QStringLiteral("rateLimited :: (TOKEN)")),
             qPrintable(m_issuer->lastWarning()));
    QVERIFY(m_issuer->lego.textOf("environment").contains("TOKEN\n"));
    QVERIFY(!m_issuer->lego.textOf("environment").contains("LANYARD_TEST_OTHER_SECRET"));
    QVERIFY(!m_issuer->lego.textOf("calls").contains("t0psecret"));
    QDirIterator files(m_issuer->directory(), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("t0psecret"), qPrintable(file.fileName()));
    }
}

QTEST_GUILESS_MAIN(TestAcmeTrouble)
#include "tst_acmetrouble.moc"
