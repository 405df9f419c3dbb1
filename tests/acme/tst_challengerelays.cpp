// SPDX-License-Identifier: GPL-3.0-or-later
// Connections for a challenge are carried both ways, few at once, not for long, and not longer than
// who carries them.
#include "acme/challengerelays.h"
#include "support/rawhttpclient.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <future>
#include <memory>

using namespace lanyard;
using namespace lanyard::acme;
using namespace lanyard::test;
using namespace std::chrono_literals;

namespace {

/// Who listens, and brings everybody on.
class Front final : public QTcpServer
{
public:
    explicit Front(ChallengeRelays *relays)
        : m_relays(relays)
    {
        listen(QHostAddress::LocalHost);
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        m_relays->take(FileDescriptor(static_cast<int>(descriptor)));
    }

private:
    ChallengeRelays *const m_relays;
};

} // namespace

class TestChallengeRelays final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesBothWays();
    void carriesFewAtOnce();
    void endsAfterAWhile();
    void endsWithItsOwner();
    void endsWhereNobodyAnswers();

private:
    /// Waits for the end of a client's connection.
    static void expectEnd(RawHttpClient &client);
};

void TestChallengeRelays::expectEnd(RawHttpClient &client)
{
    auto end = std::async(std::launch::async, [&client] { return client.readToEnd(); });
    QTRY_VERIFY_WITH_TIMEOUT(end.wait_for(0s) == std::future_status::ready, 15'000);
    QVERIFY(end.get() != RawHttpClient::End::Open);
}

void TestChallengeRelays::carriesBothWays()
{
    QTcpServer inner;
    QVERIFY(inner.listen(QHostAddress::LocalHost));
    ChallengeRelays relays(inner.serverPort());
    Front front(&relays);
    RawHttpClient client(front.serverPort());
    QVERIFY(client.send("hello"));
    QTRY_VERIFY(inner.hasPendingConnections());
    QTcpSocket *const answerer = inner.nextPendingConnection();
    QTRY_COMPARE(answerer->bytesAvailable(), 5);
    QCOMPARE(answerer->readAll(), QByteArray("hello"));
    const QByteArray large(100'000, 'x'); // more than waits in memory
    answerer->write(large);
    auto got = std::async(std::launch::async, [&client] { return client.read(100'000); });
    QTRY_VERIFY(got.wait_for(0s) == std::future_status::ready);
    QCOMPARE(QByteArray::fromStdString(got.get()), large);
    answerer->write("bye");
    answerer->disconnectFromHost();
    auto last = std::async(std::launch::async, [&client] { return client.read(3); });
    QTRY_VERIFY(last.wait_for(0s) == std::future_status::ready);
    QCOMPARE(last.get(), std::string("bye"));
    expectEnd(client);
}

void TestChallengeRelays::carriesFewAtOnce()
{
    QTcpServer inner;
    QVERIFY(inner.listen(QHostAddress::LocalHost));
    inner.setMaxPendingConnections(100);
    ChallengeRelays relays(inner.serverPort());
    Front front(&relays);
    std::vector<std::unique_ptr<RawHttpClient>> clients;
    std::vector<QTcpSocket *> answerers;
    for (std::size_t i = 0; i < limits::challengeRelaysMax; ++i) {
        clients.push_back(std::make_unique<RawHttpClient>(front.serverPort()));
        QTRY_VERIFY(inner.hasPendingConnections());
        answerers.push_back(inner.nextPendingConnection());
    }
    RawHttpClient excess(front.serverPort());
    expectEnd(excess);
    // When one has ended there is room.
    answerers.front()->abort();
    expectEnd(*clients.front());
    const auto isAnswered = [&front, &inner, &clients] {
        clients.push_back(std::make_unique<RawHttpClient>(front.serverPort()));
        return QTest::qWaitFor([&inner] { return inner.hasPendingConnections(); }, 500);
    };
    QTRY_VERIFY(isAnswered());
}

void TestChallengeRelays::endsAfterAWhile()
{
    QTcpServer inner;
    QVERIFY(inner.listen(QHostAddress::LocalHost));
    ChallengeRelays relays(inner.serverPort(), 100ms);
    Front front(&relays);
    RawHttpClient client(front.serverPort());
    expectEnd(client);
}

void TestChallengeRelays::endsWithItsOwner()
{
    QTcpServer inner;
    QVERIFY(inner.listen(QHostAddress::LocalHost));
    auto relays = std::make_unique<ChallengeRelays>(inner.serverPort());
    Front front(relays.get());
    RawHttpClient client(front.serverPort());
    QTRY_VERIFY(inner.hasPendingConnections());
    front.close();
    relays.reset();
    expectEnd(client);
}

void TestChallengeRelays::endsWhereNobodyAnswers()
{
    QTcpServer inner;
    QVERIFY(inner.listen(QHostAddress::LocalHost));
    const std::uint16_t port = inner.serverPort();
    inner.close();
    ChallengeRelays relays(port);
    Front front(&relays);
    RawHttpClient client(front.serverPort());
    expectEnd(client);
}

QTEST_GUILESS_MAIN(TestChallengeRelays)
#include "tst_challengerelays.moc"
