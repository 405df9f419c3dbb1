// SPDX-License-Identifier: GPL-3.0-or-later
// What an upstream answers arrives unchanged or as the one error that it means, redirects included,
// and requests are sent as they should be.
#include "upstream/upstreamclient.h"

#include "upstream/clientfixture.h"

#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::upstream;

class TestUpstreamClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversHeadAndBody();
    void asksForHeadWithoutBody();
    void sendsTheFieldsItShould();
    void asksForARange();
    void keepsThePrefixOfItsUrl();
    void mapsStatuses_data();
    void mapsStatuses();
    void followsRedirects();
    void endsARedirectLoop();
    void refusesBadRedirects_data();
    void refusesBadRedirects();
    void fetchesADocument();
    void refusesALongDocument();
    void reportsNothingToAContextThatIsGone();
    void remembersThatItIsRateLimited();
    void refusesWhatIsNoPath();
    void cancelsWhatRunsWhenItGoes();
};

namespace {

const std::string manifestType = "application/vnd.oci.image.manifest.v1+json";
const std::string blobPath = "/v2/org/app/blobs/x";

Fault answer(int status, Fields fields = {}, QByteArray body = {})
{
    Fault fault;
    fault.status = status;
    fault.fields = std::move(fields);
    fault.body = std::move(body);
    return fault;
}

} // namespace

void TestUpstreamClient::deliversHeadAndBody()
{
    ScriptedRegistry registry;
    const Digest digest = registry.addManifest("org/app", "1.0", manifestType, "{\"a\": 1}");
    ClientFixture fixture(registry);

    const Outcome outcome = fixture.run("/v2/org/app/manifests/1.0");

    QVERIFY(!outcome.error);
    QCOMPARE(outcome.head->status, 200);
    QCOMPARE(outcome.head->contentType, manifestType);
    QCOMPARE(outcome.head->contentLength.value_or(-1), 8);
    QCOMPARE(outcome.head->contentDigest, digest.toString());
    QCOMPARE(outcome.body, QByteArray("{\"a\": 1}"));
    QCOMPARE(fixture.counted, 1);
}

void TestUpstreamClient::asksForHeadWithoutBody()
{
    ScriptedRegistry registry;
    registry.addManifest("org/app", "1.0", manifestType, "{\"a\": 1}");
    ClientFixture fixture(registry);
    UpstreamRequest request = ClientFixture::get("/v2/org/app/manifests/1.0");
    request.method = UpstreamRequest::Method::Head;

    const Outcome outcome = fixture.run(request);

    QVERIFY(!outcome.error);
    QCOMPARE(outcome.head->contentLength.value_or(-1), 8);
    QVERIFY(outcome.body.isEmpty());
    QCOMPARE(registry.count("HEAD", "/v2/org/app/manifests/1.0"), 1);
    QCOMPARE(registry.count(), 1);
}

void TestUpstreamClient::sendsTheFieldsItShould()
{
    ScriptedRegistry registry;
    // What comes encoded although it was not asked for stays as it is.
    registry.addFault(
        blobPath, answer(200, {{"Content-Encoding", "gzip"}, {"Set-Cookie", "a=b"}}, "not gzip"));
    ClientFixture fixture(registry);
    UpstreamRequest request = ClientFixture::get(blobPath);
    request.accept = "a/b, c/d";

    QCOMPARE(fixture.run(request).body, QByteArray("not gzip"));
    QVERIFY(!fixture.run(blobPath).error);

    const auto requests = registry.requests();
    QCOMPARE(requests[0].field("accept-encoding"), std::string("identity"));
    QCOMPARE(requests[0].field("accept"), std::string("a/b, c/d"));
    QVERIFY(requests[0].field("user-agent").rfind("lanyard/", 0) == 0);
    QCOMPARE(requests[0].field("range"), std::string());
    QCOMPARE(requests[0].field("authorization"), std::string());
    QCOMPARE(requests[1].field("cookie"), std::string());
    QCOMPARE(requests[1].field("accept"), std::string());
}

void TestUpstreamClient::asksForARange()
{
    ScriptedRegistry registry;
    const Digest digest = registry.addBlob("org/app", "0123456789");
    ClientFixture fixture(registry);
    UpstreamRequest request = ClientFixture::get("/v2/org/app/blobs/" + digest.toString());
    request.range = UpstreamRequest::Range{.begin = 4, .end = std::nullopt};
    request.traffic = Traffic::Content;

    const Outcome outcome = fixture.run(request);

    QCOMPARE(outcome.head->status, 206);
    QCOMPARE(outcome.head->contentRange, std::string("bytes 4-9/10"));
    QCOMPARE(outcome.body, QByteArray("456789"));

    // A part that nobody asked for is no answer.
    registry.addFault(blobPath, answer(206, {}, "part"));
    COMPARE_ERROR(fixture.run(blobPath), ErrorCode::BadUpstream);
}

