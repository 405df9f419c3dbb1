// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that nothing is lost when the computer sleeps: as it does then, all threads of the program
// stand still while the clock on the wall goes on. What was being pulled arrives whole afterwards,
// over the connections that there were, and the window shows it.
#include "engine.h"
#include "enginecontrol.h"
#include "mainwindow.h"
#include "support/scriptedregistry.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

constexpr int sleepSeconds = 2;

/// Of this whole process. The child does only what a signal handler may do.
void fallAsleep()
{
    const pid_t self = getpid();
    const pid_t child = fork();
    if (child == 0) {
        kill(self, SIGSTOP);
        sleep(sleepSeconds);
        kill(self, SIGCONT);
        _exit(0);
    }
    QVERIFY(child > 0);
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
}

QByteArray bodyOf(const QByteArray &answer)
{
    const qsizetype head = answer.indexOf("\r\n\r\n");
    return head < 0 ? QByteArray() : answer.mid(head + 4);
}

} // namespace

class SuspendTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWithAPull();
};

void SuspendTest::goesOnWithAPull()
{
    const QTemporaryDir folder;
    const QByteArray content = QByteArray(4 << 20, 'x') + "the end";
    ScriptedRegistry hub;
    const Digest digest = hub.addBlob("library/app", content);
    const std::string path = "/v2/library/app/blobs/" + digest.toString();
    hub.addFault(path, {.stallAfter = 1 << 20});
    Config config = Engine::defaultConfig();
    config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
    config.dataDirectory = folder.path();
    config.accessLog = false;
    UpstreamConfig upstream;
    upstream.registry = "docker.io";
    upstream.url = hub.url();
    config.upstreams = {upstream};
    Engine engine;
    EngineControl control(engine,
                          [&config] { return LoadedConfig{.config = config, .diagnostics = {}}; });
    MainWindow window(engine, control);
    window.show();
    control.start();
    QTRY_COMPARE(engine.state(), EngineState::Running);

    const QUrl address(engine.addresses().constFirst());
    QTcpSocket socket;
    QByteArray answer;
    connect(&socket, &QTcpSocket::readyRead, this,
            [&socket, &answer] { answer += socket.readAll(); });
    socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
    socket.write("GET " + QByteArray::fromStdString(path) + " HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_VERIFY(!bodyOf(answer).isEmpty());

    QElapsedTimer asleep;
    asleep.start();
    fallAsleep();
    QVERIFY(asleep.elapsed() >= sleepSeconds * 1000);
    hub.release(path);

    QTRY_COMPARE(bodyOf(answer).size(), content.size());
    QCOMPARE(bodyOf(answer), content);
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(hub.count("GET", path), 1);
    QTRY_COMPARE(window.requests().rowCount(), 1);
    QCOMPARE(engine.state(), EngineState::Running);
}

QTEST_MAIN(SuspendTest)
#include "tst_suspend.moc"
