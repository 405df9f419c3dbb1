// SPDX-License-Identifier: GPL-3.0-or-later
// Upstreams change while the cache serves; how each is, what it still grants and what it was
// spared is told; offline, the cache answers at once and asks nobody.
#include "core/limits.h"
#include "registry/cachefixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

using Action = UpstreamChange::Action;
using State = UpstreamServerStatus::State;

namespace {

constexpr const char *latest = "/v2/library/app/manifests/latest";

/// An image of two platforms: what a client asks for, in order.
struct MultiArch
{
    explicit MultiArch(ScriptedRegistry &registry)
        : layer(registry.addBlob("library/app", "layer"))
        , image(registry.addManifest("library/app", {}, imageType, imageManifest({{layer, 5}})))
        , index(registry.addManifest("library/app", "latest", indexType, indexBytes()))
    {
    }

    QByteArray indexBytes() const
    {
        const QByteArray text = image.toString().c_str();
        return QByteArray(R"({"schemaVersion":2,"mediaType":")") + indexType +
               R"(","manifests":[{"mediaType":")" + imageType + R"(","digest":")" + text +
               R"(","size":)" + QByteArray::number(imageManifest({{layer, 5}}).size()) +
               R"(,"platform":{"os":"linux","architecture":"amd64"}}]})";
    }

    /// As Docker pulls it: HEAD and GET by tag, the platform's manifest, the layer.
    void pull(CacheFixture &cache) const
    {
        QCOMPARE(cache.head(latest).status, 200);
        QCOMPARE(cache.get(latest).status, 200);
        QCOMPARE(cache.get(target("manifests", image)).status, 200);
        QCOMPARE(cache.get(target("blobs", layer)).status, 200);
        QTRY_VERIFY(cache.isStored(index));
        QTRY_VERIFY(cache.isStored(image));
        QTRY_VERIFY(cache.isStored(layer));
        QTRY_VERIFY(cache.downloads().isEmpty());
    }

    static QByteArray target(const char *kind, const Digest &digest)
    {
        return QByteArray("/v2/library/app/") + kind + '/' +
               QByteArray::fromStdString(digest.toString());
    }

    Digest layer;
    Digest image;
    Digest index;
};

int manifestRequests(const ScriptedRegistry &registry, std::string_view method)
{
    int count = 0;
    for (const RecordedRequest &request : registry.requests())
        count += request.method == method && request.path.find("/manifests/") != std::string::npos;
    return count;
}

Fields budget(const char *remaining)
{
    return {{"ratelimit-limit", "100;w=21600"},
            {"ratelimit-remaining", std::string(remaining) + ";w=21600"},
            {"docker-ratelimit-source", "192.0.2.7"}};
}

} // namespace

class TestUpstreamDesk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceForAnImageOfManyPlatforms();
    void countsWhatItSaved();
    void stretchesTtlsWhenTheBudgetIsLow();
    void knowsTheBudgetAfterARestart();
    void knowsTheBudgetOfAnotherConfiguration();
    void tellsWhatHappenedByTheHour();
    void servesWhatItHasAfterA429();
    void answersAtOnceOffline();
    void startsOffline();
    void noticesWithinSecondsThatItIsBack();
    void suggestsWhatIsAskedForInVain();
    void changesWhileItServes();
    void letsRunningTransfersEnd();
    void appliesOtherTagRules();
    void tests();
};

/// Cold: one HEAD and two GETs of manifests. Warm: nothing, and after the ttl one HEAD.
void TestUpstreamDesk::asksOnceForAnImageOfManyPlatforms()
{
    CacheFixture cache;
    const MultiArch image(cache.hub);
    image.pull(cache);
    QCOMPARE(manifestRequests(cache.hub, "HEAD"), 1);
    QCOMPARE(manifestRequests(cache.hub, "GET"), 2);
    const int cold = cache.hub.count();
    image.pull(cache);
    QCOMPARE(cache.hub.count(), cold);
    cache.clock.advance(6min);
    image.pull(cache);
    QCOMPARE(cache.hub.count(), cold + 1);
    QCOMPARE(manifestRequests(cache.hub, "HEAD"), 2);
}

void TestUpstreamDesk::countsWhatItSaved()
{
    CacheFixture cache;
    const MultiArch image(cache.hub);
    image.pull(cache);
    image.pull(cache);
    // It is counted when the answer has gone.
    QTRY_COMPARE(cache.core().upstreams().upstreams.front().pullsSaved, 2U);
    const UpstreamStatus status = cache.core().upstreams().upstreams.front();
    QCOMPARE(status.registry, QStringLiteral("docker.io"));
    QCOMPARE(status.servers.front().state, State::Online);
    QCOMPARE(status.requests, static_cast<std::uint64_t>(cache.hub.count()));
}

