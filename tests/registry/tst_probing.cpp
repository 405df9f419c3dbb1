// SPDX-License-Identifier: GPL-3.0-or-later
// The reserved repository is answered by the cache alone, however its registry is named, with no
// upstream, offline, and without a trace in what is stored or counted as a hit; and the extension
// tells what was seen.
#include "registry/cachefixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;

namespace {

const QByteArray nonce = "0123456789abcdef0123456789abcdef";
constexpr const char *dockerManifest = "application/vnd.docker.distribution.manifest.v2+json";

QJsonObject json(const ClientReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

QByteArray digestIn(const QJsonValue &descriptor)
{
    return descriptor.toObject().value(QLatin1String("digest")).toString().toLatin1();
}

QString digestOf(const QByteArray &bytes)
{
    return QString::fromStdString(Digest::of(Digest::Algorithm::Sha256, bytes).toString());
}

QJsonArray sightings(CacheFixture &cache)
{
    return json(cache.get("/v2/_lanyard/probe/" + nonce))
        .value(QLatin1String("sightings"))
        .toArray();
}

/// A field of all sightings.
QStringList all(const QJsonArray &sightings, const char *field)
{
    QStringList values;
    for (const QJsonValue &sighting : sightings)
        values.append(sighting.toObject().value(QLatin1String(field)).toString());
    return values;
}

QByteArrayList stored(const CacheFixture &cache)
{
    QByteArrayList names;
    const QDir blobs(cache.dataDirectory() + QStringLiteral("/blobs/sha256"));
    for (const QString &name : blobs.entryList(QDir::Files))
        names.append(name.toLatin1());
    return names;
}

} // namespace

class TestProbing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPulledInEveryForm_data();
    void isPulledInEveryForm();
    void answersAsARegistry();
    void answersWithoutUpstreams();
    void hasNothingElse_data();
    void hasNothingElse();
    void leavesNoTrace();
    void cannotBeFetchedAhead();
    void tellsOfItself();
    void tellsWhatItSaw();
    void showsNoHiddenCharacters();
};

void TestProbing::isPulledInEveryForm_data()
{
    QTest::addColumn<QByteArray>("before"); // the name, with /v2/
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("form");
    const QString hub = QStringLiteral("docker.io");
    const QString quay = QStringLiteral("quay.io");
    const auto row = [](const char *name, const QByteArray &before, const QByteArray &query,
                        const QByteArray &host, const QString &registry, const char *form) {
        QTest::newRow(name) << before << query << host << registry << QString::fromLatin1(form);
    };
    row("bare", "/v2/", "", "", hub, "default");
    row("ns", "/v2/", "?ns=quay.io", "", quay, "ns");
    row("ns of the default", "/v2/", "?ns=docker.io", "", hub, "ns");
    row("name", "/v2/quay.io/", "", "", quay, "name");
    row("name of the default", "/v2/docker.io/", "", "", hub, "name");
    row("path", "/quay.io/v2/", "", "", quay, "path");
    row("path of the default", "/docker.io/v2/", "", "", hub, "path");
    row("host", "/v2/", "", "other.cache.lan", QStringLiteral("other.lan"), "host");
}

void TestProbing::isPulledInEveryForm()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, host);
    QFETCH(QString, registry);
    QFETCH(QString, form);
    CacheFixture cache;
    cache.furtherUpstreams = {
        {.registry = "other.lan", .url = cache.quay.url(), .hosts = {"other.cache.lan"}}};
    cache.restart();
    Fields fields{{"User-Agent", "a client/1.0"}};
    if (!host.isEmpty())
        fields.emplace_back("Host", host.toStdString());
    const auto get = [&](const QByteArray &kind, const QByteArray &reference) {
        return cache.get(before + "lanyard-probe/check/" + kind + '/' + reference + query, fields);
    };
    const ClientReply index = get("manifests", nonce);
    QCOMPARE(index.status, 200);
    QCOMPARE(index.field("OCI-Namespace"), query.isEmpty() ? QByteArray() : query.mid(4));
    const QByteArray child =
        digestIn(json(index).value(QLatin1String("manifests")).toArray().at(0));
    const ClientReply manifest = get("manifests", child);
    QCOMPARE(manifest.status, 200);
    QCOMPARE(digestOf(manifest.body).toLatin1(), child);
    const QByteArray config = digestIn(json(manifest).value(QLatin1String("config")));
    const QByteArray layer =
        digestIn(json(manifest).value(QLatin1String("layers")).toArray().at(0));
    for (const QByteArray &blob : {config, layer}) {
        const ClientReply content = get("blobs", blob);
        QCOMPARE(content.status, 200);
        QCOMPARE(digestOf(content.body).toLatin1(), blob);
    }
    QCOMPARE(cache.hub.count(), 0);
    QCOMPARE(cache.quay.count(), 0);
    const QJsonArray seen = sightings(cache);
    QCOMPARE(all(seen, "what"), (QStringList{QStringLiteral("manifest"), QStringLiteral("manifest"),
                                             QStringLiteral("config"), QStringLiteral("layer")}));
    QCOMPARE(all(seen, "registry"), QStringList(4, registry));
    QCOMPARE(all(seen, "form"), QStringList(4, form));
    QCOMPARE(all(seen, "userAgent"), QStringList(4, QStringLiteral("a client/1.0")));
    QCOMPARE(all(seen, "address"), QStringList(4, QStringLiteral("127.0.0.1")));
}

