// SPDX-License-Identifier: GPL-3.0-or-later
// The images that were pulled last: each once, the newest first, and no more than are offered.
#include "recentimages.h"
#include "uilimits.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

RequestRecord pull(const QByteArray &reference, int status = 200,
                   RequestKind kind = RequestKind::Manifest)
{
    RequestRecord record;
    record.status = status;
    record.labels.kind = kind;
    record.labels.upstream = "docker.io";
    record.labels.repository = "library/alpine";
    record.labels.reference = reference;
    return record;
}

} // namespace

class RecentImagesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEachOnce();
    void takesPullsOfTagsOnly();
    void keepsAFew();
};

void RecentImagesTest::hasEachOnce()
{
    RecentImages recent;
    QVERIFY(recent.add({pull("1"), pull("2"), pull("1"), pull("1")}));
    const QByteArrayList expected{"docker.io/library/alpine:1", "docker.io/library/alpine:2"};
    QCOMPARE(recent.names(), expected);
    QVERIFY(!recent.add({pull("1")}));
    QVERIFY(recent.add({pull("2")}));
    QCOMPARE(recent.names().constFirst(), expected.constLast());
}

void RecentImagesTest::takesPullsOfTagsOnly()
{
    RecentImages recent;
    RequestRecord nowhere = pull("1");
    nowhere.labels.upstream.clear();
    QVERIFY(!recent.add({pull("1", 404), pull("1", 200, RequestKind::Blob),
                         pull("sha256:" + QByteArray(64, 'a')), nowhere}));
    QVERIFY(recent.names().isEmpty());
}

void RecentImagesTest::keepsAFew()
{
    RecentImages recent;
    for (int i = 0; i < 2 * limits::recentImages; ++i)
        recent.add({pull(QByteArray::number(i))});
    QCOMPARE(recent.names().size(), limits::recentImages);
    QVERIFY(recent.names().constFirst().endsWith(QByteArray::number(2 * limits::recentImages - 1)));
}

QTEST_APPLESS_MAIN(RecentImagesTest)
#include "tst_recentimages.moc"
