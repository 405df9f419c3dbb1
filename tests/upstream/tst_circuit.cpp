// SPDX-License-Identifier: GPL-3.0-or-later
// When a server may be asked, and what the fields say that count pulls.
#include "core/limits.h"
#include "support/manualclock.h"
#include "upstream/budget.h"
#include "upstream/circuit.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;
using namespace std::chrono_literals;

class TestCircuit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksAndCloses();
    void isLimited_data();
    void isLimited();
    void ignoresWhatIsNoFaultOfTheServer();
    void readsBudgets_data();
    void readsBudgets();
    void keepsAccountsApart();
};

void TestCircuit::breaksAndCloses()
{
    ManualClock clock;
    Circuit circuit(clock);
    QVERIFY(!circuit.refusal());
    QVERIFY(!circuit.recordAnswer());
    clock.advance(1s);
    QVERIFY(circuit.recordFailure({.code = ErrorCode::Unreachable, .message = "down"}));
    QVERIFY(!circuit.recordFailure({.code = ErrorCode::TimedOut, .message = "slow"}));
    QCOMPARE(circuit.state(), Circuit::State::Broken);
    QVERIFY(circuit.since() == clock.wallNow());
    clock.advance(24h); // no time closes it
    QCOMPARE(circuit.refusal()->code, ErrorCode::Offline);
    QCOMPARE(circuit.refusal()->message, std::string("slow"));
    QVERIFY(circuit.recordAnswer());
    QVERIFY(!circuit.refusal());
    QVERIFY(circuit.since() == clock.wallNow());
}

void TestCircuit::isLimited_data()
{
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<int>("seconds");
    QTest::newRow("it says how long") << 7 << 7;
    QTest::newRow("it does not") << 0 << static_cast<int>(limits::rateLimitPause.count());
}

void TestCircuit::isLimited()
{
    QFETCH(const int, retryAfter);
    QFETCH(const int, seconds);
    ManualClock clock;
    Circuit circuit(clock);
    QVERIFY(!circuit.recordFailure({.code = ErrorCode::RateLimited,
                                    .message = "429",
                                    .retryAfter = std::chrono::seconds(retryAfter)}));
    QVERIFY(!circuit.recordAnswer()); // of a request that was under way
    QCOMPARE(circuit.refusal()->code, ErrorCode::RateLimited);
    QCOMPARE(circuit.refusal()->retryAfter.count(), seconds);
    QVERIFY(circuit.until() == clock.wallNow() + std::chrono::seconds(seconds));
    clock.advance(1s);
    QCOMPARE(circuit.refusal()->retryAfter.count(), seconds - 1);
    clock.advance(std::chrono::seconds(seconds - 1));
    QVERIFY(!circuit.refusal());
    QVERIFY(!circuit.until());
}

void TestCircuit::ignoresWhatIsNoFaultOfTheServer()
{
    const ManualClock clock;
    Circuit circuit(clock);
    for (const ErrorCode code : {ErrorCode::NotFound, ErrorCode::BadUpstream, ErrorCode::Cancelled})
        QVERIFY(!circuit.recordFailure({.code = code, .message = "no"}));
    QVERIFY(!circuit.refusal());
}

void TestCircuit::readsBudgets_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("remaining");
    QTest::addColumn<QString>("read"); // remaining/limit;window
    const auto row = [](const char *name, const char *limit, const char *remaining,
                        const char *read) {
        QTest::newRow(name) << QByteArray(limit) << QByteArray(remaining)
                            << QString::fromLatin1(read);
    };
    row("Docker Hub", "100;w=21600", "97;w=21600", "97/100;21600");
    row("spaces", " 100 ; w=21600", "97; w=21600 ", "97/100;21600");
    row("no window", "100", "97", "97/100;0");
    row("window of one", "100", "97;w=60", "97/100;60");
    row("other parameters", "100;comment=x;w=60", "97;;", "97/100;60");
    row("nothing left", "100;w=60", "0;w=60", "0/100;60");
    row("more than the limit", "100", "1000", "100/100;0");
    row("a broken window", "100;w=soon", "97", "97/100;0");
    row("nothing", "", "", "");
    row("one of them", "100;w=60", "", "");
    row("no limit", "0", "0", "");
    row("negative", "-1", "5", "");
    row("words", "many", "few", "");
    row("too large", "99999999999999999999", "1", "");
}

void TestCircuit::readsBudgets()
{
    QFETCH(const QByteArray, limit);
    QFETCH(const QByteArray, remaining);
    const ManualClock clock;
    const auto budget = parseBudget(
        {.limit = limit.toStdString(), .remaining = remaining.toStdString(), .source = "10.0.0.1"},
        clock.wallNow());
    QTEST(budget ? QStringLiteral("%1/%2;%3")
                       .arg(budget->remaining)
                       .arg(budget->limit)
                       .arg(budget->window.count())
                 : QString(),
          "read");
    if (budget) {
        QCOMPARE(budget->account, QStringLiteral("10.0.0.1"));
        QCOMPARE(budget->readAtMs, toEpochMs(clock.wallNow()));
    }
}

void TestCircuit::keepsAccountsApart()
{
    ManualClock clock;
    Budget budget;
    QCOMPARE(budget.share(clock.wallNow()), 1.0);
    const auto heard = [&clock](const char *account, std::int64_t remaining) {
        return PullBudget{.account = QString::fromLatin1(account),
                          .limit = 100,
                          .remaining = remaining,
                          .window = 1h,
                          .readAtMs = toEpochMs(clock.wallNow())};
    };
    budget.note(heard("a", 50));
    budget.note(heard("b", 10));
    QCOMPARE(budget.share(clock.wallNow()), 0.1);
    budget.note(heard("a", 40));
    QCOMPARE(budget.all().size(), 2);
    QCOMPARE(budget.all().front().account, QStringLiteral("a"));
    QCOMPARE(budget.share(clock.wallNow()), 0.4);
    clock.advance(1h); // it is full again
    QCOMPARE(budget.share(clock.wallNow()), 1.0);
    for (int i = 0; i < 2 * limits::budgetsMax; ++i)
        budget.note(heard(QByteArray::number(i).constData(), 1));
    QCOMPARE(budget.all().size(), limits::budgetsMax);
}

QTEST_GUILESS_MAIN(TestCircuit)
#include "tst_circuit.moc"
