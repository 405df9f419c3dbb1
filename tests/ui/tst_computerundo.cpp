// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that what was applied is tested and taken back, paused and resumed, from the page and from
// the tray, also of clients that are gone; that the end of the program does not cut it short, and
// that what was cut short is told.
#include "computerdesktop.h"
#include "setup/workview.h"

#include <QSignalSpy>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

class TestComputerUndo final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void testsAndUndoes();
    void pausesAndResumes();
    void pausesInPart();
    void pausesFromTheTray();
    void undoesWhatIsGone();
    void tellsWhatWasCutShort();
    void tellsThatItIsNotProved();
    void endsWithTheProgram_data();
    void endsWithTheProgram();
    void endsAtOnceWhenItIsAskedTwice();
    void tellsNobodyWhoLooks();
    void leadsFromTheFirstSteps();
    void ticksTheLastOfTheFirstSteps();
};

namespace {

void setUpAll(const ComputerDesktop &desktop)
{
    desktop.click("setUp");
    desktop.click("applyAll");
    QTRY_COMPARE(desktop.setUp.tested.size(), 2);
    QTRY_VERIFY(desktop.isQuiet());
}

} // namespace

void TestComputerUndo::testsAndUndoes()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    ClientCard *const docker = desktop.card("docker");
    QVERIFY(!docker->findChild<QPushButton *>(QStringLiteral("test"))->isVisible());
    QVERIFY(!docker->findChild<QPushButton *>(QStringLiteral("undo"))->isVisible());
    setUpAll(desktop);
    desktop.click("test", docker);
    QTRY_COMPARE(desktop.setUp.tested.last(), QStringLiteral("docker docker.io"));
    QTRY_VERIFY(desktop.isQuiet());
    desktop.click("undo", docker);
    QTRY_COMPARE(desktop.setUp.undone, QStringList{QStringLiteral("docker")});
    QTRY_VERIFY(desktop.isQuiet());
    QCOMPARE(desktop.textOf("docker", "use"), QStringLiteral("Not set up for a cache"));
    QVERIFY(docker->findChild<WorkView *>()->lines().contains(
        QStringLiteral("Your own changes were kept.")));
    QVERIFY(!docker->findChild<QPushButton *>(QStringLiteral("undo"))->isVisible());
    QCOMPARE(desktop.textOf("earthly", "use"), QStringLiteral("Set up for this cache"));
}

void TestComputerUndo::pausesAndResumes()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    QVERIFY(!desktop.button("pause")->isVisible());
    setUpAll(desktop);
    QVERIFY(!desktop.button("resume")->isVisible());
    desktop.click("pause");
    QTRY_VERIFY(desktop.isQuiet() && !desktop.page->desk().canPause());
    QCOMPARE(desktop.textOf("docker", "use"), QStringLiteral("Paused: pulls without the cache"));
    QVERIFY(desktop.status().contains(QStringLiteral("Paused on this computer")));
    QVERIFY(!desktop.button("pause")->isVisible());
    desktop.click("resume");
    QTRY_VERIFY(desktop.isQuiet() && !desktop.page->desk().canResume());
    QCOMPARE(desktop.textOf("docker", "use"), QStringLiteral("Set up for this cache"));
}

void TestComputerUndo::pausesInPart()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    setUpAll(desktop);
    desktop.setUp.clientOf(QStringLiteral("docker")).pauseTrouble =
        QStringLiteral("No password was given.");
    desktop.click("pause");
    QTRY_VERIFY(desktop.isQuiet() && desktop.page->desk().canResume());
    QCOMPARE(desktop.status(),
             QStringLiteral("Not all of it is paused: Docker Engine: No password was given."));
    QVERIFY(desktop.card("docker")->findChild<WorkView *>()->lines().contains(
        QStringLiteral("No password was given.")));
    // Both are offered, here and in the tray.
    QVERIFY(desktop.button("pause")->isVisible() && desktop.button("resume")->isVisible());
    QVERIFY(ComputerDesktop::trayAction("pauseClients")->isVisible());
    QVERIFY(ComputerDesktop::trayAction("resumeClients")->isVisible());
    desktop.click("resume");
    QTRY_VERIFY(desktop.isQuiet() && !desktop.page->desk().canResume());
    QCOMPARE(desktop.textOf("earthly", "use"), QStringLiteral("Set up for this cache"));
}

