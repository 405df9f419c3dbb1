// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a reader of a growing file misses no change, is woken once for each, and that the
// first end of the file is its only one.
#include "core/growingfile.h"

#include <QTest>

#include <semaphore>
#include <thread>

using namespace lanyard;

class TestGrowingFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishes();
    void awaitsWhatIsNotThere();
    void wakesOnce();
    void ends_data();
    void ends();
    void emptyFile();
    void noReaderSleepsOn();
};

void TestGrowingFile::publishes()
{
    GrowingFile file(nullptr, 100);
    QCOMPARE(file.size(), 100);
    QCOMPARE(file.published(), 0);
    QCOMPARE(file.state(), GrowingFile::State::Growing);
    file.publish(40);
    QCOMPARE(file.published(), 40);
    file.publish(30); // never less
    QCOMPARE(file.published(), 40);
    file.publish(-5);
    QCOMPARE(file.published(), 40);
    file.complete();
    QCOMPARE(file.published(), 100);
    QCOMPARE(file.state(), GrowingFile::State::Complete);
}

void TestGrowingFile::awaitsWhatIsNotThere()
{
    GrowingFile file(nullptr, 100);
    int woken = 0;
    file.publish(10);
    QVERIFY(!file.await(9, [&woken] { ++woken; })); // there is a byte more
    QVERIFY(file.await(10, [&woken] { ++woken; }));
    file.publish(10); // nothing new
    QCOMPARE(woken, 0);
    file.publish(11);
    QCOMPARE(woken, 1);
}

void TestGrowingFile::wakesOnce()
{
    GrowingFile file(nullptr, 100);
    int first = 0;
    int second = 0;
    QVERIFY(file.await(0, [&first] { ++first; }));
    QVERIFY(file.await(0, [&second] { ++second; }));
    file.publish(1);
    file.publish(2);
    file.complete();
    QCOMPARE(first, 1);
    QCOMPARE(second, 1);
}

void TestGrowingFile::ends_data()
{
    QTest::addColumn<bool>("isRight");
    QTest::newRow("complete") << true;
    QTest::newRow("failed") << false;
}

void TestGrowingFile::ends()
{
    QFETCH(bool, isRight);
    GrowingFile file(nullptr, 100);
    file.publish(50);
    int woken = 0;
    QVERIFY(file.await(50, [&woken] { ++woken; }));
    const auto end = [&file](bool right) {
        right ? file.complete() : file.fail();
    };
    end(isRight);
    QCOMPARE(woken, 1);
    QVERIFY(!file.await(100, [&woken] { ++woken; })); // nothing more will come
    // The other end comes too late.
    end(!isRight);
    file.publish(70);
    QCOMPARE(file.state(), isRight ? GrowingFile::State::Complete : GrowingFile::State::Failed);
    QCOMPARE(file.published(), isRight ? 100 : 50);
    QCOMPARE(woken, 1);
}

void TestGrowingFile::emptyFile()
{
    GrowingFile file(nullptr, 0);
    int woken = 0;
    QVERIFY(file.await(0, [&woken] { ++woken; })); // its digest is not known to be right yet
    file.complete();
    QCOMPARE(woken, 1);
    QCOMPARE(file.published(), 0);
}

void TestGrowingFile::noReaderSleepsOn()
{
    constexpr std::int64_t size = 20'000;
    GrowingFile file(nullptr, size);
    std::vector<std::thread> readers;
    std::atomic<int> ended{0};
    for (int i = 0; i < 3; ++i) {
        readers.emplace_back([&file, &ended] {
            std::binary_semaphore awake{0};
            std::int64_t offset = 0;
            while (offset < size) {
                if (file.await(offset, [&awake] { awake.release(); }))
                    awake.acquire();
                offset = file.published();
            }
            ++ended;
        });
    }
    for (std::int64_t at = 1; at < size; ++at)
        file.publish(at);
    file.complete();
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(ended.load(), 3);
}

QTEST_APPLESS_MAIN(TestGrowingFile)
#include "tst_growingfile.moc"
