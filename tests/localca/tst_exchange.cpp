// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that two folders change places, and that who looks for an authority finds one at any
// moment while another one comes.
#include "localca/cafolder.h"
#include "localca/exchange.h"
#include "support/manualclock.h"
#include "support/putfile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <thread>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::localca;
using namespace lanyard::test;

class TestExchange final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesPlaces();
    void needsBoth();
    void leavesNoMomentWithout();
};

void TestExchange::changesPlaces()
{
    const QTemporaryDir folder;
    for (const char *name : {"one", "other"}) {
        const QString path = folder.filePath(QLatin1String(name));
        QVERIFY(QDir().mkpath(path));
        putFile(path + QStringLiteral("/name"), name);
    }
    const QString one = folder.filePath(QStringLiteral("one"));
    QVERIFY(exchange(qPrintable(one), qPrintable(folder.filePath(QStringLiteral("other")))));
    QFile file(one + QStringLiteral("/name"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("other"));
}

void TestExchange::needsBoth()
{
    const QTemporaryDir folder;
    errno = 0;
    QVERIFY(!exchange(qPrintable(folder.path()), "/no/such/folder"));
    QCOMPARE(errno, ENOENT);
}

void TestExchange::leavesNoMomentWithout()
{
    constexpr int rounds = 200;
    const QTemporaryDir data;
    const CaFolder folder(data.path());
    const auto authority = makeAuthority(QStringLiteral("nas"), ManualClock().wallNow());
    QVERIFY(authority && folder.placeAuthority(*authority, false));
    const QByteArray file = QFile::encodeName(folder.authorityFile());
    std::atomic<bool> isOver = false;
    std::atomic<int> misses = 0;
    std::thread looking([&] {
        while (!isOver) {
            if (::access(file.constData(), F_OK) != 0)
                ++misses;
        }
    });
    int placed = 0;
    for (int i = 0; i < rounds; ++i)
        placed += folder.placeAuthority(*authority, true) ? 1 : 0;
    isOver = true;
    looking.join();
    QCOMPARE(placed, rounds);
    QCOMPARE(misses.load(), 0);
}

QTEST_APPLESS_MAIN(TestExchange)
#include "tst_exchange.moc"
