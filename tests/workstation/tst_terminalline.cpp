// SPDX-License-Identifier: GPL-3.0-or-later
// Who is not asked for a password is told what does the same in a terminal, and what takes it back.
#include "api/clientsetup.h"
#include "support/inenglish.h"
#include "workstation/terminalline.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::workstation;

class TestTerminalLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data();
    void says();
};

void TestTerminalLine::says_data()
{
    QTest::addColumn<ClientPlan>("plan");
    QTest::addColumn<QString>("line");
    ClientPlan plan{.client = QStringLiteral("docker"),
                    .cache = {.host = QStringLiteral("192.168.0.80"), .port = 5000},
                    .registries = {QStringLiteral("docker.io"), QStringLiteral("quay.io")}};
    QTest::newRow("plain") << plan
                           << QStringLiteral(
                                  "To do it in a terminal, run: sudo lanyard setup docker --cache "
                                  "http://192.168.0.80:5000 --registry docker.io --registry "
                                  "quay.io; to take it back: sudo lanyard setup docker --undo");
    plan.registries = {QStringLiteral("docker.io")};
    plan.cache = {.host = QStringLiteral("cache.lan"),
                  .port = 5443,
                  .isTls = true,
                  .authority = "PEM",
                  .user = QStringLiteral("ann o'hara"),
                  .password = QStringLiteral("what-nobody-says")};
    QTest::newRow("with TLS and a login")
        << plan
        << QStringLiteral("To do it in a terminal, run: sudo lanyard setup docker --cache "
                          "https://cache.lan:5443 --registry docker.io --username "
                          "'ann o'\\''hara' --ca FILE (FILE is the certificate of the authority "
                          "of the cache); to take it back: sudo lanyard setup docker --undo");
}

void TestTerminalLine::says()
{
    QFETCH(ClientPlan, plan);
    QTEST(test::inEnglish(terminalLine(plan.client, plan.cache, plan.registries)), "line");
}

QTEST_GUILESS_MAIN(TestTerminalLine)
#include "tst_terminalline.moc"
