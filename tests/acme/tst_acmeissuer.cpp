// SPDX-License-Identifier: GPL-3.0-or-later
// A certificate is ordered when it is due and never too often, also across restarts, and what goes
// wrong leaves the one of before.
#include "acme/issuerfixture.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::acme;
using namespace lanyard::test;
using namespace std::chrono_literals;

class TestAcmeIssuer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m_issuer = std::make_unique<IssuerFixture>(); }

    void cleanup() { m_issuer.reset(); }

    void ordersWhatIsMissing();
    void speaksOfPlainHttp();
    void renewsAtTwoThirds();
    void answersBehindAListenerThatCameLater();
    void ordersAnHourApart();
    void waitsLongerAfterEachFailure();
    void keepsTheOldOne();
    void ordersForOtherHosts();
    void survivesAClockThatIsSetBack();
    void replacesADamagedOne();
    void isAloneInItsFolder();
    void replacesAnother();
    void needsAFolder();

private:
    std::unique_ptr<IssuerFixture> m_issuer;
};

void TestAcmeIssuer::ordersWhatIsMissing()
{
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QVERIFY2(m_issuer->firstWarning().startsWith(QStringLiteral(
                 "There is no certificate for cache.example.org yet: it is asked for now. Until "
                 "then its port closes every connection")),
             qPrintable(m_issuer->firstWarning()));
    QVERIFY2(m_issuer->lastWarning().startsWith(
                 QStringLiteral("The certificate for cache.example.org has been issued, and holds "
                                "until ")),
             qPrintable(m_issuer->lastWarning()));
    QCOMPARE(m_issuer->textOf("identity.pem"), m_issuer->issued());
    QCOMPARE(QFile::permissions(m_issuer->path("identity.pem")) & QFile::Permissions(0x0777),
             QFile::ReadUser | QFile::WriteUser);
    QCOMPARE(QFile::permissions(m_issuer->path("")) & QFile::Permissions(0x0077),
             QFile::Permissions());
    QCOMPARE(m_issuer->lego.orders(), 1);
    // A restart finds it, and says nothing.
    m_issuer->start();
    m_issuer->letItLook();
    QCOMPARE(m_issuer->lego.orders(), 1);
    QCOMPARE(m_issuer->warnings(), 0);
}

void TestAcmeIssuer::speaksOfPlainHttp()
{
    m_issuer->config.servesPlainMeanwhile = true;
    m_issuer->start();
    QTRY_VERIFY(m_issuer->warnings() > 0);
    QVERIFY(m_issuer->firstWarning().endsWith(
        QStringLiteral("Until then its port speaks plain HTTP.")));
}

/// The script's certificates hold for two days, of which one is over.
void TestAcmeIssuer::renewsAtTwoThirds()
{
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    const QByteArray first = m_issuer->textOf("identity.pem");
    m_issuer->clock.advance(7h);
    m_issuer->letItLook();
    QCOMPARE(m_issuer->lego.orders(), 1);
    m_issuer->lego.issues(makeTlsIdentity(IssuerFixture::host));
    m_issuer->clock.advance(2h);
    QTRY_VERIFY(m_issuer->textOf("identity.pem") != first);
    QCOMPARE(m_issuer->lego.orders(), 2);
    QCOMPARE(m_issuer->textOf("identity.pem"), m_issuer->issued());
    // That is nothing to speak of, and what it is was asked once.
    m_issuer->letItLook();
    QCOMPARE(m_issuer->warnings(), 2);
    QCOMPARE(m_issuer->lego.questions(), 1);
}

void TestAcmeIssuer::answersBehindAListenerThatCameLater()
{
    std::vector<ListenConfig> listeners;
    m_issuer->options.listeners = [&listeners] {
        return listeners;
    };
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    const std::string address = m_issuer->config.challengeAddress->toString();
    const QByteArray itsOwn = "--tls.port " + QByteArray::fromStdString(address) + ' ';
    QVERIFY(m_issuer->lego.textOf("calls").contains(itsOwn));
    listeners = {{.address = *m_issuer->config.challengeAddress,
                  .tls = TlsConfig{.issuer = m_issuer->config}}};
    m_issuer->clock.advance(9h);
    QTRY_COMPARE(m_issuer->lego.orders(), 2);
    QCOMPARE(m_issuer->lego.textOf("calls").count(itsOwn), 1);
    // One that does not have the certificate is in the way; that costs no order.
    listeners.front().tls.reset();
    m_issuer->clock.advance(100h);
    QTRY_VERIFY(
        m_issuer->lastWarning().contains(QStringLiteral("let challengeAddress name another port")));
    QCOMPARE(m_issuer->lego.orders(), 2);
}

