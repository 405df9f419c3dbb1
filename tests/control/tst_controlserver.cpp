// SPDX-License-Identifier: GPL-3.0-or-later
// Proves the control socket over real sockets: who may connect, how requests are answered, its
// bounds, and what is left of it in the folder.
#include "control/controlserver.h"
#include "core/limits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace std::chrono_literals;
using namespace lanyard;
using namespace lanyard::control;

namespace {

/// A client that knows only what a shell script would.
class Client
{
public:
    explicit Client(const std::string &folder)
    {
        const auto address = LocalAddress::of(folder);
        const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
        if (!address || ::connect(descriptor, address->get(), address->size()) != 0)
            ::close(descriptor);
        else
            socket.setSocketDescriptor(descriptor);
    }

    bool isConnected() const { return socket.state() == QLocalSocket::ConnectedState; }

    QJsonObject reply()
    {
        if (!QTest::qWaitFor([this] { return socket.canReadLine() || !isConnected(); }, patienceMs))
            return {};
        return socket.canReadLine() ? QJsonDocument::fromJson(socket.readLine()).object()
                                    : QJsonObject();
    }

    QJsonObject ask(const QByteArray &line)
    {
        socket.write(line + '\n');
        return reply();
    }

    QLocalSocket socket;
};

QString codeOf(const QJsonObject &reply)
{
    return reply.value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString();
}

QByteArray request(const QByteArray &verb)
{
    return R"({"version":1,"verb":")" + verb + R"("})";
}

} // namespace

class TestControlServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersInOrder();
    void refusesWhatItDoesNotKnow();
    void sendsEventsBeforeTheEnd();
    void endsWhatIsGivenUp();
    void tellsThatTheClientLeft();
    void outlivesItsReplies();
    void refusesLongLines();
    void leavesEventsOutForWhoDoesNotRead();
    void boundsConnections();
    void closesIdleConnections();
    void doesNotCloseWhoWaits();
    void onlyItsUserMayConnect();
    void replacesALeftSocket();
    void removesItsSocket();
    void worksInADeepFolder();
    void failsWhereItCannotBe();

private:
    std::string folder() const { return m_folder->path().toStdString(); }

    Verbs verbs();

    std::unique_ptr<QTemporaryDir> m_folder;
    SharedReply m_kept;
    int m_abandoned = 0;
};

void TestControlServer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_kept.reset();
    m_abandoned = 0;
}

Verbs TestControlServer::verbs()
{
    return {
        {"echo",
         [](const QJsonObject &arguments, const SharedReply &reply) {
             reply->finish(arguments);
         }},
        {"keep",
         [this](const QJsonObject &, const SharedReply &reply) {
             m_kept = reply;
             reply->setOnAbandoned([this] { ++m_abandoned; });
         }},
        {"drop",
         [](const QJsonObject &, const SharedReply &) {
         }},
        {"fail",
         [](const QJsonObject &, const SharedReply &reply) {
             reply->fail({.code = ErrorCode::NotFound, .message = "not \"here\""});
         }},
    };
}

void TestControlServer::answersInOrder()
{
    ControlServer server(verbs());
    QVERIFY(server.listen(folder()));
    Client client(folder());
    // All at once: they wait for each other.
    QByteArray lines;
    for (int i = 0; i < 50; ++i)
        lines += R"({"version":1,"verb":"echo","arguments":{"n":)" + QByteArray::number(i) + "}}\n";
    client.socket.write(lines);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(client.reply().value(QLatin1String("result")).toObject(),
                 (QJsonObject{{QStringLiteral("n"), i}}));
    QCOMPARE(codeOf(client.ask(request("fail"))), QStringLiteral("not-found"));
    QVERIFY(client.isConnected());
}

