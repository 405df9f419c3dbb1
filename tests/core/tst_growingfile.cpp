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
    void goesOnInAWindow();
    void theWindowFollowsTheSlowest();
    void dropsWhoHoldsUpOthers();
};

void TestGrowingFile::publishes()
{
    const auto file = std::make_shared<GrowingFile>(nullptr, 100);
    QCOMPARE(file->size(), 100);
    QCOMPARE(file->published(), 0);
    QCOMPARE(file->state(), GrowingFile::State::Growing);
    file->publish(40);
    QCOMPARE(file->published(), 40);
    file->publish(30); // never less
    QCOMPARE(file->published(), 40);
    file->publish(-5);
    QCOMPARE(file->published(), 40);
    file->complete();
    QCOMPARE(file->published(), 100);
    QCOMPARE(file->state(), GrowingFile::State::Complete);
}

void TestGrowingFile::awaitsWhatIsNotThere()
{
    const auto file = std::make_shared<GrowingFile>(nullptr, 100);
    int woken = 0;
    file->publish(10);
    QVERIFY(!file->follow(9)->await([&woken] { ++woken; })); // there is a byte more
    QVERIFY(file->follow(10)->await([&woken] { ++woken; }));
    file->publish(10); // nothing new
    QCOMPARE(woken, 0);
    file->publish(11);
    QCOMPARE(woken, 1);
}

void TestGrowingFile::wakesOnce()
{
    const auto file = std::make_shared<GrowingFile>(nullptr, 100);
    int first = 0;
    int second = 0;
    QVERIFY(file->follow(0)->await([&first] { ++first; }));
    QVERIFY(file->follow(0)->await([&second] { ++second; }));
    file->publish(1);
    file->publish(2);
    file->complete();
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
    const auto file = std::make_shared<GrowingFile>(nullptr, 100);
    file->publish(50);
    int woken = 0;
    QVERIFY(file->follow(50)->await([&woken] { ++woken; }));
    const auto end = [&file](bool right) {
        right ? file->complete() : file->fail();
    };
    end(isRight);
    QCOMPARE(woken, 1);
    QVERIFY(!file->follow(100)->await([&woken] { ++woken; })); // nothing more will come
    // The other end comes too late.
    end(!isRight);
    file->publish(70);
    QCOMPARE(file->state(), isRight ? GrowingFile::State::Complete : GrowingFile::State::Failed);
    QCOMPARE(file->published(), isRight ? 100 : 50);
    QCOMPARE(woken, 1);
}

void TestGrowingFile::emptyFile()
{
    const auto file = std::make_shared<GrowingFile>(nullptr, 0);
    int woken = 0;
    QVERIFY(
        file->follow(0)->await([&woken] { ++woken; })); // its digest is not known to be right yet
    file->complete();
    QCOMPARE(woken, 1);
    QCOMPARE(file->published(), 0);
}

void TestGrowingFile::noReaderSleepsOn()
{
    constexpr std::int64_t size = 20'000;
    const auto file = std::make_shared<GrowingFile>(nullptr, size);
    std::vector<std::thread> readers;
    std::atomic<int> ended{0};
    for (int i = 0; i < 3; ++i) {
        readers.emplace_back([&file, &ended] {
            std::binary_semaphore awake{0};
            std::int64_t offset = 0;
            auto reader = file->follow(0);
            while (offset < size) {
                if (reader->await([&awake] { awake.release(); }))
                    awake.acquire();
                offset = file->published();
                reader->advance(offset);
            }
            ++ended;
        });
    }
    for (std::int64_t at = 1; at < size; ++at)
        file->publish(at);
    file->complete();
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(ended.load(), 3);
}

void TestGrowingFile::goesOnInAWindow()
{
    const auto disk = std::make_shared<const FileDescriptor>();
    const auto window = std::make_shared<const FileDescriptor>();
    const auto file = std::make_shared<GrowingFile>(disk, 100);
    auto reader = *file->follow(0);
    file->publish(30);
    QCOMPARE(reader.readable().file, disk.get());
    QCOMPARE(reader.readable().end, 30);
    file->openWindow(30, window);
    file->publish(50);
    QCOMPARE(reader.readable().file, disk.get());
    QCOMPARE(reader.readable().end, 30);
    reader.advance(30);
    QCOMPARE(reader.readable().file, window.get());
    QCOMPARE(reader.readable().end, 50);
    reader.advance(50);
    file->complete();
    QCOMPARE(reader.readable().file, window.get());
    QCOMPARE(reader.readable().end, 100);
}

void TestGrowingFile::theWindowFollowsTheSlowest()
{
    const auto file = std::make_shared<GrowingFile>(nullptr, 100);
    QCOMPARE(file->readers(), 0);
    auto slow = file->follow(0);
    auto fast = file->follow(0);
    auto later = file->follow(90); // a range
    QCOMPARE(file->readers(), 3);
    file->openWindow(0, nullptr);
    file->publish(50);
    fast->advance(50);
    QCOMPARE(file->forgetPassed(), 0);
    QVERIFY(file->follow(0)); // all is there still
    slow->advance(20);
    QCOMPARE(file->forgetPassed(), 20);
    QVERIFY(!file->follow(0));
    QVERIFY(!file->follow(19));
    QVERIFY(file->follow(20));

    int woken = 0;
    QVERIFY(!file->awaitReaders(20, [&woken] { ++woken; }));
    QVERIFY(file->awaitReaders(40, [&woken] { ++woken; }));
    slow->advance(39);
    QCOMPARE(woken, 0);
    slow->advance(40);
    QCOMPARE(woken, 1);
    QVERIFY(file->awaitReaders(45, [&woken] { ++woken; }));
    slow.reset();
    QCOMPARE(woken, 2);
    QCOMPARE(file->forgetPassed(), 50);
    fast.reset();
    later.reset();
    QCOMPARE(file->readers(), 0);
    QCOMPARE(file->forgetPassed(), 50); // what is not published was not passed
}

void TestGrowingFile::dropsWhoHoldsUpOthers()
{
    const auto file = std::make_shared<GrowingFile>(nullptr, 100);
    auto slow = file->follow(0);
    auto fast = file->follow(0);
    file->openWindow(0, nullptr);
    file->publish(50);
    fast->advance(50);
    int woken = 0;
    QVERIFY(file->awaitReaders(50, [&woken] { ++woken; }));
    file->dropBehind(50);
    QCOMPARE(woken, 1);
    QCOMPARE(slow->state(), GrowingFile::State::Failed);
    QVERIFY(!slow->await([] {}));
    QCOMPARE(fast->state(), GrowingFile::State::Growing);
    QCOMPARE(file->forgetPassed(), 50);
    // Nobody is dropped for nobody.
    file->publish(70);
    file->dropBehind(70);
    QCOMPARE(fast->state(), GrowingFile::State::Growing);
}

QTEST_APPLESS_MAIN(TestGrowingFile)
#include "tst_growingfile.moc"