void TestAcmeIssuer::ordersAnHourApart()
{
    m_issuer->lego.answers("refuse");
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QCOMPARE(m_issuer->lego.orders(), 1);
    m_issuer->clock.advance(59min);
    m_issuer->lego.answers("issue");
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 1);
    QVERIFY2(m_issuer->lastWarning().contains(QStringLiteral("Z, as orders have to be apart")),
             qPrintable(m_issuer->lastWarning()));
    m_issuer->letItLook();
    QCOMPARE(m_issuer->lego.orders(), 1);
    m_issuer->clock.advance(1min);
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QCOMPARE(m_issuer->lego.orders(), 2);
    QVERIFY(m_issuer->lastWarning().contains(QStringLiteral("has been issued")));
}

void TestAcmeIssuer::waitsLongerAfterEachFailure()
{
    m_issuer->lego.answers("refuse");
    m_issuer->options.orderPauseMax = 3h;
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    int orders = 1;
    for (const auto pause : {1h, 2h, 3h, 3h}) {
        m_issuer->clock.advance(pause - 1s);
        m_issuer->letItLook();
        QCOMPARE(m_issuer->lego.orders(), orders);
        m_issuer->clock.advance(1s);
        QTRY_COMPARE(m_issuer->warnings(), orders + 2); // each one is told
        QCOMPARE(m_issuer->lego.orders(), ++orders);
    }
    // Also after a restart.
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 1);
    m_issuer->clock.advance(3h - 1s);
    m_issuer->letItLook();
    QCOMPARE(m_issuer->lego.orders(), orders);
    m_issuer->clock.advance(1s);
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QCOMPARE(m_issuer->lego.orders(), ++orders);
    // Success makes it short again.
    m_issuer->lego.answers("issue");
    m_issuer->clock.advance(3h);
    QTRY_VERIFY(m_issuer->lastWarning().contains(QStringLiteral("has been issued")));
    m_issuer->lego.answers("refuse");
    m_issuer->clock.advance(24h);
    QTRY_VERIFY(m_issuer->lastWarning().contains(QStringLiteral("cannot be had")));
    orders = m_issuer->lego.orders();
    m_issuer->clock.advance(1h);
    QTRY_COMPARE(m_issuer->lego.orders(), orders + 1);
}

void TestAcmeIssuer::keepsTheOldOne()
{
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    const QByteArray before = m_issuer->textOf("identity.pem");
    m_issuer->lego.answers("refuse");
    m_issuer->clock.advance(9h);
    QTRY_COMPARE(m_issuer->warnings(), 3);
    const QString told = m_issuer->lastWarning();
    QVERIFY2(told.startsWith(QStringLiteral(
                 "The certificate for cache.example.org cannot be had: lego says: error: 429 :: "
                 "urn:ietf:params:acme:error:rateLimited ::")),
             qPrintable(told));
    for (const auto *words : {"nothing helps but waiting", "It is asked for again at ",
                              "The one that is there stays in use; it ends at "})
        QVERIFY2(told.contains(QLatin1String(words)), qPrintable(told));
    QCOMPARE(m_issuer->textOf("identity.pem"), before);
    m_issuer->lego.answers("issue");
    m_issuer->clock.advance(1h);
    QTRY_COMPARE(m_issuer->warnings(), 4);
    QVERIFY(m_issuer->lastWarning().contains(QStringLiteral("has been issued")));
}