void TestProbing::answersAsARegistry()
{
    CacheFixture cache;
    const QByteArray target = "/v2/lanyard-probe/check/manifests/" + nonce;
    const ClientReply head = cache.head(target);
    QCOMPARE(head.status, 200);
    const ClientReply index = cache.get(target);
    QCOMPARE(head.field("Content-Length").toLongLong(), index.body.size());
    QCOMPARE(head.field("Docker-Content-Digest"), digestOf(index.body).toLatin1());
    QCOMPARE(index.field("Docker-Content-Digest"), digestOf(index.body).toLatin1());
    QCOMPARE(index.field("Content-Type"), QByteArray(indexType));
    QVERIFY(index.field("Content-Encoding").isEmpty());
    QCOMPARE(cache.get(target, {{"If-None-Match", index.field("ETag").toStdString()}}).status, 304);

    const ClientReply old = cache.get(target, {{"Accept", dockerManifest}});
    QCOMPARE(old.field("Content-Type"), QByteArray(dockerManifest));
    const QByteArray layer = digestIn(json(old).value(QLatin1String("layers")).toArray().at(0));
    const QByteArray blob = "/v2/lanyard-probe/check/blobs/" + layer;
    const ClientReply whole = cache.get(blob);
    QCOMPARE(whole.field("Accept-Ranges"), QByteArray("bytes"));
    const ClientReply part = cache.get(blob, {{"Range", "bytes=3-9"}});
    QCOMPARE(part.status, 206);
    QCOMPARE(part.body, whole.body.mid(3, 7));
    QCOMPARE(part.field("Content-Range"), "bytes 3-9/" + QByteArray::number(whole.body.size()));
    QCOMPARE(cache.get(blob, {{"Range", "bytes=100000-"}}).status, 416);
    const ClientReply blobHead = cache.head(blob);
    QCOMPARE(blobHead.field("Content-Length").toLongLong(), whole.body.size());
    // Whoever asks only whether it is there has not got it.
    QCOMPARE(all(sightings(cache), "what").count(QStringLiteral("layer")), 3);

    const ClientReply tags = cache.get("/v2/lanyard-probe/check/tags/list");
    QCOMPARE(tags.status, 200);
    QCOMPARE(json(tags).value(QLatin1String("tags")).toArray().size(), 0);
    const ClientReply referrers =
        cache.get("/v2/lanyard-probe/check/referrers/" + index.field("Docker-Content-Digest"));
    QCOMPARE(referrers.status, 200);
    QCOMPARE(referrers.field("Content-Type"), QByteArray(indexType));
    QCOMPARE(cache.custom("PUT", target).status, 405);
    QCOMPARE(cache.hub.count(), 0);
}

void TestProbing::answersWithoutUpstreams()
{
    CacheFixture cache;
    cache.hub.stop();
    cache.quay.stop();
    cache.core().setOffline(true);
    for (const QByteArray &query : {QByteArray(), QByteArray("?ns=quay.io")})
        QCOMPARE(cache.get("/v2/lanyard-probe/check/manifests/" + nonce + query).status, 200);
}

void TestProbing::hasNothingElse_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &target, int status) {
        QTest::newRow(name) << target << status;
    };
    const QByteArray unknown = "sha256:" + QByteArray(64, 'a');
    row("a tag", "/v2/lanyard-probe/check/manifests/latest", 404);
    row("a short nonce", "/v2/lanyard-probe/check/manifests/" + nonce.left(31), 404);
    row("a long nonce", "/v2/lanyard-probe/check/manifests/" + nonce + '0', 404);
    row("capitals", "/v2/lanyard-probe/check/manifests/" + nonce.toUpper(), 404);
    row("a manifest", "/v2/lanyard-probe/check/manifests/" + unknown, 404);
    row("a blob", "/v2/lanyard-probe/check/blobs/" + unknown, 404);
    row("an upload", "/v2/lanyard-probe/check/blobs/uploads/", 404);
    row("a registry that is not there",
        "/v2/lanyard-probe/check/manifests/" + nonce + "?ns=nowhere.example", 404);
}