void TestUpstreamClient::keepsThePrefixOfItsUrl()
{
    ScriptedRegistry registry;
    registry.addFault("/proxy/hub/v2/org/app/tags/list", answer(200, {}, "{}"));
    ClientFixture fixture(ClientFixture::configFor(registry.url() + "/proxy/hub/"));

    QVERIFY(!fixture.run("/v2/org/app/tags/list?n=5").error);
    QCOMPARE(registry.requests()[0].query, std::string("n=5"));
}

void TestUpstreamClient::mapsStatuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("204") << 204 << ErrorCode::BadUpstream;
    QTest::newRow("304") << 304 << ErrorCode::BadUpstream;
    QTest::newRow("400") << 400 << ErrorCode::BadUpstream;
    QTest::newRow("401") << 401 << ErrorCode::NotFound;
    QTest::newRow("403") << 403 << ErrorCode::NotFound;
    QTest::newRow("404") << 404 << ErrorCode::NotFound;
    QTest::newRow("405") << 405 << ErrorCode::BadUpstream;
    QTest::newRow("407") << 407 << ErrorCode::BadUpstream;
    QTest::newRow("410") << 410 << ErrorCode::BadUpstream;
    QTest::newRow("416") << 416 << ErrorCode::BadUpstream;
    QTest::newRow("429") << 429 << ErrorCode::RateLimited;
    QTest::newRow("500") << 500 << ErrorCode::BadUpstream;
    QTest::newRow("503") << 503 << ErrorCode::BadUpstream;
    QTest::newRow("599") << 599 << ErrorCode::BadUpstream;
}

void TestUpstreamClient::mapsStatuses()
{
    QFETCH(int, status);
    QFETCH(ErrorCode, code);
    ScriptedRegistry registry;
    registry.addFault(blobPath, answer(status, {{"Retry-After", "7"}}, "no"));
    ClientFixture fixture(registry);

    const Outcome outcome = fixture.run(blobPath);

    COMPARE_ERROR(outcome, code);
    QVERIFY(!outcome.head);
    QVERIFY(outcome.body.isEmpty());
    QCOMPARE(outcome.error->retryAfter.count(), status == 429 ? 7 : 0);
    QVERIFY(outcome.error->message.english().find("test.example") != std::string::npos);
    QCOMPARE(registry.count(), 1);
}

void TestUpstreamClient::followsRedirects()
{
    ScriptedRegistry cdn;
    cdn.addFault("/data", answer(200, {}, "content"));
    ScriptedRegistry registry;
    registry.requireBasic("user", "secret");
    registry.addFault(blobPath, redirectTo("/v2/org/app/moved"));
    registry.addFault("/v2/org/app/moved", redirectTo(cdn.url() + "/data?sig=a%2Fb%20c+d"));
    UpstreamConfig config = ClientFixture::configFor(registry.url());
    config.credentials = {"user", "secret"};
    ClientFixture fixture(config);
    registry.addFault("/v2/", Fault{});
    QVERIFY(!fixture.run("/v2/").error); // from here on it sends Basic

    UpstreamRequest request = ClientFixture::get(blobPath);
    request.range = UpstreamRequest::Range{};
    const Outcome outcome = fixture.run(request);

    QVERIFY(!outcome.error);
    QCOMPARE(outcome.body, QByteArray("content"));
    const auto own = registry.requests();
    QCOMPARE(own.back().path, std::string("/v2/org/app/moved"));
    QVERIFY(!own.back().field("authorization").empty());
    const auto foreign = cdn.requests();
    QCOMPARE(foreign.size(), std::size_t{1});
    QCOMPARE(foreign[0].field("authorization"), std::string());
    QCOMPARE(foreign[0].field("range"), std::string("bytes=0-"));
    QCOMPARE(foreign[0].query, std::string("sig=a%2Fb%20c+d"));
}

void TestUpstreamClient::endsARedirectLoop()
{
    ScriptedRegistry registry;
    registry.addFault(blobPath, redirectTo(blobPath));
    ClientFixture fixture(registry);

    COMPARE_ERROR(fixture.run(blobPath), ErrorCode::BadUpstream);
    QCOMPARE(fixture.counted, 1 + limits::redirectsMax);
    QCOMPARE(registry.count(), 1 + limits::redirectsMax);
}

void TestUpstreamClient::refusesBadRedirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("another scheme") << QByteArray("ftp://127.0.0.1/x?sig=SECRET");
    QTest::newRow("a file") << QByteArray("file:///etc/passwd");
    QTest::newRow("no host") << QByteArray("http:///x?sig=SECRET");
    QTest::newRow("no URL") << QByteArray("http://[::1/x?sig=SECRET");
}

