// SPDX-License-Identifier: GPL-3.0-or-later
// Over real connections: nobody comes through without a login, and nobody learns more than that;
// who has one costs a hash now and then, on another thread, and else nothing.
#include "auth/authenticator.h"
#include "auth/bcrypt.h"
#include "auth/htpasswdedit.h"
#include "auth/passwordfile.h"

#include "guardedserver.h"
#include "support/putfile.h"

#include <QTemporaryDir>
#include <QTest>

#include <mutex>

using namespace lanyard;
using namespace lanyard::auth;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view challengeBody =
    R"({"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]})";

/// Without what tells one second from another.
std::string withoutDate(const std::string &head)
{
    const std::size_t date = head.find("Date: ");
    return head.substr(0, date) + head.substr(head.find('\n', date) + 1);
}

} // namespace

class TestAuthenticator final : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void initTestCase_data() { addThreadRows(); }

    void challenges();
    void tellsNobodyMore_data();
    void tellsNobodyMore();
    void letsTheRightOneThrough();
    void remembersForAWhile();
    void asksOnlyWhereItsListenerDoes();
    void givesHandlersAllOfTheRequest();
    void headHasNoBody();
    void skipsBodies();
    void marksWhatIsAnsweredLater();
    void aHandlerThatGivesUp();
    void followsTheFile();
};

void TestAuthenticator::challenges()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    const RawAnswer answer = guarded.get("/v2/");
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.field("WWW-Authenticate"),
             std::string("Basic realm=\"Lanyard\", charset=\"UTF-8\""));
    QCOMPARE(answer.field("Docker-Distribution-Api-Version"), std::string("registry/2.0"));
    QCOMPARE(answer.field("Content-Type"), std::string("application/json"));
    QCOMPARE(
        answer.body,
        std::string(R"({"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]})"));
    QCOMPARE(guarded.hash().count(), std::size_t{0});
    QTRY_COMPARE(guarded.server().observer().records().size(), std::size_t{1});
    QVERIFY(guarded.server().observer().records()[0].labels.user.isEmpty());
}

void TestAuthenticator::tellsNobodyMore_data()
{
    QTest::addColumn<std::string>("method");
    QTest::addColumn<std::string>("target");
    QTest::addColumn<std::string>("fields");
    const auto row = [](const char *name, const char *method, const char *target,
                        const std::string &fields = {}) {
        QTest::newRow(name) << std::string(method) << std::string(target) << fields;
    };
    const std::string second = "Authorization: Basic YWxpY2U6eA==\r\n";
    row("a manifest", "GET", "/v2/library/alpine/manifests/latest");
    row("no path of the protocol", "GET", "/nothing?x=y");
    row("OPTIONS", "OPTIONS", "/v2/");
    row("POST", "POST", "/v2/a/blobs/uploads/", "Content-Length: 0\r\n");
    row("DELETE", "DELETE", "/v2/a/manifests/b");
    row("a wrong password", "GET", "/v2/", basic("alice", "banana"));
    row("a stranger", "GET", "/v2/", basic("eve", "apple"));
    row("no user", "GET", "/v2/", basic("", "apple"));
    row("malformed", "GET", "/v2/", "Authorization: Basic !\r\n");
    row("empty", "GET", "/v2/", "Authorization: \r\n");
    row("a token", "GET", "/v2/", "Authorization: Bearer YWxpY2U6YXBwbGU=\r\n");
    row("two fields", "GET", "/v2/", alice + second);
    row("twice the same field", "GET", "/v2/", alice + alice);
    row("too long", "GET", "/v2/", basic(QByteArray(4096, 'x'), "apple"));
}

void TestAuthenticator::tellsNobodyMore()
{
    QFETCH(std::string, method);
    QFETCH(std::string, target);
    QFETCH(std::string, fields);
    GuardedServer guarded(rowOptions(), twoUsers());
    const RawAnswer usual = guarded.get("/v2/");
    const auto client = guarded.server().connect();
    QVERIFY(client->send(requestText(method, target, fields)));
    const RawAnswer answer = client->readAnswer();
    QCOMPARE(withoutDate(answer.head), withoutDate(usual.head));
    QCOMPARE(answer.body, usual.body);
    QVERIFY(guarded.next().seen().empty());
    // The connection is as good as before.
    QVERIFY(client->send(requestText("GET", "/v2/", alice)));
    QCOMPARE(client->readAnswer().body, std::string("here"));
}

