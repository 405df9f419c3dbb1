// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with the real engine that the window starts it, shows a request that is made, tells why a
// start failed, and leaves only when the engine has stopped.
#include "engine.h"
#include "enginecontrol.h"
#include "mainwindow.h"
#include "support/scriptedregistry.h"
#include "widgets/downloadscard.h"
#include "widgets/navigation.h"
#include "widgets/noticebar.h"
#include "widgets/servicebar.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

/// The window with an engine of its own on a free port of the loopback.
class Desktop final
{
public:
    Desktop()
        : control(engine, [this] { return loaded; })
        , window(engine, control)
    {
        Config config = Engine::defaultConfig();
        config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
        config.dataDirectory = folder.path();
        config.accessLog = false;
        loaded.config = config;
        window.show();
    }

    Q_DISABLE_COPY_MOVE(Desktop)

    QTemporaryDir folder;
    LoadedConfig loaded;
    Engine engine;
    EngineControl control;
    MainWindow window;
};

} // namespace

class MainWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndStops();
    void worksOffline();
    void showsARequest();
    void showsADownload();
    void tellsWhyAStartFailed();
    void tellsWhatIsWrongWithTheConfiguration();
    void leavesWhenTheEngineHasStopped();
    void leavesAtOnceWhenStopped();
    void leavesWhenClosed();
    void startsMinimised();
    void showsWhatAMessageTold();
    void startsAndStopsByTheButton();
    void copiesItsAddress();
    void endsInOrderWithTheSession();
    void restartsWhatStillStarts();
    void showsEachPage();
};

void MainWindowTest::startsAndStops()
{
    Desktop desktop;
    const QString stopped = desktop.window.serviceBar().stateText();
    desktop.control.start();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    QVERIFY(desktop.window.serviceBar().stateText() != stopped);
    desktop.control.stop();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Stopped);
    QCOMPARE(desktop.window.serviceBar().stateText(), stopped);
}