void TestProbing::hasNothingElse()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    CacheFixture cache;
    QCOMPARE(cache.get(target).status, status);
    QCOMPARE(cache.head(target).status, status);
    QCOMPARE(cache.hub.count(), 0);
    QCOMPARE(cache.quay.count(), 0);
    QVERIFY(sightings(cache).isEmpty());
}

void TestProbing::leavesNoTrace()
{
    CacheFixture cache;
    const ClientReply old =
        cache.get("/v2/lanyard-probe/check/manifests/" + nonce, {{"Accept", dockerManifest}});
    QTRY_COMPARE(cache.lastRecord().labels.kind, RequestKind::Manifest);
    const RequestRecord record = cache.lastRecord();
    QCOMPARE(record.labels.result, CacheResult::None);
    QCOMPARE(record.labels.upstream, QByteArray("docker.io"));
    QCOMPARE(record.labels.repository, QByteArray("lanyard-probe/check"));
    QCOMPARE(record.labels.reference, nonce);
    QCOMPARE(cache
                 .get("/v2/lanyard-probe/check/blobs/" +
                      digestIn(json(old).value(QLatin1String("config"))))
                 .status,
             200);
    QTRY_COMPARE(cache.lastRecord().labels.kind, RequestKind::Blob);
    const StatsSnapshot statistics = cache.statistics();
    QCOMPARE(statistics.requests, std::uint64_t(2));
    QCOMPARE(statistics.hits(), std::uint64_t(0));
    QCOMPARE(statistics.misses(), std::uint64_t(0));
    QCOMPARE(statistics.failed, std::uint64_t(0));
    QCOMPARE(statistics.bytesServed(), std::uint64_t(0));
    QCOMPARE(cache.get("/v2/_catalog").body, QByteArray(R"({"repositories":[]})"));
    QVERIFY(stored(cache).isEmpty());
    cache.restart();
    QVERIFY(sightings(cache).isEmpty());
}

/// Who asks past the network threads gets nothing either.
void TestProbing::cannotBeFetchedAhead()
{
    CacheFixture cache;
    std::optional<Result<PrefetchResult>> answer;
    cache.core().prefetch(
        {.reference = "lanyard-probe/check:" + nonce}, [](const auto &) {},
        [&answer](const Result<PrefetchResult> &result) { answer = result; });
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(answer->error().code, ErrorCode::NotFound);
    QCOMPARE(cache.hub.count(), 0);
}

void TestProbing::tellsOfItself()
{
    CacheFixture cache;
    cache.furtherUpstreams = {{.registry = "off.lan", .url = cache.quay.url(), .isEnabled = false}};
    cache.restart();
    const ClientReply reply = cache.get("/v2/_lanyard/cache");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.field("Content-Type"), QByteArray("application/json"));
    QCOMPARE(reply.field("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(json(reply),
             (QJsonObject{{QStringLiteral("product"), QStringLiteral("lanyard")},
                          {QStringLiteral("version"), QStringLiteral(LANYARD_VERSION)},
                          {QStringLiteral("registries"),
                           QJsonArray{QStringLiteral("docker.io"), QStringLiteral("quay.io")}}}));
    for (const QByteArray &target :
         {QByteArray("/v2/_lanyard"), QByteArray("/v2/_lanyard/"), QByteArray("/v2/_lanyard/x"),
          QByteArray("/v2/_lanyard/cache/x"), QByteArray("/v2/_lanyard/manifests/x")})
        QCOMPARE(cache.get(target).status, 404);
    QCOMPARE(cache.custom("POST", "/v2/_lanyard/cache").status, 405);
    QCOMPARE(cache.hub.count(), 0);
}

void TestProbing::tellsWhatItSaw()
{
    CacheFixture cache;
    const ClientReply nothing = cache.get("/v2/_lanyard/probe/" + nonce);
    QCOMPARE(nothing.status, 200);
    QCOMPARE(json(nothing), (QJsonObject{{QStringLiteral("nonce"), QString::fromLatin1(nonce)},
                                         {QStringLiteral("sightings"), QJsonArray()}}));
    cache.clock.advance(std::chrono::milliseconds(123));
    cache.head("/v2/quay.io/lanyard-probe/check/manifests/" + nonce);
    QCOMPARE(all(sightings(cache), "at"), QStringList{QStringLiteral("2001-09-09T01:46:40.123Z")});
}

void TestProbing::showsNoHiddenCharacters()
{
    CacheFixture cache;
    cache.get("/v2/lanyard-probe/check/manifests/" + nonce,
              {{"User-Agent", "evil\xe2\x80\xaegpj " + std::string(1'000, 'x')}});
    const QString shown = all(sightings(cache), "userAgent").value(0);
    QVERIFY(shown.startsWith(QStringLiteral("evil\ufffdgpj x")));
    QVERIFY(shown.size() <= 256);
}

QTEST_GUILESS_MAIN(TestProbing)
#include "tst_probing.moc"