void TestControlServer::refusesWhatItDoesNotKnow()
{
    ControlServer server(verbs());
    QVERIFY(server.listen(folder()));
    Client client(folder());
    QCOMPARE(codeOf(client.ask("GET / HTTP/1.1\r")), QStringLiteral("invalid-input"));
    const QJsonObject reply = client.ask(request("dance"));
    QCOMPARE(codeOf(reply), QStringLiteral("invalid-input"));
    QVERIFY(QJsonDocument(reply).toJson().contains("drop, echo, fail, keep"));
    QVERIFY(client.ask(request("echo")).contains(QLatin1String("result")));
}

void TestControlServer::sendsEventsBeforeTheEnd()
{
    ControlServer server(verbs());
    QVERIFY(server.listen(folder()));
    Client client(folder());
    client.socket.write(request("keep") + '\n' + request("echo") + '\n');
    QTRY_VERIFY(m_kept);
    for (int i = 0; i < 3; ++i) {
        m_kept->progress({{QStringLiteral("done"), i}});
        QCOMPARE(client.reply().value(QLatin1String("event")).toObject(),
                 (QJsonObject{{QStringLiteral("done"), i}}));
    }
    m_kept->finish({{QStringLiteral("all"), true}});
    // Nothing comes after the end.
    m_kept->progress({{QStringLiteral("done"), 4}});
    m_kept->fail({.code = ErrorCode::Io, .message = {}});
    QVERIFY(
        client.reply().value(QLatin1String("result")).toObject().contains(QLatin1String("all")));
    QVERIFY(client.reply().value(QLatin1String("result")).toObject().isEmpty());
    QCOMPARE(m_abandoned, 0);
}

void TestControlServer::endsWhatIsGivenUp()
{
    ControlServer server(verbs());
    QVERIFY(server.listen(folder()));
    Client client(folder());
    QCOMPARE(codeOf(client.ask(request("drop"))), QStringLiteral("cancelled"));
    QVERIFY(client.isConnected());
}

void TestControlServer::tellsThatTheClientLeft()
{
    ControlServer server(verbs());
    QVERIFY(server.listen(folder()));
    {
        Client client(folder());
        client.socket.write(request("keep") + '\n');
        QTRY_VERIFY(m_kept);
        QCOMPARE(m_abandoned, 0);
    }
    QTRY_COMPARE(m_abandoned, 1);
    // What is said now goes nowhere.
    m_kept->progress({});
    m_kept->finish({});
    QCOMPARE(m_abandoned, 1);
}

void TestControlServer::outlivesItsReplies()
{
    {
        ControlServer server(verbs());
        QVERIFY(server.listen(folder()));
        Client client(folder());
        client.socket.write(request("keep") + '\n');
        QTRY_VERIFY(m_kept);
    }
    QCOMPARE(m_abandoned, 1);
    m_kept->finish({});
}

void TestControlServer::refusesLongLines()
{
    ControlServer server(verbs());
    QVERIFY(server.listen(folder()));
    Client client(folder());
    const QByteArray longest = request("echo").leftJustified(limits::controlLineBytesMax - 1, ' ');
    QVERIFY(client.ask(longest).contains(QLatin1String("result")));
    client.socket.write(QByteArray(limits::controlLineBytesMax + 1, ' '));
    QCOMPARE(codeOf(client.reply()), QStringLiteral("invalid-input"));
    QTRY_VERIFY(!client.isConnected());
    QVERIFY(Client(folder()).ask(request("echo")).contains(QLatin1String("result")));
}

void TestControlServer::leavesEventsOutForWhoDoesNotRead()
{
    ControlServer server(verbs());
    QVERIFY(server.listen(folder()));
    Client client(folder());
    client.socket.setReadBufferSize(1);
    client.socket.write(request("keep") + '\n');
    QTRY_VERIFY(m_kept);
    const QJsonObject event{{QStringLiteral("text"), QString(64 * 1024, u'x')}};
    constexpr int sent = 200;
    for (int i = 0; i < sent; ++i)
        m_kept->progress(event);
    m_kept->finish({});
    client.socket.setReadBufferSize(0);
    int events = 0;
    while (client.reply().contains(QLatin1String("event")))
        ++events;
    QVERIFY(client.isConnected());
    QVERIFY(events > 0 && events < sent);
}

