// SPDX-License-Identifier: GPL-3.0-or-later
// Proves when a server gets another certificate, and for which names.
#include "core/limits.h"
#include "localca/renewal.h"
#include "localca/summary.h"
#include "support/manualclock.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::localca;
using namespace lanyard::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(lanyard::localca::Renewal)

class TestRenewal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesInTime_data();
    void comesInTime();
    void comesWithNames_data();
    void comesWithNames();
    void replacesWhatIsNotOurs();
    void doesNotHurryAtTheEnd();
    void keepsNamesUntilItIsDue();
    void isBounded();

private:
    static QStringList names() { return {QStringLiteral("nas"), QStringLiteral("192.0.2.7")}; }

    const WallTime m_now = ManualClock().wallNow();
    Identity m_authority;
    Identity m_server;
};

void TestRenewal::initTestCase()
{
    m_authority = std::move(*makeAuthority(QStringLiteral("nas"), m_now));
    m_server = std::move(*makeServer(m_authority, names(), m_now));
}

void TestRenewal::comesInTime_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<Renewal>("renewal");
    const std::int64_t life = limits::localCertificateLifetime.count();
    QTest::newRow("new") << qint64{0} << Renewal::NotNeeded;
    QTest::newRow("before two thirds") << qint64{life * 2 / 3 - 2} << Renewal::NotNeeded;
    QTest::newRow("after two thirds") << qint64{life * 2 / 3 + 2} << Renewal::Due;
    QTest::newRow("long after its end") << qint64{life * 2} << Renewal::Due;
    QTest::newRow("the clock was set back") << qint64{-24} << Renewal::Due;
}

void TestRenewal::comesInTime()
{
    QFETCH(const qint64, hours);
    QFETCH(const Renewal, renewal);
    X509 *const server = m_server.certificate.get();
    QVERIFY(renewalOf(m_authority, server, names(), m_now + std::chrono::hours(hours)) == renewal);
}

void TestRenewal::comesWithNames_data()
{
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<Renewal>("renewal");
    QTest::newRow("the same") << names() << Renewal::NotNeeded;
    QTest::newRow("in another order")
        << QStringList{names().last(), names().first()} << Renewal::NotNeeded;
    QTest::newRow("one less") << names().first(1) << Renewal::NotNeeded;
    QTest::newRow("one more") << names() + QStringList{QStringLiteral("::1")} << Renewal::Rename;
    QTest::newRow("others") << QStringList{QStringLiteral("10.0.0.1")} << Renewal::Rename;
}

void TestRenewal::comesWithNames()
{
    QFETCH(const QStringList, wanted);
    QFETCH(const Renewal, renewal);
    QVERIFY(renewalOf(m_authority, m_server.certificate.get(), wanted, m_now) == renewal);
}

void TestRenewal::replacesWhatIsNotOurs()
{
    QVERIFY(renewalOf(m_authority, nullptr, names(), m_now) == Renewal::Replace);
    // The next authority of the same computer, on the same day, has the same name.
    const auto next = makeAuthority(QStringLiteral("nas"), m_now);
    X509 *const server = m_server.certificate.get();
    QVERIFY(renewalOf(*next, server, names(), m_now) == Renewal::Replace);
}

void TestRenewal::doesNotHurryAtTheEnd()
{
    const WallTime end = m_now + limits::localCaLifetime;
    const auto last = makeServer(m_authority, names(), end - 24h);
    QVERIFY(last);
    for (const auto before : {12h, 1h, 0h, -24h})
        QVERIFY(renewalOf(m_authority, last->certificate.get(), names(), end - before) ==
                Renewal::NotNeeded);
}

void TestRenewal::keepsNamesUntilItIsDue()
{
    const QStringList wanted{QStringLiteral("nas"), QStringLiteral("10.0.0.1")};
    const X509 *const server = m_server.certificate.get();
    QCOMPARE(nextNames(Renewal::Rename, server, wanted), wanted + names().mid(1));
    QCOMPARE(nextNames(Renewal::Due, server, wanted), wanted);
    QCOMPARE(nextNames(Renewal::Replace, nullptr, wanted), wanted);
}

void TestRenewal::isBounded()
{
    QStringList wanted;
    for (std::size_t i = 0; i < limits::certificateNamesMax + 7; ++i)
        wanted.append(QStringLiteral("host%1").arg(i));
    const QStringList possible = wanted.first(limits::certificateNamesMax);
    QCOMPARE(nextNames(Renewal::Rename, m_server.certificate.get(), wanted), possible);
    const auto full = makeServer(m_authority, possible, m_now);
    // What found no room is not tried again and again.
    QVERIFY(renewalOf(m_authority, full->certificate.get(), wanted, m_now) == Renewal::NotNeeded);
}

QTEST_APPLESS_MAIN(TestRenewal)
#include "tst_renewal.moc"
