// SPDX-License-Identifier: GPL-3.0-or-later
// Who is served what, by who can read it upstream, and who asks.
#include "registry/privategate.h"

#include "core/limits.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::registry;

class TestPrivateGate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void admits_data();
    void admits();
    void letsClientsRead_data();
    void letsClientsRead();
};

void TestPrivateGate::admits_data()
{
    QTest::addColumn<Visibility>("visibility");
    QTest::addColumn<bool>("hasCredential");
    QTest::addColumn<bool>("mayRead");
    QTest::addColumn<bool>("isByDigest");
    QTest::addColumn<qint64>("ageMs");
    QTest::addColumn<Admission>("admission");
    const qint64 grace = std::chrono::milliseconds(limits::withdrawnDigests).count();
    const auto row = [](const char *name, Visibility visibility, bool hasCredential, bool mayRead,
                        bool isByDigest, qint64 ageMs, Admission admission) {
        QTest::newRow(name) << visibility << hasCredential << mayRead << isByDigest << ageMs
                            << admission;
    };
    using V = Visibility;
    using A = Admission;
    row("unknown, nothing to hide", V::Unknown, false, false, false, 0, A::Pass);
    row("unknown, trusted", V::Unknown, true, true, false, 0, A::Pass);
    row("unknown, others", V::Unknown, true, false, true, 0, A::AskAnonymously);
    row("public", V::Public, true, false, false, 0, A::Pass);
    row("unproven, trusted", V::Unproven, true, true, false, 0, A::Pass);
    row("unproven, others", V::Unproven, true, false, true, 0, A::AskAnonymously);
    row("unproven, logged out", V::Unproven, false, false, true, 0, A::AskAnonymously);
    row("private, trusted", V::Private, true, true, false, 0, A::Pass);
    row("private, others", V::Private, true, false, true, 0, A::Refuse);
    row("private, logged out", V::Private, false, false, true, 0, A::Refuse);
    row("withdrawn tag", V::Withdrawn, true, true, false, 0, A::AskAgain);
    row("withdrawn digest", V::Withdrawn, true, true, true, grace - 1, A::Pass);
    row("withdrawn digest, later", V::Withdrawn, true, true, true, grace, A::AskAgain);
    row("withdrawn, others", V::Withdrawn, true, false, true, 0, A::AskAnonymously);
}

void TestPrivateGate::admits()
{
    QFETCH(const Visibility, visibility);
    QFETCH(const bool, hasCredential);
    QFETCH(const bool, mayRead);
    QFETCH(const bool, isByDigest);
    QFETCH(const qint64, ageMs);
    constexpr qint64 since = 1'700'000'000'000;
    const Admission admission =
        admissionOf({.visibility = visibility, .sinceMs = since}, hasCredential,
                    {.mayReadPrivate = mayRead, .isByDigest = isByDigest}, since + ageMs);
    QTEST(admission, "admission");
}

void TestPrivateGate::letsClientsRead_data()
{
    QTest::addColumn<PrivateAccess>("rule");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<bool>("mayRead");
    QTest::newRow("trusted") << PrivateAccess::Trusted << true << true;
    QTest::newRow("others") << PrivateAccess::Trusted << false << false;
    QTest::newRow("any") << PrivateAccess::Any << false << true;
    QTest::newRow("off") << PrivateAccess::Off << true << false;
}

void TestPrivateGate::letsClientsRead()
{
    QFETCH(const PrivateAccess, rule);
    QFETCH(const bool, isTrusted);
    QTEST(mayReadPrivate(rule, isTrusted), "mayRead");
}

QTEST_APPLESS_MAIN(TestPrivateGate)
#include "tst_privategate.moc"
