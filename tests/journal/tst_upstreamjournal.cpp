// SPDX-License-Identifier: GPL-3.0-or-later
// Proves which requests to upstreams a client's request may have caused, and that the newest of
// them are kept.
#include "journal/upstreamjournal.h"

#include <QTest>

#include <functional>

using namespace lanyard;
using namespace lanyard::journal;

namespace {

using Change = std::function<void(RequestRecord &, UpstreamRecord &)>;

/// From second 10 to 11.
RequestRecord request()
{
    RequestRecord record;
    record.startedAtMs = 10'000;
    record.durationUs = 1'000'000;
    record.labels = {.kind = RequestKind::Manifest,
                     .result = CacheResult::Miss,
                     .upstream = "quay.io",
                     .repository = "org/app",
                     .reference = "1.2"};
    return record;
}

/// In the middle of it.
UpstreamRecord asked(const QByteArray &path = "/v2/org/app/manifests/1.2")
{
    UpstreamRecord record;
    record.startedAtMs = 10'200;
    record.durationUs = 300'000;
    record.registry = "quay.io";
    record.repository = "org/app";
    record.path = path;
    return record;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestUpstreamJournal final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void tellsThemAsTheyBegan();
    void keepsTheNewest();
};

void TestUpstreamJournal::judges_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<bool>("isCause");
    const auto row = [](const char *name, bool isCause, const Change &change) {
        QTest::newRow(name) << change << isCause;
    };
    row("the same tag", true, [](auto &, auto &) {});
    row("the manifest that the tag named", true, [](auto &r, auto &a) {
        r.labels.digest = "sha256:ab";
        a.path = "/v2/org/app/manifests/sha256:ab";
    });
    row("another tag", false, [](auto &, auto &a) { a.path = "/v2/org/app/manifests/2"; });
    row("a tag that ends alike", false,
        [](auto &, auto &a) { a.path = "/v2/org/app/manifests/v1.2"; });
    row("another repository", false, [](auto &, auto &a) { a.repository = "org/other"; });
    row("another registry", false, [](auto &, auto &a) { a.registry = "docker.io"; });
    row("answered by the store", false,
        [](auto &r, auto &) { r.labels.result = CacheResult::Hit; });
    row("the cache was not asked", false,
        [](auto &r, auto &) { r.labels.result = CacheResult::None; });
    row("stale", true, [](auto &r, auto &) { r.labels.result = CacheResult::Stale; });
    row("a token", true, [](auto &, auto &a) {
        a.path = "/token";
        a.isForToken = true;
    });
    row("a token for another repository", false, [](auto &, auto &a) {
        a.isForToken = true;
        a.repository = "org/other";
    });
    row("a list", true, [](auto &r, auto &a) {
        r.labels.kind = RequestKind::Tags;
        r.labels.reference.clear();
        a.path = "/v2/org/app/tags/list";
    });
    row("a list is no manifest", false, [](auto &, auto &a) { a.path = "/v2/org/app/tags/list"; });
    row("began before and ended in it", true, [](auto &, auto &a) { a.startedAtMs = 9'800; });
    row("ended after it", true, [](auto &, auto &a) { a.durationUs = 5'000'000; });
    row("was over before", false, [](auto &, auto &a) {
        a.startedAtMs = 9'000;
        a.durationUs = 900'000;
    });
    row("began afterwards", false, [](auto &, auto &a) { a.startedAtMs = 11'100; });
}

void TestUpstreamJournal::judges()
{
    QFETCH(const Change, change);
    QFETCH(const bool, isCause);
    RequestRecord client = request();
    UpstreamRecord upstream = asked();
    change(client, upstream);
    QCOMPARE(mayHaveCaused(client, upstream), isCause);
    UpstreamJournal journal;
    journal.append(upstream);
    QCOMPARE(journal.causedBy(client).size(), isCause ? 1 : 0);
}

void TestUpstreamJournal::tellsThemAsTheyBegan()
{
    UpstreamJournal journal;
    UpstreamRecord first = asked();
    first.method = "HEAD";
    UpstreamRecord second = asked();
    second.method = "GET";
    second.startedAtMs += 1;
    journal.append(second);
    journal.append(first);
    const auto caused = journal.causedBy(request());
    QCOMPARE(caused.size(), 2);
    QCOMPARE(caused[0].method, QByteArray("HEAD"));
    QCOMPARE(caused[1].method, QByteArray("GET"));
}

void TestUpstreamJournal::keepsTheNewest()
{
    UpstreamJournal journal(2);
    for (const int status : {200, 404, 500}) {
        UpstreamRecord record = asked();
        record.status = status;
        journal.append(record);
    }
    const auto caused = journal.causedBy(request());
    QCOMPARE(caused.size(), 2);
    QCOMPARE(caused[0].status, 404);
    QCOMPARE(caused[1].status, 500);

    UpstreamJournal large;
    for (int i = 0; i < UpstreamJournal::answerMax + 5; ++i)
        large.append(asked());
    QCOMPARE(large.causedBy(request()).size(), UpstreamJournal::answerMax);
}

QTEST_GUILESS_MAIN(TestUpstreamJournal)
#include "tst_upstreamjournal.moc"