void TestAuthenticator::letsTheRightOneThrough()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    const auto client = guarded.server().connect();
    for (const std::string &fields : {alice, basic("bob", "banana"), alice, alice}) {
        QVERIFY(client->send(requestText("GET", "/v2/", fields)));
        QCOMPARE(client->readAnswer().body, std::string("here"));
    }
    QCOMPARE(guarded.hash().count(), std::size_t{2});
    const auto seen = guarded.next().seen();
    QCOMPARE(seen.size(), std::size_t{4});
    for (const SeenRequest &request : seen)
        QVERIFY(request.isAuthenticated);
    // One connection, so one network thread.
    QVERIFY(seen[0].thread != guarded.networkThread());
    QCOMPARE(seen[1].thread, seen[0].thread);
    QCOMPARE(seen[2].thread, guarded.networkThread());
    QCOMPARE(seen[3].thread, guarded.networkThread());
    QTRY_COMPARE(guarded.server().observer().records().size(), std::size_t{4});
    const auto records = guarded.server().observer().records();
    QCOMPARE(records[0].labels.user, QByteArray("alice"));
    QCOMPARE(records[1].labels.user, QByteArray("bob"));
    QCOMPARE(records[2].labels.user, QByteArray("alice"));
}

void TestAuthenticator::remembersForAWhile()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    QCOMPARE(guarded.get("/", alice).status, 200);
    guarded.clock().advance(limits::loginMemory - 1ms);
    QCOMPARE(guarded.get("/", alice).status, 200);
    QCOMPARE(guarded.hash().count(), std::size_t{1});
    guarded.clock().advance(1ms);
    QCOMPARE(guarded.get("/", alice).status, 200);
    QCOMPARE(guarded.hash().count(), std::size_t{2});
    // A wrong one is not remembered. What comes between makes sure that the first is over.
    for (const char *password : {"x", "y", "x"})
        QCOMPARE(guarded.get("/", basic("alice", password)).status, 401);
    QCOMPARE(guarded.hash().count(), std::size_t{5});
}

void TestAuthenticator::asksOnlyWhereItsListenerDoes()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    http::ListenerRules rules = openRules();
    rules.asksLogin = false;
    const auto open = guarded.server().server().listen({.host = "127.0.0.1", .port = 0}, rules);
    QVERIFY(open);
    for (const std::string &fields : {std::string(), basic("alice", "wrong")}) {
        RawHttpClient client(open->port);
        QVERIFY(client.send(requestText("GET", "/", fields)));
        QCOMPARE(client.readAnswer().status, 200);
    }
    QCOMPARE(guarded.next().seen().size(), std::size_t{2});
    QVERIFY(!guarded.next().seen()[1].isAuthenticated);
    QCOMPARE(guarded.get("/").status, 401);
    QCOMPARE(guarded.hash().count(), std::size_t{0});
}

void TestAuthenticator::givesHandlersAllOfTheRequest()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    http::ListenerRules rules = openRules();
    rules.trusted = rules.allowed;
    guarded.server().server().setRules(guarded.server().address(), rules);
    const std::string request =
        "GET /v2/a%2Fb/tags/list?n=5&x HTTP/1.0\r\nHost: cache.lan:5000\r\n" + alice +
        "Accept:  a/b, c/d \r\nX-Empty:\r\nAccept: e/f\r\n\r\n";
    guarded.hash().hold();
    const auto first = guarded.server().connect();
    QVERIFY(first->send(request));
    guarded.hash().awaitBegun(1);
    // What the network threads have read meanwhile lies where the first request was.
    for (int i = 0; i < 4; ++i)
        QCOMPARE(guarded.get("/" + std::string(4000, 'x')).status, 401);
    guarded.hash().release();
    QCOMPARE(first->readAnswer().body, std::string("here"));
    const auto second = guarded.server().connect();
    QVERIFY(second->send(request));
    QCOMPARE(second->readAnswer().body, std::string("here"));

    const auto seen = guarded.next().seen();
    QCOMPARE(seen.size(), std::size_t{2});
    const std::string value = alice.substr(15, alice.size() - 17);
    const std::vector<std::pair<std::string, std::string>> fields{{"Host", "cache.lan:5000"},
                                                                  {"Authorization", value},
                                                                  {"Accept", "a/b, c/d"},
                                                                  {"X-Empty", ""},
                                                                  {"Accept", "e/f"}};
    for (const SeenRequest &one : seen) {
        QCOMPARE(one.method, http::Method::Get);
        QCOMPARE(one.methodName, std::string("GET"));
        QCOMPARE(one.target, std::string("/v2/a%2Fb/tags/list?n=5&x"));
        QCOMPARE(one.path, std::string("/v2/a%2Fb/tags/list"));
        QCOMPARE(one.query, std::string("n=5&x"));
        QCOMPARE(one.client, std::string("127.0.0.1"));
        QCOMPARE(one.minorVersion, 0);
        QVERIFY(one.isTrusted);
        QVERIFY(one.isAuthenticated);
        QVERIFY(one.fields == fields);
    }
    QVERIFY(seen[0].thread != seen[1].thread);
}