/// Before anybody has looked at the page.
void TestComputerUndo::pausesFromTheTray()
{
    ComputerDesktop desktop;
    QAction *const pause = ComputerDesktop::trayAction("pauseClients");
    QAction *const resume = ComputerDesktop::trayAction("resumeClients");
    QVERIFY(!pause->isVisible() && !resume->isVisible());
    desktop.setUp.applications = {ScriptedSetUp::application("docker", "Docker Engine")};
    desktop.page->desk().askApplied();
    QTRY_VERIFY(pause->isVisible() && pause->isEnabled());
    desktop.setUp.holdsChanges = true;
    pause->trigger();
    // It would be dropped.
    QVERIFY(!pause->isEnabled());
    desktop.setUp.release();
    QTRY_VERIFY(desktop.setUp.applications.constFirst().isPaused);
    QTRY_VERIFY(!pause->isVisible() && resume->isVisible() && resume->isEnabled());
    resume->trigger();
    QTRY_VERIFY(!desktop.setUp.applications.constFirst().isPaused);
    QCOMPARE(desktop.setUp.looks, 0);
}

void TestComputerUndo::undoesWhatIsGone()
{
    ComputerDesktop desktop;
    desktop.setUp.applications = {ScriptedSetUp::application("buildx-old", "Builder old")};
    desktop.startAndShow();
    auto *const line = desktop.page->findChild<QWidget *>(QStringLiteral("buildx-old"));
    QVERIFY(line && line->isVisible());
    desktop.click("undo", line);
    QTRY_COMPARE(desktop.setUp.undone, QStringList{QStringLiteral("buildx-old")});
    QTRY_VERIFY(desktop.isQuiet());
    QVERIFY(!desktop.page->findChild<QLabel *>(QStringLiteral("applied"))->isVisible());
    QVERIFY(desktop.status().contains(QStringLiteral("Builder old")));
    QVERIFY(desktop.status().contains(QStringLiteral("Your own changes were kept.")));
}

void TestComputerUndo::tellsWhatWasCutShort()
{
    ComputerDesktop desktop;
    desktop.setUp.applications = {ScriptedSetUp::application("docker", "Docker Engine")};
    desktop.setUp.applications[0].isCutShort = true;
    desktop.startAndShow();
    QCOMPARE(desktop.textOf("docker", "use"),
             QStringLiteral("Its set-up was cut short: undo it, or set it up again"));
    QCOMPARE(desktop.page->findChild<QLabel *>(QStringLiteral("applied"))->text(),
             QStringLiteral("Cut short, so set up by half: Docker Engine, for "
                            "http://192.168.0.80:5000. Undo takes it back."));
    desktop.click("undo", desktop.card("docker"));
    QTRY_COMPARE(desktop.setUp.undone, QStringList{QStringLiteral("docker")});
}

void TestComputerUndo::tellsThatItIsNotProved()
{
    ComputerDesktop desktop;
    desktop.setUp.clientOf(QStringLiteral("docker")).proofTrouble =
        QStringLiteral("Nothing arrived.");
    desktop.startAndShow();
    setUpAll(desktop);
    QCOMPARE(desktop.status(),
             QStringLiteral("Set up, and not proved yet: Docker Engine: Nothing arrived."));
    QVERIFY(!desktop.page->findChild<FieldNote *>(QStringLiteral("status"))->isProblem());
}

void TestComputerUndo::endsWithTheProgram_data()
{
    QTest::addColumn<bool>("isRunning");
    QTest::newRow("the cache runs") << true;
    QTest::newRow("the cache is stopped") << false;
}

