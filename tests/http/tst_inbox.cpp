// SPDX-License-Identifier: GPL-3.0-or-later
// However much is posted, the network thread is called once until it takes; after close() nothing
// calls it any more.
#include "http/inbox.h"

#include <QTest>

using namespace lanyard::http;

class TestInbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notifiesOnceUntilTaken();
    void dropsAfterClose();
};

void TestInbox::notifiesOnceUntilTaken()
{
    int notified = 0;
    Inbox inbox([&] { ++notified; });
    inbox.postWake(7);
    inbox.postWake(8);
    inbox.post(PostedAnswer{.connectionId = 9, .requestSerial = 1, .response = {}});
    QCOMPARE(notified, 1);
    const Inbox::Content content = inbox.take();
    QCOMPARE(content.wokenConnections, (std::vector<std::uint64_t>{7, 8}));
    QCOMPARE(content.answers.size(), std::size_t{1});
    QVERIFY(inbox.take().wokenConnections.empty());
    inbox.postWake(7);
    QCOMPARE(notified, 2);
}

void TestInbox::dropsAfterClose()
{
    int notified = 0;
    Inbox inbox([&] { ++notified; });
    inbox.close();
    inbox.postWake(7);
    QCOMPARE(notified, 0);
    QVERIFY(inbox.take().wokenConnections.empty());
}

QTEST_APPLESS_MAIN(TestInbox)
#include "tst_inbox.moc"
