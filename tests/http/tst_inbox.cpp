// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is posted, and however often, the descriptor is readable until it is taken; after
// close() everything is dropped.
#include "http/inbox.h"

#include <QTest>

#include <poll.h>

using namespace lanyard::http;

namespace {

bool isReadable(const Inbox &inbox)
{
    pollfd watched{.fd = inbox.descriptor(), .events = POLLIN, .revents = 0};
    return ::poll(&watched, 1, 0) == 1;
}

} // namespace

class TestInbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadableUntilTaken();
    void keepsTheOrder();
    void dropsAfterClose();
};

void TestInbox::isReadableUntilTaken()
{
    Inbox inbox;
    QVERIFY(inbox.isValid());
    QVERIFY(!isReadable(inbox));
    // More than a pipe would hold, were each of them to write to it.
    for (std::uint64_t id = 0; id < 100'000; ++id)
        inbox.postWake(id);
    QVERIFY(isReadable(inbox));
    QCOMPARE(inbox.take().wokenConnections.size(), std::size_t{100'000});
    QVERIFY(!isReadable(inbox));
    QVERIFY(inbox.take().wokenConnections.empty());
    inbox.postWake(7);
    QVERIFY(isReadable(inbox));
}

void TestInbox::keepsTheOrder()
{
    Inbox inbox;
    std::string done;
    inbox.post([&] { done += 'a'; });
    inbox.post(PostedAnswer{.connectionId = 9, .requestSerial = 1, .response = {}});
    inbox.post([&] { done += 'b'; });
    const Inbox::Content content = inbox.take();
    QCOMPARE(content.answers.size(), std::size_t{1});
    for (const Inbox::Task &task : content.tasks)
        task();
    QCOMPARE(done, std::string("ab"));
}

void TestInbox::dropsAfterClose()
{
    Inbox inbox;
    inbox.postWake(6);
    inbox.close();
    inbox.postWake(7);
    QVERIFY(inbox.take().wokenConnections.empty());
    QVERIFY(!inbox.isValid());
}

QTEST_APPLESS_MAIN(TestInbox)
#include "tst_inbox.moc"
