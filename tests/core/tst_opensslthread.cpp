// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what OpenSSL keeps for a thread is freed when the thread has been waited for.
#include "core/opensslthread.h"

#include <QTest>
#include <QThread>

#include <openssl/err.h>

using namespace lanyard;

class OpenSslThreadTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFreedBeforeTheEnd();
};

void OpenSslThreadTest::isFreedBeforeTheEnd()
{
    QThread thread;
    unsigned long before = 0;
    unsigned long after = 1;
    connect(
        &thread, &QThread::started, &thread,
        [&] {
            ERR_raise(ERR_LIB_USER, 1);
            before = ERR_peek_error();
            thread.quit();
        },
        Qt::DirectConnection);
    freeOpenSslAtEndOf(thread);
    connect(
        &thread, &QThread::finished, &thread, [&after] { after = ERR_peek_error(); },
        Qt::DirectConnection);
    thread.start();
    QVERIFY(thread.wait());
    QVERIFY(before != 0);
    QCOMPARE(after, 0UL);
}

QTEST_GUILESS_MAIN(OpenSslThreadTest)
#include "tst_opensslthread.moc"