void MainWindowTest::worksOffline()
{
    Desktop desktop;
    QFile file(desktop.folder.filePath(QStringLiteral("lanyard.yml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1 # mine\n");
    file.close();
    desktop.loaded.config->file = file.fileName();
    auto *const action = desktop.window.findChild<QAction *>(QStringLiteral("offline"));
    QVERIFY(action);
    QVERIFY(!action->isEnabled());
    desktop.control.start();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    QVERIFY(action->isEnabled() && !action->isChecked());
    action->trigger();
    QTRY_VERIFY(desktop.engine.isOffline());
    QVERIFY(action->isChecked());
    const auto text = [&file] {
        QFile kept(file.fileName());
        return kept.open(QIODevice::ReadOnly) ? kept.readAll() : QByteArray();
    };
    QTRY_COMPARE(text(), QByteArray("version: 1 # mine\noffline: true\n"));
    // From elsewhere, as by the command line.
    desktop.engine.setOffline(false);
    QTRY_VERIFY(!action->isChecked());
}

void MainWindowTest::showsARequest()
{
    Desktop desktop;
    desktop.control.start();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    const QUrl address(desktop.engine.addresses().constFirst());
    QTcpSocket socket;
    socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    socket.write("GET /v2/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(desktop.window.requests().rowCount(), 1);
    QCOMPARE(desktop.window.requests().record(0).target, QByteArray("/v2/"));
    desktop.control.stop();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Stopped);
    // The log outlives the engine's run, and a new run does not tell it again.
    desktop.control.start();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    QCOMPARE(desktop.window.requests().rowCount(), 1);
}

void MainWindowTest::showsADownload()
{
    ScriptedRegistry hub;
    const std::string target =
        "/v2/library/app/blobs/" + hub.addBlob("library/app", QByteArray(100'000, 'x')).toString();
    hub.addFault(target, {.stallAfter = 50'000});
    Desktop desktop;
    UpstreamConfig upstream;
    upstream.registry = "docker.io";
    upstream.url = hub.url();
    desktop.loaded.config->upstreams = {upstream};
    desktop.control.start();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    const auto *const table =
        desktop.window.findChild<DownloadsCard *>()->findChild<QTableView *>();
    QVERIFY(!table->isVisible());
    const QUrl address(desktop.engine.addresses().constFirst());
    QTcpSocket socket;
    socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
    socket.write("GET " + QByteArray::fromStdString(target) + " HTTP/1.1\r\nHost: a\r\n\r\n");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QVERIFY(table->isVisible());
    hub.release(target);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(!table->isVisible());
}

void MainWindowTest::tellsWhyAStartFailed()
{
    Desktop desktop;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    desktop.loaded.config->listen.front().address.port = other.serverPort();
    desktop.control.start();
    QTRY_COMPARE(desktop.window.noticeBar().notices().size(), 1);
    QCOMPARE(desktop.window.noticeBar().notices().constFirst().severity, Notice::Severity::Error);
    QVERIFY(desktop.window.noticeBar().isVisible());
    QCOMPARE(desktop.engine.state(), EngineState::Stopped);

    other.close();
    desktop.control.start();
    QVERIFY(!desktop.window.noticeBar().isVisible());
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
}

void MainWindowTest::tellsWhatIsWrongWithTheConfiguration()
{
    Desktop desktop;
    desktop.loaded.config.reset();
    desktop.loaded.diagnostics = {{.severity = ConfigDiagnostic::Severity::Error,
                                   .file = QStringLiteral("lanyard.yml"),
                                   .line = 3,
                                   .column = 7,
                                   .message = QStringLiteral("not a size")}};
    desktop.control.start();
    QCOMPARE(desktop.engine.state(), EngineState::Stopped);
    QCOMPARE(desktop.window.noticeBar().notices().size(), 1);
    QCOMPARE(desktop.window.noticeBar().notices().constFirst().text,
             QStringLiteral("lanyard.yml:3:7: error: not a size"));
}

void MainWindowTest::leavesWhenTheEngineHasStopped()
{
    Desktop desktop;
    const QSignalSpy ready(&desktop.control, &EngineControl::readyToQuit);
    desktop.control.start();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    desktop.control.quit();
    QCOMPARE(ready.size(), 0);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(desktop.engine.state(), EngineState::Stopped);
}

void MainWindowTest::leavesAtOnceWhenStopped()
{
    Desktop desktop;
    const QSignalSpy ready(&desktop.control, &EngineControl::readyToQuit);
    desktop.control.quit();
    QCOMPARE(ready.size(), 1);
    desktop.control.start();
    QCOMPARE(desktop.engine.state(), EngineState::Stopped);
}

/// As it is set; without a tray in any case.
void MainWindowTest::leavesWhenClosed()
{
    Desktop desktop;
    desktop.window.setProgramSettings({.closeAction = CloseAction::Quit});
    const QSignalSpy ready(&desktop.control, &EngineControl::readyToQuit);
    desktop.control.start();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    desktop.window.close();
    QVERIFY(desktop.control.isQuitting());
    QVERIFY(desktop.window.isVisible());
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(desktop.engine.state(), EngineState::Stopped);
}

/// Into the tray; where there is none, on the bar of windows.
void MainWindowTest::startsMinimised()
{
    Desktop desktop;
    desktop.window.hide();
    desktop.window.showAtStart(true);
    QCOMPARE(desktop.window.isVisible(), !desktop.window.trayIcon().isAvailable());
    QCOMPARE(desktop.window.isMinimized(), !desktop.window.trayIcon().isAvailable());
    desktop.window.bringToFront();
    QVERIFY(desktop.window.isVisible() && !desktop.window.isMinimized());
    desktop.window.hide();
    desktop.window.showAtStart(false);
    QVERIFY(desktop.window.isVisible() && !desktop.window.isMinimized());
}

void MainWindowTest::showsWhatAMessageTold()
{
    Desktop desktop;
    auto *const tray = desktop.window.findChild<TrayIcon *>();
    QVERIFY(tray);
    desktop.window.showPage(MainWindow::Page::Images);
    desktop.window.hide();
    Q_EMIT tray->showRequested();
    QVERIFY(desktop.window.isVisible());
    QCOMPARE(desktop.window.page(), MainWindow::Page::Images);
    desktop.window.hide();
    Q_EMIT tray->attentionRequested();
    QVERIFY(desktop.window.isVisible());
    QCOMPARE(desktop.window.page(), MainWindow::Page::Overview);
}

void MainWindowTest::startsAndStopsByTheButton()
{
    Desktop desktop;
    auto *const button = desktop.window.serviceBar().findChild<QPushButton *>();
    QCOMPARE(button->text(), QStringLiteral("Start"));
    button->click();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    QCOMPARE(button->text(), QStringLiteral("Stop"));
    button->click();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Stopped);
    QCOMPARE(button->text(), QStringLiteral("Start"));
}

void MainWindowTest::copiesItsAddress()
{
    Desktop desktop;
    auto *const copy = desktop.window.serviceBar().findChild<QToolButton *>();
    QVERIFY(!copy->isVisible());
    desktop.control.start();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    QVERIFY(copy->isVisible());
    copy->click();
    const QUrl address(desktop.engine.addresses().constFirst());
    QCOMPARE(QGuiApplication::clipboard()->text(),
             address.host() + u':' + QString::number(address.port()));
}

/// Which says so to the application, also while its window is hidden in the tray.
void MainWindowTest::endsInOrderWithTheSession()
{
    Desktop desktop;
    desktop.window.hide();
    desktop.window.setProgramSettings({.closeAction = CloseAction::Ask});
    const QSignalSpy ready(&desktop.control, &EngineControl::readyToQuit);
    desktop.control.start();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    QEvent end(QEvent::Quit);
    QCoreApplication::sendEvent(qApp, &end);
    QVERIFY(desktop.control.isQuitting());
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(desktop.engine.state(), EngineState::Stopped);
}

void MainWindowTest::restartsWhatStillStarts()
{
    Desktop desktop;
    const QSignalSpy stopped(&desktop.engine, &Engine::stopped);
    desktop.control.start();
    QCOMPARE(desktop.engine.state(), EngineState::Starting);
    desktop.control.restart();
    QTRY_COMPARE(stopped.size(), 1);
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
}

void MainWindowTest::showsEachPage()
{
    Desktop desktop;
    auto *const navigation = desktop.window.findChild<Navigation *>();
    QVERIFY(navigation);
    QVERIFY(navigation->count() > 1);
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window));
    for (int row = navigation->count() - 1; row >= 0; --row) {
        QTest::keyClick(&desktop.window, static_cast<Qt::Key>(Qt::Key_1 + row),
                        Qt::ControlModifier);
        QCOMPARE(static_cast<int>(desktop.window.page()), row);
        QCOMPARE(navigation->currentRow(), row);
    }
    navigation->setFocus();
    QTest::keyClick(navigation, Qt::Key_Down);
    QCOMPARE(desktop.window.page(), MainWindow::Page::Requests);
    // What another version of the program has kept.
    desktop.window.showPage(static_cast<MainWindow::Page>(1000));
    QCOMPARE(desktop.window.page(), MainWindow::Page::Requests);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