void TestControlServer::boundsConnections()
{
    ControlServer server(verbs());
    QVERIFY(server.listen(folder()));
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < limits::controlConnectionsMax; ++i) {
        clients.push_back(std::make_unique<Client>(folder()));
        QVERIFY(clients.back()->ask(request("echo")).contains(QLatin1String("result")));
    }
    Client excess(folder());
    QTRY_VERIFY(!excess.isConnected());
    clients.pop_back();
    QTRY_VERIFY(Client(folder()).ask(request("echo")).contains(QLatin1String("result")));
}

void TestControlServer::closesIdleConnections()
{
    ControlServer server(verbs(), 50ms);
    QVERIFY(server.listen(folder()));
    Client silent(folder());
    Client slow(folder());
    slow.socket.write("{");
    QTRY_VERIFY(!silent.isConnected());
    QTRY_VERIFY(!slow.isConnected());
}

void TestControlServer::doesNotCloseWhoWaits()
{
    ControlServer server(verbs(), 20ms);
    QVERIFY(server.listen(folder()));
    Client patient(folder());
    patient.socket.write(request("keep") + '\n');
    // Others have been closed meanwhile.
    for (int i = 0; i < 3; ++i) {
        Client silent(folder());
        QTRY_VERIFY(!silent.isConnected());
    }
    QVERIFY(m_kept);
    m_kept->finish({});
    QVERIFY(patient.reply().contains(QLatin1String("result")));
}

void TestControlServer::onlyItsUserMayConnect()
{
    const mode_t before = umask(0);
    ControlServer server(verbs());
    QVERIFY(server.listen(folder()));
    umask(before);
    struct stat status = {};
    QCOMPARE(stat((folder() + "/lanyard.sock").c_str(), &status), 0);
    QVERIFY(S_ISSOCK(status.st_mode));
    QCOMPARE(status.st_mode & 0777U, 0600U);
}

void TestControlServer::replacesALeftSocket()
{
    const auto address = LocalAddress::of(folder());
    QVERIFY(address);
    const int killed = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(killed, address->get(), address->size()), 0);
    ::close(killed);
    QVERIFY(!Client(folder()).isConnected());
    ControlServer server(verbs());
    QVERIFY(server.listen(folder()));
    QVERIFY(Client(folder()).ask(request("echo")).contains(QLatin1String("result")));
}

void TestControlServer::removesItsSocket()
{
    {
        ControlServer server(verbs());
        QVERIFY(server.listen(folder()));
        QCOMPARE(QDir(m_folder->path())
                     .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("lanyard.sock")});
    }
    QVERIFY(QDir(m_folder->path()).isEmpty(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot));
}

void TestControlServer::worksInADeepFolder()
{
    QString deep = m_folder->path();
    while (deep.size() < 300)
        deep += QStringLiteral("/a-folder-with-a-long-name");
    QVERIFY(QDir().mkpath(deep));
    const QFileInfo socket(deep + QStringLiteral("/lanyard.sock"));
    {
        ControlServer server(verbs());
        QVERIFY(server.listen(deep.toStdString()));
        QVERIFY(Client(deep.toStdString()).ask(request("echo")).contains(QLatin1String("result")));
        QVERIFY(socket.exists());
    }
    QVERIFY(QDir(deep).isEmpty(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot));
}

void TestControlServer::failsWhereItCannotBe()
{
    ControlServer server(verbs());
    const Result<void> none = server.listen(folder() + "/none");
    QVERIFY(!none);
    QVERIFY(none.error().message.english().starts_with(folder() + "/none: no control socket: "));
    const Result<void> deep = ControlServer(verbs()).listen(folder() + std::string(200, 'x'));
    QVERIFY(!deep);
    QCOMPARE(deep.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestControlServer)
#include "tst_controlserver.moc"
