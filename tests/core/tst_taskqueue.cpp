// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks run on the queue's thread, in order, all of them, and none after the queue is gone.
#include "core/taskqueue.h"

#include <QTest>
#include <QThread>

#include <algorithm>
#include <memory>
#include <thread>
#include <vector>

using namespace lanyard;

class TestTaskQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsInOrderOnItsThread();
    void runsWhatATaskPosts();
    void runsWhatManyThreadsPost();
    void dropsTheRest();
};

void TestTaskQueue::runsInOrderOnItsThread()
{
    TaskQueue queue;
    std::vector<int> ran;
    std::thread poster([&] {
        for (int i = 0; i < 100; ++i)
            queue.post([&ran, i] {
                QCOMPARE(QThread::currentThread(), QCoreApplication::instance()->thread());
                ran.push_back(i);
            });
    });
    poster.join();
    QVERIFY(ran.empty());
    QTRY_COMPARE(ran.size(), std::size_t{100});
    QVERIFY(std::is_sorted(ran.begin(), ran.end()));
}

void TestTaskQueue::runsWhatATaskPosts()
{
    TaskQueue queue;
    bool hasRun = false;
    queue.post([&] { queue.post([&hasRun] { hasRun = true; }); });
    QTRY_VERIFY(hasRun);
}

void TestTaskQueue::runsWhatManyThreadsPost()
{
    TaskQueue queue;
    int ran = 0;
    std::vector<std::thread> posters;
    for (int i = 0; i < 4; ++i)
        posters.emplace_back([&] {
            for (int k = 0; k < 10'000; ++k)
                queue.post([&ran] { ++ran; });
        });
    QTRY_COMPARE(ran, 40'000);
    for (std::thread &poster : posters)
        poster.join();
}

void TestTaskQueue::dropsTheRest()
{
    const auto held = std::make_shared<int>();
    bool hasRun = false;
    {
        TaskQueue queue;
        queue.post([&hasRun, held] { hasRun = true; });
        QCOMPARE(held.use_count(), 2L);
    }
    QCOMPARE(held.use_count(), 1L);
    QCoreApplication::processEvents();
    QVERIFY(!hasRun);
}

QTEST_GUILESS_MAIN(TestTaskQueue)
#include "tst_taskqueue.moc"
