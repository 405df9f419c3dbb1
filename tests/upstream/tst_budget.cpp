// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields say that count pulls, and how much is left of what is granted.
#include "core/limits.h"
#include "support/heardbudget.h"
#include "support/manualclock.h"
#include "upstream/budget.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;
using namespace std::chrono_literals;

class TestBudget final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void namesAccountsInOneWord();
    void keepsAccountsApart();
    void knowsNothingOfAnotherAccount();
};

void TestBudget::reads_data()
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

void TestBudget::reads()
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

void TestBudget::keepsAccountsApart()
{
    ManualClock clock;
    Budget budget;
    QCOMPARE(budget.share(clock.wallNow()), 1.0);
    const auto heard = [&clock](const char *account, std::int64_t remaining) {
        return heardAt(clock.wallNow(), account, remaining);
    };
    budget.note(heard("a", 50));
    budget.note(heard("b", 10));
    QCOMPARE(budget.share(clock.wallNow()), 0.1);
    budget.note(heard("a", 40));
    QCOMPARE(budget.all(clock.wallNow()).size(), 2);
    QCOMPARE(budget.all(clock.wallNow()).front().account, QStringLiteral("a"));
    QCOMPARE(budget.share(clock.wallNow()), 0.4);
    clock.advance(6h); // it is full again
    QCOMPARE(budget.share(clock.wallNow()), 1.0);
    QCOMPARE(budget.all(clock.wallNow()).front().remaining, 100);
    for (int i = 0; i < 2 * limits::budgetsMax; ++i)
        budget.note(heard(QByteArray::number(i).constData(), 1));
    QCOMPARE(budget.all(clock.wallNow()).size(), limits::budgetsMax);
}

/// What a registry sends is shown in a terminal.
void TestBudget::namesAccountsInOneWord()
{
    const auto budget = parseBudget(
        {.limit = "100", .remaining = "97", .source = "a b\x1b[2J\xc3" + std::string(100, 'x')},
        ManualClock().wallNow());
    QVERIFY(budget);
    QVERIFY2(budget->account.startsWith(QStringLiteral("a?b?[2J?xxx")),
             qPrintable(budget->account));
    QCOMPARE(budget->account.size(), 64);
}

void TestBudget::knowsNothingOfAnotherAccount()
{
    const ManualClock clock;
    Budget budget;
    budget.note(heardAt(clock.wallNow(), "a", 10));
    budget.forgetWhose();
    QCOMPARE(budget.share(clock.wallNow()), 1.0);
    QCOMPARE(budget.all(clock.wallNow()).size(), 1);
    budget.note(heardAt(clock.wallNow(), "b", 50));
    QCOMPARE(budget.share(clock.wallNow()), 0.5);
}

QTEST_GUILESS_MAIN(TestBudget)
#include "tst_budget.moc"