void TestAuthenticator::headHasNoBody()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    const auto client = guarded.server().connect();
    for (const std::string &fields : {std::string(), basic("alice", "x"), alice, alice}) {
        QVERIFY(client->send(requestText("HEAD", "/v2/", fields)));
        const RawAnswer answer = client->readAnswerToHead();
        const bool isIn = fields == alice;
        QCOMPARE(answer.status, isIn ? 200 : 401);
        const std::size_t length = isIn ? 4 : challengeBody.size();
        QCOMPARE(answer.field("Content-Length"), std::to_string(length));
    }
}

void TestAuthenticator::skipsBodies()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    const auto client = guarded.server().connect();
    for (const std::string &fields : {std::string(), basic("alice", "x"), alice, alice}) {
        QVERIFY(
            client->send(requestText("POST", "/v2/", fields + "Content-Length: 5\r\n") + "12345"));
        QCOMPARE(client->readAnswer().status, fields == alice ? 200 : 401);
    }
}

void TestAuthenticator::marksWhatIsAnsweredLater()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    std::mutex mutex; // the second request may come while the thread of the first is noted
    std::vector<std::thread> threads;
    guarded.next().setAnswerer([&](const http::Request &, http::Responder responder) {
        const std::scoped_lock lock(mutex);
        threads.emplace_back([later = std::move(responder)]() mutable {
            http::Response response = textResponse("later");
            response.labels.kind = RequestKind::Ping;
            later.respond(std::move(response));
        });
    });
    const auto client = guarded.server().connect();
    for (int i = 0; i < 2; ++i) {
        QVERIFY(client->send(requestText("GET", "/v2/", alice)));
        QCOMPARE(client->readAnswer().body, std::string("later"));
    }
    {
        const std::scoped_lock lock(mutex);
        for (std::thread &thread : threads)
            thread.join();
    }
    QTRY_COMPARE(guarded.server().observer().records().size(), std::size_t{2});
    for (const RequestRecord &record : guarded.server().observer().records()) {
        QCOMPARE(record.labels.user, QByteArray("alice"));
        QCOMPARE(record.labels.kind, RequestKind::Ping);
    }
}

void TestAuthenticator::aHandlerThatGivesUp()
{
    GuardedServer guarded(rowOptions(), twoUsers());
    guarded.next().setAnswerer([](const http::Request &, const http::Responder &) {});
    for (int i = 0; i < 2; ++i)
        QCOMPARE(guarded.get("/v2/", alice).status, 500);
}

void TestAuthenticator::followsTheFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("htpasswd"));
    const auto write = [&path](const std::string &text) {
        putFile(path, QByteArray::fromStdString(text));
    };
    const std::string before = *withUser("", "alice", *hashOf("apple", limits::bcryptCostMin));
    write(before);
    const auto file = PasswordFile::open(path.toStdString(), 5ms);
    QVERIFY(file);
    const UsersPointer users = (*file)->users();
    GuardedServer guarded(
        rowOptions(), [&file] { return (*file)->users(); }, &matches, LoginLimits());
    for (int i = 0; i < 2; ++i)
        QCOMPARE(guarded.get("/v2/", alice).status, 200);
    QCOMPARE(guarded.get("/v2/", basic("alice", "other")).status, 401);
    write(*withUser(before, "alice", *hashOf("other", limits::bcryptCostMin)));
    QTRY_VERIFY((*file)->users() != users);
    QCOMPARE(guarded.get("/v2/", alice).status, 401);
    QCOMPARE(guarded.get("/v2/", basic("alice", "other")).status, 200);
    write("# nobody\n");
    QTRY_VERIFY((*file)->users()->users().empty());
    QCOMPARE(guarded.get("/v2/", basic("alice", "other")).status, 401);
}

QTEST_GUILESS_MAIN(TestAuthenticator)
#include "tst_authenticator.moc"