void TestAcmeIssuer::ordersForOtherHosts()
{
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    m_issuer->config.hosts = {IssuerFixture::host, "other.example.org"};
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 1);
    QVERIFY2(m_issuer->lastWarning().startsWith(QStringLiteral(
                 "The certificate of before is not for cache.example.org and 1 more: it is asked "
                 "for at ")),
             qPrintable(m_issuer->lastWarning()));
    QVERIFY(m_issuer->lastWarning().contains(QStringLiteral("The one that is there stays in use")));
    m_issuer->clock.advance(1h);
    QTRY_COMPARE(m_issuer->warnings(), 2);
    // The script's is for one IssuerFixture::host alone.
    QVERIFY2(m_issuer->lastWarning().contains(QStringLiteral("is not for all of them")),
             qPrintable(m_issuer->lastWarning()));
    QVERIFY(m_issuer->lego.textOf("calls").contains("--domains other.example.org"));
    // Another authority, too.
    const QByteArray before = m_issuer->textOf("identity.pem");
    m_issuer->lego.issues(makeTlsIdentity(IssuerFixture::host));
    m_issuer->clock.advance(1h);
    m_issuer->config.hosts = {IssuerFixture::host};
    m_issuer->config.directoryUrl = "https://ca.lan/dir";
    m_issuer->start();
    QTRY_VERIFY(m_issuer->textOf("identity.pem") != before);
    QVERIFY(m_issuer->lego.textOf("calls").contains("--server https://ca.lan/dir"));
    QCOMPARE(m_issuer->lego.orders(), 3);
    QCOMPARE(m_issuer->warnings(), 0);
}

void TestAcmeIssuer::survivesAClockThatIsSetBack()
{
    m_issuer->lego.answers("refuse");
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    m_issuer->clock.jump(-24h);
    m_issuer->letItLook();
    QCOMPARE(m_issuer->lego.orders(), 1);
    m_issuer->lego.answers("issue");
    m_issuer->clock.advance(1h);
    QTRY_COMPARE(m_issuer->lego.orders(), 2);
}

void TestAcmeIssuer::replacesADamagedOne()
{
    m_issuer->start();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    replaceFile(m_issuer->path("identity.pem"), m_issuer->lego.textOf("issued.crt"));
    m_issuer->clock.advance(1h);
    m_issuer->start();
    // Nobody takes it for one.
    QVERIFY(!QFile::exists(m_issuer->path("identity.pem")));
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QCOMPARE(m_issuer->textOf("identity.pem"), m_issuer->issued());
}

void TestAcmeIssuer::isAloneInItsFolder()
{
    m_issuer->start();
    AcmeConfig other = m_issuer->config;
    other.email = "me@example.org";
    AcmeIssuer second(other, m_issuer->directory(), m_issuer->clock, m_issuer->options);
    QSignalSpy told(&second, &AcmeIssuer::warningRaised);
    QVERIFY(second.start());
    QTRY_COMPARE(told.size(), 1);
    const std::string words = told[0][0].value<Message>().english();
    QVERIFY2(words.find("acme for the same host has to say the same everywhere") !=
                 std::string::npos,
             words.c_str());
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QCOMPARE(m_issuer->lego.orders(), 1);
    // When it is given back, it goes on with what is there.
    m_issuer->end();
    m_issuer->clock.advance(9h);
    QTRY_COMPARE(m_issuer->lego.orders(), 2);
    QVERIFY(m_issuer->lego.textOf("calls").contains("--email me@example.org"));
}

/// As when a configuration changes while it serves: the one of before goes a moment later.
void TestAcmeIssuer::replacesAnother()
{
    auto before = std::make_unique<AcmeIssuer>(m_issuer->config, m_issuer->directory(),
                                               m_issuer->clock, m_issuer->options);
    QVERIFY(before->start());
    m_issuer->config.email = "me@example.org";
    m_issuer->start();
    before.reset();
    QTRY_COMPARE(m_issuer->warnings(), 2);
    QVERIFY2(m_issuer->firstWarning().startsWith(QStringLiteral("There is no certificate for")),
             qPrintable(m_issuer->firstWarning()));
    QVERIFY(m_issuer->lastWarning().contains(QStringLiteral("has been issued")));
}

void TestAcmeIssuer::needsAFolder()
{
    putFile(m_issuer->directory(), "a file");
    const auto started = m_issuer->tryStart();
    QVERIFY(!started);
    QVERIFY2(
        QString::fromStdString(started.error().message.english()).startsWith(m_issuer->directory()),
        started.error().message.english().c_str());
}

QTEST_GUILESS_MAIN(TestAcmeIssuer)
#include "tst_acmeissuer.moc"
