// SPDX-License-Identifier: GPL-3.0-or-later
// The debug address has its pages, each by GET and HEAD, and nothing else; what it says of the disk
// has the form of each page; and it answers whom the configuration names, this computer where it
// names nobody. Without an address it costs no thread.
#include "control/debugserver.h"
#include "support/rawhttpclient.h"

#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using control::DebugServer;
using control::Readiness;

Q_DECLARE_METATYPE(Readiness)

namespace {

StatsSnapshot statistics()
{
    return {.connections = 13};
}

DebugServer::Sources sourcesOf(const Readiness &readiness)
{
    return {.statistics = statistics,
            .readiness = [readiness] { return readiness; },
            .askOverview =
                [](const auto &done) {
                    done({});
                }};
}

int threadCount()
{
    return static_cast<int>(QDir(QStringLiteral("/proc/self/task")).count());
}

/// A server with this to say.
class Debug
{
public:
    explicit Debug(const Readiness &readiness)
        : m_server(sourcesOf(readiness))
    {
        const auto address = m_server.listen({.host = "127.0.0.1", .port = 0}, {});
        if (address)
            m_port = ListenAddress::parse(address->substr(std::string("http://").size()))->port;
    }

    ~Debug() { m_server.stop(); }

    Q_DISABLE_COPY_MOVE(Debug)

    RawAnswer ask(const std::string &method, const std::string &target) const
    {
        RawHttpClient client(m_port);
        client.send(method + ' ' + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
        return method == "HEAD" ? client.readAnswerToHead() : client.readAnswer();
    }

private:
    DebugServer m_server;
    std::uint16_t m_port = 0;
};

} // namespace

class TestDebugServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void saysHowItIs_data();
    void saysHowItIs();
    void answersWhomItIsTold_data();
    void answersWhomItIsTold();
    void hasNoThreadBeforeItListens();
};

void TestDebugServer::answers_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("has");
    const auto row = [](const char *method, const char *target, int status, const char *has) {
        QTest::addRow("%s %s", method, target)
            << QByteArray(method) << QByteArray(target) << status << QByteArray(has);
    };
    for (const char *page : {"/metrics", "/healthz", "/readyz", "/debug/health"}) {
        row("HEAD", page, 200, "");
        row("POST", page, 405, "Only GET and HEAD.\n");
        row("DELETE", page, 405, "Only GET and HEAD.\n");
    }
    row("GET", "/metrics", 200, "\nlanyard_connections 13\n");
    row("GET", "/metrics?x=1", 200, "\nlanyard_storage_healthy 1\n");
    row("GET", "/healthz", 200, "ok\n");
    row("GET", "/readyz", 200, "ok\n");
    row("GET", "/debug/health", 200, "{}");
    for (const char *other :
         {"/", "/metrics/", "//metrics", "/metrics/../healthz", "/%6detrics", "/healthz.", "/v2/",
          "/debug/", "/debug/pprof/", "/etc/passwd", "/../../etc/passwd"})
        row("GET", other, 404, "The pages here: /debug/health /healthz /metrics /readyz\n");
}

void TestDebugServer::answers()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, has);
    const RawAnswer answer = Debug({}).ask(method.toStdString(), target.toStdString());
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.body.find(has.toStdString()) != std::string::npos, answer.body.c_str());
    QCOMPARE(answer.field("Allow"), std::string(status == 405 ? "GET, HEAD" : ""));
}

void TestDebugServer::saysHowItIs_data()
{
    QTest::addColumn<Readiness>("readiness");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const Readiness &readiness, const char *target,
                        int status, const char *body) {
        QTest::addRow("%s, %s", name, target)
            << readiness << QByteArray(target) << status << QByteArray(body);
    };
    const Readiness broken{.storageTrouble = "it \"fails\"", .isDraining = false};
    row("a broken disk", broken, "/healthz", 200, "ok\n");
    row("a broken disk", broken, "/readyz", 503, "storage: it \"fails\"\n");
    row("a broken disk", broken, "/debug/health", 503,
        R"({"storagedriver_filesystem":"it \"fails\""})");
    const Readiness draining{.storageTrouble = {}, .isDraining = true};
    row("draining", draining, "/healthz", 200, "ok\n");
    row("draining", draining, "/readyz", 503,
        "draining: running transfers end, and then the process\n");
    row("draining", draining, "/debug/health", 200, "{}");
    const Readiness both{.storageTrouble = "it fails", .isDraining = true};
    row("both", both, "/readyz", 503, "storage: it fails\n");
}

void TestDebugServer::saysHowItIs()
{
    QFETCH(Readiness, readiness);
    QFETCH(QByteArray, target);
    const RawAnswer answer = Debug(readiness).ask("GET", target.toStdString());
    QTEST(answer.status, "status");
    QTEST(QByteArray::fromStdString(answer.body), "body");
    QCOMPARE(answer.field("Cache-Control"), std::string("no-store"));
}

void TestDebugServer::answersWhomItIsTold_data()
{
    QTest::addColumn<QByteArray>("allow");
    QTest::addColumn<QByteArrayList>("answered");
    QTest::addColumn<QByteArrayList>("closed");
    QTest::newRow("nobody else") << QByteArray()
                                 << QByteArrayList{"127.0.0.1", "127.9.9.9", "::1",
                                                   "::ffff:127.0.0.1"}
                                 << QByteArrayList{"10.0.0.1",    "192.168.0.80",    "169.254.1.1",
                                                   "fe80::1",     "::ffff:10.0.0.1", "fd00::1",
                                                   "203.0.113.9", "2001:db8::1"};
    QTest::newRow("the network") << QByteArray("private")
                                 << QByteArrayList{"127.0.0.1", "::1", "192.168.0.80"}
                                 << QByteArrayList{"203.0.113.9", "2001:db8::1"};
    QTest::newRow("one machine") << QByteArray("10.0.0.7") << QByteArrayList{"10.0.0.7"}
                                 << QByteArrayList{"10.0.0.8", "127.0.0.1"};
}

void TestDebugServer::answersWhomItIsTold()
{
    QFETCH(QByteArray, allow);
    QFETCH(QByteArrayList, answered);
    QFETCH(QByteArrayList, closed);
    const auto clients = DebugServer::clients(allow.isEmpty() ? std::vector<std::string>()
                                                              : std::vector{allow.toStdString()});
    QVERIFY(clients);
    for (const QByteArray &client : answered)
        QVERIFY2(clients->allows(QHostAddress(QString::fromLatin1(client))), client.constData());
    for (const QByteArray &client : closed)
        QVERIFY2(!clients->allows(QHostAddress(QString::fromLatin1(client))), client.constData());
}

void TestDebugServer::hasNoThreadBeforeItListens()
{
    if (!QFileInfo::exists(QStringLiteral("/proc/self/task")))
        QSKIP("the system does not say how many threads there are");
    const int before = threadCount();
    DebugServer server(sourcesOf({}));
    QCOMPARE(threadCount(), before);
    QVERIFY(!server.listen({.host = "127.0.0.1", .port = 0}, {"nonsense"}));
    QCOMPARE(threadCount(), before);
    QVERIFY(server.listen({.host = "127.0.0.1", .port = 0}, {}));
    QCOMPARE(threadCount(), before + 1);
    server.stop();
    QTRY_COMPARE(threadCount(), before);
}

QTEST_GUILESS_MAIN(TestDebugServer)
#include "tst_debugserver.moc"