void TestUpstreamClient::refusesBadRedirects()
{
    QFETCH(QByteArray, location);
    ScriptedRegistry registry;
    registry.addFault(blobPath,
                      location.isEmpty() ? answer(307) : redirectTo(location.toStdString()));
    ClientFixture fixture(registry);

    const Outcome outcome = fixture.run(blobPath);

    COMPARE_ERROR(outcome, ErrorCode::BadUpstream);
    QCOMPARE(outcome.error->message.english().find("SECRET"), std::string::npos);
}

void TestUpstreamClient::fetchesADocument()
{
    ScriptedRegistry registry;
    registry.addManifest("org/app", "1.0", manifestType, "{\"a\": 1}");
    ClientFixture fixture(registry);
    std::optional<Result<UpstreamDocument>> result;
    fixture.client.fetch(ClientFixture::get("/v2/org/app/manifests/1.0"), 8, this,
                         [&result](auto document) { result = std::move(document); });
    QVERIFY(!result);
    QTRY_VERIFY(result);
    QVERIFY(*result);
    QCOMPARE((*result)->body, QByteArray("{\"a\": 1}"));
    QCOMPARE((*result)->head.contentType, manifestType);
}

void TestUpstreamClient::refusesALongDocument()
{
    ScriptedRegistry registry;
    registry.addManifest("org/app", "1.0", manifestType, "{\"a\": 1}");
    ClientFixture fixture(registry);
    std::optional<Result<UpstreamDocument>> result;
    fixture.client.fetch(ClientFixture::get("/v2/org/app/manifests/1.0"), 7, this,
                         [&result](auto document) { result = std::move(document); });
    QTRY_VERIFY(result);
    QVERIFY(!*result);
    QCOMPARE(result->error().code, ErrorCode::BadUpstream);
}

void TestUpstreamClient::reportsNothingToAContextThatIsGone()
{
    ScriptedRegistry registry;
    registry.addManifest("org/app", "1.0", manifestType, "{}");
    Fault held;
    held.isHeld = true;
    registry.addFault("/v2/org/app/manifests/1.0", held);
    ClientFixture fixture(registry);
    bool isReported = false;
    auto context = std::make_unique<QObject>();
    fixture.client.fetch(ClientFixture::get("/v2/org/app/manifests/1.0"), 100, context.get(),
                         [&isReported](const auto &) { isReported = true; });
    QTRY_COMPARE(registry.count(), 1);
    context.reset();
    QTRY_COMPARE(registry.connections(), 0); // it was aborted
    QVERIFY(!isReported);
}

void TestUpstreamClient::remembersThatItIsRateLimited()
{
    ScriptedRegistry registry;
    const Digest digest = registry.addBlob("org/app", "x");
    const std::string path = "/v2/org/app/blobs/" + digest.toString();
    Fault limited = answer(429, {{"Retry-After", "2"}});
    limited.times = 1;
    registry.addFault(path, limited);
    ClientFixture fixture(registry);

    COMPARE_ERROR(fixture.run(path), ErrorCode::RateLimited);
    COMPARE_ERROR(fixture.run(path), ErrorCode::RateLimited);
    QCOMPARE(registry.count(), 1);
    fixture.clock.advance(std::chrono::seconds{2});
    QVERIFY(!fixture.run(path).error);
}

void TestUpstreamClient::refusesWhatIsNoPath()
{
    ScriptedRegistry registry;
    ClientFixture fixture(registry);
    COMPARE_ERROR(fixture.run("@evil.example/v2/"), ErrorCode::InvalidInput);
    COMPARE_ERROR(fixture.run("/v2/a b"), ErrorCode::InvalidInput);
    UpstreamRequest request = ClientFixture::get("/v2/");
    request.accept = "a/b\r\nX: y";
    COMPARE_ERROR(fixture.run(request), ErrorCode::InvalidInput);
    QCOMPARE(registry.count(), 0);
}

void TestUpstreamClient::cancelsWhatRunsWhenItGoes()
{
    ScriptedRegistry registry;
    Fault held;
    held.isHeld = true;
    registry.addFault("/v2/", held);
    auto fixture = std::make_unique<ClientFixture>(registry);
    Follower follower(fixture->client.send(ClientFixture::get("/v2/")));
    bool isFetched = false;
    fixture->client.fetch(ClientFixture::get("/v2/"), 100, this,
                          [&isFetched](const auto &) { isFetched = true; });
    QTRY_COMPARE(registry.count(), 2);
    fixture.reset();
    QVERIFY(follower.isFinished());
    COMPARE_ERROR(follower.outcome(), ErrorCode::Cancelled);
    QVERIFY(!isFetched);
}

QTEST_GUILESS_MAIN(TestUpstreamClient)
#include "tst_upstreamclient.moc"