void TestComputerUndo::endsWithTheProgram()
{
    QFETCH(bool, isRunning);
    ComputerDesktop desktop;
    desktop.startAndShow();
    desktop.setUp.holdsChanges = true;
    desktop.click("setUp");
    desktop.click("applyAll");
    if (!isRunning) {
        desktop.control.stop();
        QTRY_COMPARE(desktop.engine.state(), EngineState::Stopped);
    }
    const QSignalSpy ready(&desktop.control, &EngineControl::readyToQuit);
    const QSignalSpy notices(&desktop.control, &EngineControl::noticeRaised);
    desktop.control.quit();
    QCOMPARE(notices.size(), 1);
    QTRY_COMPARE(desktop.engine.state(), EngineState::Stopped);
    QCOMPARE(ready.size(), 0);
    desktop.setUp.release();
    QTRY_COMPARE(ready.size(), 1);
    // The first is whole, the second is not begun.
    QCOMPARE(desktop.setUp.appliedPlans.size(), 1);
    QVERIFY(desktop.setUp.tested.isEmpty());
}

void TestComputerUndo::endsAtOnceWhenItIsAskedTwice()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    desktop.setUp.holdsChanges = true;
    desktop.click("setUp");
    desktop.click("applyAll");
    const QSignalSpy ready(&desktop.control, &EngineControl::readyToQuit);
    desktop.control.quit();
    desktop.control.quit();
    QCOMPARE(ready.size(), 1);
}

void TestComputerUndo::tellsNobodyWhoLooks()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window));
    const TrayIcon &tray = desktop.window.trayIcon();
    setUpAll(desktop);
    QVERIFY(tray.message().isEmpty());
    desktop.window.hide();
    QTRY_VERIFY(!QApplication::activeWindow());
    desktop.page->desk().work().undo(QStringLiteral("docker"));
    QTRY_COMPARE(tray.message(), QStringLiteral("Docker Engine"));
}

void TestComputerUndo::leadsFromTheFirstSteps()
{
    ComputerDesktop desktop;
    desktop.start();
    auto *const setUp = desktop.window.findChild<QPushButton *>(QStringLiteral("firstSetUp"));
    auto *const test = desktop.window.findChild<QPushButton *>(QStringLiteral("firstTest"));
    QVERIFY(setUp->isVisible() && setUp->isEnabled());
    QVERIFY(test->isVisible() && !test->isEnabled());
    setUp->click();
    QCOMPARE(desktop.window.page(), MainWindow::Page::Computer);
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    setUpAll(desktop);
    desktop.window.showPage(MainWindow::Page::Overview);
    QVERIFY(test->isEnabled());
    desktop.setUp.tested.clear();
    test->click();
    QCOMPARE(desktop.window.page(), MainWindow::Page::Computer);
    QTRY_COMPARE(desktop.setUp.tested.size(), 2);
    QTRY_VERIFY(desktop.isQuiet());
    QVERIFY(desktop.status().startsWith(QStringLiteral("The test pull arrived")));
}

/// A test that fails leaves it open.
void TestComputerUndo::ticksTheLastOfTheFirstSteps()
{
    ComputerDesktop desktop;
    const auto *const number = desktop.window.findChild<QLabel *>(QStringLiteral("testNumber"));
    QVERIFY(number);
    desktop.startAndShow();
    for (auto &client : desktop.setUp.clients)
        client.proofTrouble = QStringLiteral("not found");
    setUpAll(desktop);
    QCOMPARE(number->text(), QStringLiteral("3"));
    QVERIFY(number->accessibleName().isEmpty());
    desktop.setUp.clients.first().proofTrouble.clear();
    desktop.page->testAll();
    QTRY_COMPARE(number->accessibleName(), QStringLiteral("Done"));
    QTRY_VERIFY(desktop.isQuiet());
    desktop.page->desk().work().pause();
    QTRY_COMPARE(number->text(), QStringLiteral("3"));
}

QTEST_MAIN(TestComputerUndo)
#include "tst_computerundo.moc"
