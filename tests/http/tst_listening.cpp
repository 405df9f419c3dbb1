// SPDX-License-Identifier: GPL-3.0-or-later
// Where a server listens and whom it serves there, and that both change while it runs.
#include "http/testserver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::http;
using End = RawHttpClient::End;

Q_DECLARE_METATYPE(lanyard::ErrorCode)

class TestListening final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesWhoMayNotConnect();
    void changesItsRules();
    void marksRequests();
    void knowsThisComputer_data();
    void knowsThisComputer();
    void listensNoMore();
    void namesWhoHasThePort_data();
    void namesWhoHasThePort();
    void saysWhyItCannotListen_data();
    void saysWhyItCannotListen();
};

namespace {

ListenerRules strangersOnly()
{
    return {.allowed = *AccessList::parse({"192.0.2.0/24"})};
}

int statusOf(RawHttpClient &client)
{
    return client.send(requestText("GET", "/")) ? client.readAnswer().status : 0;
}

bool isServed(std::uint16_t port)
{
    RawHttpClient client(port);
    return statusOf(client) == 200;
}

/// Answers with what the request was marked with.
void answerMarks(const Request &request, Responder responder)
{
    responder.respond(textResponse(std::string(request.isTrusted ? "trusted" : "any") +
                                   (request.asksLogin ? " login" : " open")));
}

} // namespace

void TestListening::closesWhoMayNotConnect()
{
    TestServer server(openOptions(1), answerBriefly, strangersOnly());
    RawHttpClient client(server.port());
    client.send(requestText("GET", "/"));
    QVERIFY(client.readToEnd() != End::Open);
    QCOMPARE(server.observer().records().size(), std::size_t{0});
}

void TestListening::changesItsRules()
{
    TestServer server(openOptions(2), answerBriefly);
    const auto early = server.connect();
    QCOMPARE(statusOf(*early), 200);
    server.server().setRules(server.address(), strangersOnly());
    QVERIFY(!isServed(server.port()));
    // Who came before goes on.
    QCOMPARE(statusOf(*early), 200);
    server.server().setRules(server.address(), openRules());
    QVERIFY(isServed(server.port()));
}

void TestListening::marksRequests()
{
    TestServer server(openOptions(1), answerMarks);
    const auto answer = [&server] {
        const auto client = server.connect();
        client->send(requestText("GET", "/"));
        return client->readAnswer().body;
    };
    QCOMPARE(answer(), std::string("any login"));
    ListenerRules rules = openRules();
    rules.trusted = *AccessList::parse({"127.0.0.1"});
    rules.asksLogin = false;
    server.server().setRules(server.address(), rules);
    QCOMPARE(answer(), std::string("trusted open"));
}

void TestListening::knowsThisComputer_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("the address that it asks")
        << QStringLiteral("127.0.0.2") << QByteArray("trusted");
    QTest::newRow("another one") << QStringLiteral("127.0.0.3") << QByteArray("any");
}

/// Of two addresses that are not trusted themselves.
void TestListening::knowsThisComputer()
{
    QFETCH(QString, from);
    QFETCH(QByteArray, answer);
    TestServer server(openOptions(1), answerMarks);
    ListenerRules rules = openRules();
    rules.trusted = *AccessList::parse({"127.0.0.1"});
    const auto place = server.server().listen({.host = "127.0.0.2", .port = 0}, rules);
    QVERIFY(place);
    QTcpSocket client;
    QVERIFY(client.bind(QHostAddress(from)));
    client.connectToHost(QStringLiteral("127.0.0.2"), place->port);
    QVERIFY(client.waitForConnected());
    client.write(QByteArray::fromStdString(requestText("GET", "/")));
    QByteArray told;
    QVERIFY(QTest::qWaitFor(
        [&] {
            told += client.readAll();
            return told.contains(answer);
        },
        patienceMs));
}

void TestListening::listensNoMore()
{
    TestServer server(openOptions(2), answerBriefly);
    const auto second = server.server().listen({.host = "127.0.0.1", .port = 0}, openRules());
    QVERIFY(second);
    const auto early = server.connect();
    QCOMPARE(statusOf(*early), 200);
    server.server().shut(server.address());
    // The port is free at once, who came before goes on, and so does the other address.
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, server.port()));
    QCOMPARE(statusOf(*early), 200);
    QVERIFY(isServed(second->port));
    other.close();
    QVERIFY(server.server().listen(server.address(), openRules()));
    QVERIFY(isServed(server.port()));
}

void TestListening::namesWhoHasThePort_data()
{
    QTest::addColumn<QByteArray>("taken");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("the same") << QByteArray("127.0.0.1") << QByteArray("127.0.0.1");
    QTest::newRow("all, one is taken") << QByteArray("127.0.0.1") << QByteArray("0.0.0.0");
    QTest::newRow("one, all are taken") << QByteArray("0.0.0.0") << QByteArray("127.0.0.1");
    QTest::newRow("IPv6") << QByteArray("::1") << QByteArray("::1");
    QTest::newRow("both families") << QByteArray("::") << QByteArray("127.0.0.1");
}

void TestListening::namesWhoHasThePort()
{
#ifndef Q_OS_LINUX
    QSKIP("only Linux says which program it is");
#endif
    QFETCH(QByteArray, taken);
    QFETCH(QByteArray, wanted);
    TestServer first(openOptions(1), answerBriefly);
    const auto there = first.server().listen({.host = taken.toStdString(), .port = 0}, openRules());
    if (!there && taken.contains(':'))
        QSKIP("there is no IPv6");
    QVERIFY(there);
    TestServer second(openOptions(1), answerBriefly);
    const ListenAddress address{.host = wanted.toStdString(), .port = there->port};
    const auto refused = second.server().listen(address, openRules());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InUse);
    // The kernel keeps fifteen letters of a program's name.
    QCOMPARE(QString::fromStdString(refused.error().message.english()),
             QStringLiteral("cannot listen on %1: the port is used by tst_listening (process %2)")
                 .arg(QString::fromStdString(address.toString()))
                 .arg(QCoreApplication::applicationPid()));
}

void TestListening::saysWhyItCannotListen_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no address") << QByteArray("nowhere") << ErrorCode::InvalidInput
                                << QByteArray("'nowhere' is not an IP address");
    QTest::newRow("of another computer")
        << QByteArray("192.0.2.1") << ErrorCode::Io
        << QByteArray("cannot listen on 192.0.2.1:0: this computer has no such address");
}

void TestListening::saysWhyItCannotListen()
{
    QFETCH(QByteArray, host);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, message);
    TestServer server(openOptions(1), answerBriefly);
    const auto refused =
        server.server().listen({.host = host.toStdString(), .port = 0}, openRules());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(QByteArray::fromStdString(refused.error().message.english()), message);
}

QTEST_GUILESS_MAIN(TestListening)
#include "tst_listening.moc"
