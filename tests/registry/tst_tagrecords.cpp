// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the record of a request for a tag says which rule decided about it, and in which form
// the request came, whoever answered: the network thread, the engine, or upstream.
#include "core/limits.h"
#include "registry/cachefixture.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

const std::string repository = "library/app";

QByteArray target(const std::string &reference)
{
    return "/v2/library/app/manifests/" + QByteArray::fromStdString(reference);
}

RequestLabels labelsOf(CacheFixture &cache, const QByteArray &target)
{
    return cache.recordOf(target).labels;
}

/// Asks until the answer is of that kind.
QByteArray ruleOf(CacheFixture &cache, const QByteArray &target, CacheResult result)
{
    RequestLabels labels;
    const bool isSo = QTest::qWaitFor(
        [&] {
            labels = labelsOf(cache, target);
            return labels.result == result;
        },
        patienceMs);
    return isSo ? QByteArray::fromStdString(english(labels.rule))
                : QByteArray("another kind of answer");
}

Fields budget(const char *remaining)
{
    return {{"ratelimit-limit", "100;w=21600"},
            {"ratelimit-remaining", std::string(remaining) + ";w=21600"},
            {"docker-ratelimit-source", "192.0.2.7"}};
}

} // namespace

class TestTagRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheRule_data();
    void namesTheRule();
    void saysThatItWasStretched();
    void namesNoneOfADigest();
    void followsAChangeOfTheRules();
    void namesTheForm();
};

void TestTagRecords::namesTheRule_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("ttl") << QStringLiteral("latest") << QByteArray("latest: 5m");
    QTest::newRow("expression") << QStringLiteral("1.2") << QByteArray("re:^1\\.: 1h30m");
    QTest::newRow("always") << QStringLiteral("edge") << QByteArray("edge: revalidate always");
    QTest::newRow("none") << QStringLiteral("x") << QByteArray("no rule: revalidate always");
    QTest::newRow("immutable") << QStringLiteral("v1") << QByteArray("v?: immutable");
}

void TestTagRecords::namesTheRule()
{
    QFETCH(const QString, tag);
    QFETCH(const QByteArray, rule);
    CacheFixture cache;
    cache.tagRules = {{.match = "latest", .ttl = 5min},
                      {.match = "re:^1\\.", .ttl = 90min},
                      {.match = "edge", .ttl = 0s},
                      {.match = "v?", .isImmutable = true}};
    cache.restart();
    const QByteArray path = target(tag.toStdString());
    cache.hub.addManifest(repository, tag.toStdString(), imageType, imageManifest({}));
    QCOMPARE(ruleOf(cache, path, CacheResult::Miss), rule);
    const bool isAsked = rule.endsWith("always");
    QCOMPARE(ruleOf(cache, path, isAsked ? CacheResult::Revalidated : CacheResult::Hit), rule);
    if (rule.endsWith("immutable"))
        return;
    cache.clock.advance(2h);
    QCOMPARE(ruleOf(cache, path, CacheResult::Revalidated), rule);
    cache.clock.advance(2h);
    cache.hub.addFault("/v2/library/app/manifests/" + tag.toStdString(), {.status = 500});
    QCOMPARE(ruleOf(cache, path, CacheResult::Stale), rule);
    cache.hub.release("/v2/library/app/manifests/" + tag.toStdString());
    cache.hub.removeTag(repository, tag.toStdString());
    QCOMPARE(ruleOf(cache, path, CacheResult::Failed), rule);
}

void TestTagRecords::saysThatItWasStretched()
{
    CacheFixture cache;
    cache.hub.addManifest(repository, "latest", imageType, imageManifest({}));
    cache.hub.addFault("/v2/library/app/manifests/latest", {.fields = budget("20")});
    // What is left is known when upstream has answered.
    QCOMPARE(ruleOf(cache, target("latest"), CacheResult::Miss), QByteArray("latest: 5m"));
    QCOMPARE(ruleOf(cache, target("latest"), CacheResult::Hit),
             QByteArray("latest: 20m, stretched from 5m"));
}

void TestTagRecords::namesNoneOfADigest()
{
    CacheFixture cache;
    const QByteArray layer = "a layer";
    const Digest blob = cache.hub.addBlob(repository, layer);
    const Digest digest = cache.hub.addManifest(repository, "latest", imageType,
                                                imageManifest({{blob, layer.size()}}));
    QCOMPARE(ruleOf(cache, target(digest.toString()), CacheResult::Miss), QByteArray());
    QCOMPARE(ruleOf(cache, target(digest.toString()), CacheResult::Hit), QByteArray());
    const QByteArray ofBlob = "/v2/library/app/blobs/" + QByteArray::fromStdString(blob.toString());
    QVERIFY(!labelsOf(cache, ofBlob).rule);
    QVERIFY(!labelsOf(cache, "/v2/library/app/tags/list").rule);
}

void TestTagRecords::followsAChangeOfTheRules()
{
    CacheFixture cache;
    cache.hub.addManifest(repository, "latest", imageType, imageManifest({}));
    ruleOf(cache, target("latest"), CacheResult::Hit);
    cache.tagRules = {{.match = "*", .ttl = 24h}};
    cache.restart();
    QCOMPARE(ruleOf(cache, target("latest"), CacheResult::Hit), QByteArray("*: 1d"));
    // Once by the engine, then by the network thread.
    QCOMPARE(ruleOf(cache, target("latest"), CacheResult::Hit), QByteArray("*: 1d"));
}

void TestTagRecords::namesTheForm()
{
    CacheFixture cache;
    cache.quay.addManifest("org/app", "latest", imageType, imageManifest({}));
    const QByteArray target = "/v2/org/app/manifests/latest?ns=quay.io";
    const RequestLabels fetched = labelsOf(cache, target);
    QCOMPARE(fetched.result, CacheResult::Miss);
    QCOMPARE(fetched.form, RequestForm::Namespace);
    QTRY_COMPARE(labelsOf(cache, target).result, CacheResult::Hit);
    QCOMPARE(cache.lastRecord().labels.form, RequestForm::Namespace);
    QCOMPARE(labelsOf(cache, "/v2/quay.io/org/app/manifests/latest").form, RequestForm::Name);
    QCOMPARE(labelsOf(cache, "/v2/").form, RequestForm::None);
}

QTEST_GUILESS_MAIN(TestTagRecords)
#include "tst_tagrecords.moc"