void TestUpstreamDesk::stretchesTtlsWhenTheBudgetIsLow()
{
    CacheFixture cache;
    const MultiArch image(cache.hub);
    cache.hub.addFault(latest, {.fields = budget("9")});
    image.pull(cache);
    const PullBudget heard = cache.core().upstreams().upstreams.front().budgets.front();
    QCOMPARE(heard.account, QStringLiteral("192.0.2.7"));
    QCOMPARE(heard.remaining, 9);
    QCOMPARE(heard.limit, 100);
    QCOMPARE(heard.window, std::chrono::seconds(21'600));
    const int before = cache.hub.count();
    cache.clock.advance(1h); // far above the 5 minutes of its rule
    QCOMPARE(cache.get(latest).field("Cache-Status"), "lanyard; hit");
    QCOMPARE(cache.hub.count(), before);
    // The window is over: there is budget again, as far as anybody knows.
    cache.clock.advance(24h);
    cache.hub.release(latest);
    QCOMPARE(cache.get(latest).status, 200);
    QCOMPARE(cache.hub.count(), before + 1);
}

void TestUpstreamDesk::knowsTheBudgetAfterARestart()
{
    CacheFixture cache;
    const MultiArch image(cache.hub);
    cache.hub.addFault(latest, {.fields = budget("9")});
    image.pull(cache);
    image.pull(cache);
    const UpstreamStatus before = cache.core().upstreams().upstreams.front();
    cache.restart();
    const UpstreamStatus after = cache.core().upstreams().upstreams.front();
    QCOMPARE(after.budgets, before.budgets);
    QCOMPARE(after.budgets.front().remaining, 9);
    QCOMPARE(after.requests, before.requests);
    QCOMPARE(after.pullsSaved, 2U);
    const int asked = cache.hub.count();
    cache.clock.advance(1h); // far above the 5 minutes of its rule
    QCOMPARE(cache.get(latest).field("Cache-Status"), "lanyard; hit");
    QCOMPARE(cache.hub.count(), asked);
    // The window is over.
    cache.clock.advance(24h);
    QCOMPARE(cache.core().upstreams().upstreams.front().budgets.front().remaining, 100);
}

void TestUpstreamDesk::knowsTheBudgetOfAnotherConfiguration()
{
    CacheFixture cache;
    const MultiArch image(cache.hub);
    cache.hub.addFault(latest, {.fields = budget("9")});
    image.pull(cache);
    QVERIFY(cache.core()
                .changeUpstreams({.action = UpstreamChange::Action::Edit,
                                  .registry = "docker.io",
                                  .fallbackUrls = {{"http://127.0.0.1:9"}}})
                .has_value());
    QCOMPARE(cache.core().upstreams().upstreams.front().servers.size(), 2);
    QCOMPARE(cache.core().upstreams().upstreams.front().budgets.front().remaining, 9);
}

void TestUpstreamDesk::tellsWhatHappenedByTheHour()
{
    CacheFixture cache;
    const MultiArch image(cache.hub);
    cache.hub.addFault(latest, {.fields = budget("40")});
    image.pull(cache);
    // What is counted belongs to the minute in which it is looked at.
    const std::uint64_t requests = cache.core().upstreams().upstreams.front().requests;
    cache.clock.advance(1h);
    cache.hub.release(latest);
    cache.hub.addFault(latest, {.fields = budget("39")});
    image.pull(cache);
    const auto ask = [&cache](const std::string &registry, std::chrono::hours hours) {
        return cache.core().upstreamHistory(registry, hours);
    };
    QTRY_COMPARE(cache.core().upstreams().upstreams.front().pullsSaved, 2U);
    const auto history = ask("docker.io", 24h);
    QVERIFY(history.has_value());
    QCOMPARE(history->size(), 1);
    const QList<UpstreamHour> hours = history->front().hours;
    QCOMPARE(hours.size(), 2);
    QCOMPARE(hours[0].requests, requests);
    QCOMPARE(hours[0].pullsSaved, 0U);
    QCOMPARE(hours[0].budgets.front().lowest, 40);
    QCOMPARE(hours[1].pullsSaved, 2U);
    QCOMPARE(hours[1].budgets.front().last.remaining, 39);
    QCOMPARE(ask("docker.io", 1h)->front().hours, hours.last(1));
    QCOMPARE(ask("", 24h)->size(), 2); // quay.io, too
    QCOMPARE(ask("nobody.example", 24h).error().code, ErrorCode::NotFound);
}

void TestUpstreamDesk::servesWhatItHasAfterA429()
{
    CacheFixture cache;
    const MultiArch image(cache.hub);
    image.pull(cache);
    cache.clock.advance(6min);
    cache.hub.addFault(latest, {.status = 429, .fields = {{"Retry-After", "600"}}});
    const int before = cache.hub.count();
    for (int i = 0; i < 3; ++i) {
        const ClientReply reply = cache.get(latest);
        QCOMPARE(reply.status, 200);
        QVERIFY2(reply.field("Cache-Status").contains("fwd=stale"),
                 reply.field("Cache-Status").constData());
    }
    QCOMPARE(cache.hub.count(), before + 1);
    const ClientReply other = cache.get("/v2/library/other/manifests/1");
    QCOMPARE(other.status, 503);
    QCOMPARE(other.field("Retry-After"), "600");
    QCOMPARE(cache.core().upstreams().upstreams.front().servers.front().state, State::Limited);
    cache.hub.release(latest);
    cache.clock.advance(600s);
    QVERIFY(cache.get(latest).field("Cache-Status").contains("hit"));
    QCOMPARE(cache.hub.count(), before + 2);
}

void TestUpstreamDesk::answersAtOnceOffline()
{
    CacheFixture cache;
    const MultiArch image(cache.hub);
    image.pull(cache);
    const int before = cache.hub.count();
    cache.core().setOffline(true);
    cache.clock.advance(24h);
    cache.hub.addFault(latest, {.isHeld = true});
    for (int i = 0; i < 20; ++i) {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(cache.get(latest).status, 200);
        QCOMPARE(cache.get("/v2/library/other/manifests/1").status, 503);
        QVERIFY2(!timer.hasExpired(limits::upstreamHeaderTimeout.count()),
                 qPrintable(QString::number(timer.elapsed())));
    }
    QCOMPARE(cache.hub.count(), before);
    QVERIFY(cache.core().upstreams().isOffline);
    cache.hub.release(latest);
    cache.core().setOffline(false);
    QCOMPARE(cache.get("/v2/library/other/manifests/1").status, 404);
}

/// Without any network, too: nothing is asked before a client wants something.
void TestUpstreamDesk::startsOffline()
{
    CacheFixture cache;
    const MultiArch image(cache.hub);
    image.pull(cache);
    cache.hub.stop();
    cache.quay.stop();
    cache.restart();
    cache.clock.advance(24h);
    QCOMPARE(cache.get(latest).status, 200);
    QCOMPARE(cache.get(MultiArch::target("blobs", image.layer)).body, QByteArray("layer"));
}

void TestUpstreamDesk::noticesWithinSecondsThatItIsBack()
{
    CacheFixture cache;
    cache.hub.stop();
    QCOMPARE(cache.get("/v2/library/app/manifests/1").status, 502);
    QCOMPARE(cache.get("/v2/library/app/manifests/1").status, 503);
    cache.hub.start();
    QTRY_COMPARE(cache.core().upstreams().upstreams.front().servers.front().state, State::Online);
    QCOMPARE(cache.get("/v2/library/app/manifests/1").status, 404);
}

void TestUpstreamDesk::suggestsWhatIsAskedForInVain()
{
    CacheFixture cache;
    QCOMPARE(cache.get("/v2/library/app/manifests/1?ns=ghcr.io").status, 404);
    QCOMPARE(cache.get("/v2/gcr.io/a/b/manifests/1").status, 404);
    QCOMPARE(cache.get("/gcr.io/v2/a/b/manifests/1").status, 404);
    QCOMPARE(cache.get("/v2/library/app/manifests/1?ns=%3Cscript%3E").status, 404);
    const QList<UpstreamSuggestion> all = cache.core().upstreams().suggestions;
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].registry, QStringLiteral("gcr.io"));
    QCOMPARE(all[0].requests, 2U);
    QVERIFY(cache.core().changeUpstreams({.action = Action::Add, .registry = "gcr.io"}));
    QCOMPARE(cache.core().upstreams().suggestions.size(), 1);
    QVERIFY(cache.core().changeUpstreams({.action = Action::Disable, .registry = "quay.io"}));
    QCOMPARE(cache.get("/v2/quay.io/a/b/manifests/1").status, 404);
    QCOMPARE(cache.core().upstreams().suggestions.size(), 1);
    for (int i = 0; i < 1'000; ++i)
        cache.get("/v2/library/app/manifests/1?ns=r" + QByteArray::number(i) + ".example");
    QVERIFY(cache.core().upstreams().suggestions.size() <= 64);
}

void TestUpstreamDesk::changesWhileItServes()
{
    CacheFixture cache;
    ScriptedRegistry third;
    third.addManifest("a/b", "1", imageType, imageManifest({}));
    const QByteArray target = "/v2/third.example/a/b/manifests/1";
    QCOMPARE(cache.get(target).status, 404);
    const UpstreamChange added{
        .action = Action::Add, .registry = "third.example", .url = third.url()};
    QVERIFY(cache.core().changeUpstreams(added));
    QCOMPARE(cache.get(target).status, 200);
    QCOMPARE(cache.core().upstreams().upstreams.size(), 3);

    QVERIFY(cache.core().changeUpstreams({.action = Action::Disable, .registry = "third.example"}));
    QCOMPARE(cache.get(target).status, 404);
    QVERIFY(cache.core().changeUpstreams({.action = Action::Enable, .registry = "third.example"}));
    QCOMPARE(cache.get(target).status, 200);

    QVERIFY(cache.core().changeUpstreams({.action = Action::Edit,
                                          .registry = "third.example",
                                          .aliases = std::vector<std::string>{"three"}}));
    QCOMPARE(cache.get("/v2/a/b/manifests/1?ns=three").status, 200);

    QVERIFY(cache.core().changeUpstreams({.action = Action::Remove, .registry = "third.example"}));
    QCOMPARE(cache.get(target).status, 404);
    QCOMPARE(cache.get("/v2/library/none/manifests/1").status, 404); // the others serve
    QVERIFY(!cache.core().changeUpstreams({.action = Action::Remove, .registry = "x.example"}));
}

void TestUpstreamDesk::letsRunningTransfersEnd()
{
    CacheFixture cache;
    const QByteArray layer(3'000'000, 'l');
    const Digest digest = cache.quay.addBlob("org/app", layer);
    const std::string path = "/v2/org/app/blobs/" + digest.toString();
    cache.quay.addFault(path, {.stallAfter = 1'000'000});
    ClientRequest running =
        cache.start("/v2/quay.io/org/app/blobs/" + QByteArray::fromStdString(digest.toString()));
    QTRY_COMPARE(running.received(), 1'000'000);
    QVERIFY(cache.core().changeUpstreams({.action = Action::Remove, .registry = "quay.io"}));
    cache.quay.release(path);
    QVERIFY(running.finish().body == layer);
    QTRY_VERIFY(cache.isStored(digest));
}

void TestUpstreamDesk::appliesOtherTagRules()
{
    CacheFixture cache;
    QTemporaryDir folder;
    cache.configFile = folder.filePath(QStringLiteral("lanyard.yml"));
    const auto write = [&cache](const QByteArray &rule) {
        QFile file(cache.configFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("version: 1\nupstreams:\n  - registry: docker.io\n    url: " +
                   QByteArray::fromStdString(cache.hub.url()) + "\n    tagRules: [" + rule + "]\n");
    };
    cache.tagRules = {{.match = "*", .isImmutable = true}};
    cache.restart();
    const MultiArch image(cache.hub);
    image.pull(cache);
    image.pull(cache); // known to the network threads as immutable
    const int before = cache.hub.count();
    write(R"({match: "*", ttl: 1m})");
    QVERIFY(cache.core().changeUpstreams({.action = Action::Add, .registry = "ghcr.io"}));
    cache.clock.advance(2min);
    QCOMPARE(cache.get(latest).status, 200);
    QCOMPARE(cache.hub.count(), before + 1);
}

void TestUpstreamDesk::tests()
{
    CacheFixture cache;
    std::optional<Result<UpstreamTest>> result;
    const auto done = [&result](const Result<UpstreamTest> &test) {
        result = test;
    };
    cache.core().setOffline(true); // a test is what the user wants all the same
    cache.core().testUpstream("docker.io", done);
    QTRY_VERIFY(result);
    QVERIFY(*result);
    QCOMPARE((*result)->servers.size(), 1);
    QVERIFY((*result)->servers.front().isReachable);
    QCOMPARE((*result)->servers.front().access, ServerTest::Access::Open);
    result.reset();
    cache.core().testUpstream("x.example", done);
    QTRY_VERIFY(result);
    QCOMPARE(result->error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestUpstreamDesk)
#include "tst_upstreamdesk.moc"
