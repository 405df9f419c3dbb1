// SPDX-License-Identifier: GPL-3.0-or-later
// Equal byte strings get one memory, as long as they come again before too many others do.
#include "sharedbytes.h"

#include <QTest>

using lanyard::ui::SharedBytes;

class TestSharedBytes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesOneMemory();
    void takesNoMoreThanItNeeds();
    void forgetsWhatDoesNotComeAgain();
};

namespace {

const char *memoryOf(SharedBytes &shared, const char *text)
{
    QByteArray bytes(text);
    shared.share(bytes);
    return bytes.constData();
}

} // namespace

void TestSharedBytes::givesOneMemory()
{
    SharedBytes shared(10);
    QByteArray first("quay.io");
    shared.share(first);
    QCOMPARE(memoryOf(shared, "quay.io"), first.constData());
    QVERIFY(memoryOf(shared, "docker.io") != first.constData());
    QCOMPARE(first, QByteArray("quay.io"));
    QByteArray empty;
    shared.share(empty);
    QVERIFY(empty.isEmpty());
}

void TestSharedBytes::takesNoMoreThanItNeeds()
{
    SharedBytes shared(10);
    QByteArray grown("/v2/library/app/blobs/");
    grown.reserve(1000);
    shared.share(grown);
    QCOMPARE(grown, QByteArray("/v2/library/app/blobs/"));
    QVERIFY(grown.capacity() < 2 * grown.size());
    QCOMPARE(memoryOf(shared, "/v2/library/app/blobs/"), grown.constData());
}

void TestSharedBytes::forgetsWhatDoesNotComeAgain()
{
    SharedBytes shared(2);
    QByteArray kept("kept");
    QByteArray gone("gone");
    shared.share(kept);
    shared.share(gone);
    // Two of them at a time; what is asked for goes on.
    for (const char *text : {"a", "b", "c", "d"}) {
        QCOMPARE(memoryOf(shared, "kept"), kept.constData());
        memoryOf(shared, text);
    }
    QVERIFY(memoryOf(shared, "gone") != gone.constData());
}

QTEST_GUILESS_MAIN(TestSharedBytes)
#include "tst_sharedbytes.moc"
