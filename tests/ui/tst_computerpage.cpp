// SPDX-License-Identifier: GPL-3.0-or-later
// Proves over a scripted computer that its clients are set up in three clicks that show what they
// do, that what is in the way or fails is told, and that the page asks only when it is looked at.
#include "computerdesktop.h"
#include "setup/clientcard.h"
#include "setup/workview.h"
#include "widgets/diffview.h"
#include "widgets/fieldnote.h"
#include "widgets/messageline.h"
#include "widgets/navigation.h"

#include <QCheckBox>
#include <QSignalSpy>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

class TestComputerPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesThreeClicks();
    void asksOnlyWhenItIsShown();
    void setsUpOneClient();
    void leavesOutWhatIsNotChosen();
    void offersWhatIsRefusedToPaste();
    void cannotPassAFatalObstacle();
    void tellsWhatFailedAndGoesOn();
    void tellsWhyAProofFailed();
    void tellsThatLookingFailed();
    void tellsThatThereIsNone();
    void tellsThatTheCacheMirrorsNothing();
    void rendersInBothPalettes();
};

void TestComputerPage::takesThreeClicks()
{
    ComputerDesktop desktop;
    desktop.start();
    int clicks = 0;
    auto *const pages = desktop.window.findChild<Navigation *>();
    const QRect item = pages->visualItemRect(pages->item(pages->count() - 1));
    QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, item.center());
    ++clicks;
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    QVERIFY(desktop.page->findChildren<DiffView *>().size() == 3);
    QVERIFY(desktop.setUp.appliedPlans.isEmpty());

    desktop.click("setUp");
    ++clicks;
    const QList<DiffView *> diffs = desktop.page->findChildren<DiffView *>();
    for (const DiffView *diff : diffs)
        QVERIFY(diff->isVisible());
    QVERIFY(diffs.constFirst()->toPlainText().contains(QStringLiteral("+  \"registry-mirrors\"")));
    QVERIFY(desktop.setUp.appliedPlans.isEmpty());

    desktop.click("applyAll");
    ++clicks;
    QTRY_COMPARE(desktop.setUp.tested, (QStringList{QStringLiteral("docker docker.io"),
                                                    QStringLiteral("earthly docker.io")}));
    QTRY_VERIFY(desktop.isQuiet());
    QCOMPARE(clicks, 3);
    for (const auto *id : {"docker", "earthly"}) {
        const auto *const work = desktop.card(id)->findChild<WorkView *>();
        QVERIFY(work->lines().join(u'\n').contains(
            QStringLiteral("Proved: Docker 29.7.1 by ns=docker.io from 192.168.0.126")));
        QCOMPARE(desktop.textOf(id, "use"), QStringLiteral("Set up for this cache"));
        QCOMPARE(desktop.textOf(id, "summary"), QStringLiteral("Nothing is left to do."));
    }
    QVERIFY(desktop.status().contains(QStringLiteral("This computer is set up")));
    QVERIFY(!desktop.button("setUp")->isEnabled());
    // For the cache of this computer, as others reach it, and all that it mirrors.
    QCOMPARE(desktop.setUp.appliedPlans.constFirst().cache.port, desktop.port());
    QCOMPARE(desktop.setUp.appliedPlans.constFirst().registries, desktop.setUp.facts.registries);
}

void TestComputerPage::asksOnlyWhenItIsShown()
{
    ComputerDesktop desktop;
    desktop.start();
    QVERIFY(desktop.isQuiet());
    QCOMPARE(desktop.setUp.looks, 0);
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    const int looks = desktop.setUp.looks;
    const auto asked = desktop.setUp.cachesAsked.size();
    desktop.window.showPage(MainWindow::Page::Overview);
    desktop.control.stop();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Stopped);
    QVERIFY(desktop.isQuiet());
    QCOMPARE(desktop.setUp.looks, looks);
    desktop.show();
    QTRY_COMPARE(desktop.setUp.looks, looks + 1);
    // A stopped cache is not asked, but can be started.
    QCOMPARE(desktop.setUp.cachesAsked.size(), asked);
    QTRY_VERIFY(desktop.textOfNote("cacheNote").contains(QStringLiteral("stopped")));
    QTRY_VERIFY(!desktop.button("setUp")->isEnabled());
}

void TestComputerPage::setsUpOneClient()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    ClientCard *const earthly = desktop.card("earthly");
    auto *const apply = earthly->findChild<QPushButton *>(QStringLiteral("apply"));
    QVERIFY(!apply->isVisible());
    desktop.click("showChanges", earthly);
    QVERIFY(apply->isVisible());
    QVERIFY(!desktop.card("docker")->areChangesShown());
    desktop.click("apply", earthly);
    QTRY_COMPARE(desktop.setUp.tested, QStringList{QStringLiteral("earthly docker.io")});
    QCOMPARE(desktop.setUp.appliedPlans.size(), 1);
}

void TestComputerPage::leavesOutWhatIsNotChosen()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    auto *const docker = desktop.card("docker")->findChild<QCheckBox *>(QStringLiteral("choice"));
    QVERIFY(docker->isChecked());
    docker->click();
    desktop.click("setUp");
    QVERIFY(!desktop.card("docker")->areChangesShown());
    desktop.click("applyAll");
    QTRY_VERIFY(desktop.isQuiet());
    QCOMPARE(desktop.setUp.appliedPlans.size(), 1);
    QCOMPARE(desktop.setUp.appliedPlans.constFirst().client, QStringLiteral("earthly"));
    // What a person has chosen stays when it is looked again.
    QVERIFY(!docker->isChecked());
    QVERIFY(!desktop.button("setUp")->isEnabled());
}

void TestComputerPage::offersWhatIsRefusedToPaste()
{
    ComputerDesktop desktop;
    desktop.setUp.clientOf(QStringLiteral("docker")).plan.edits.clear();
    desktop.setUp.clientOf(QStringLiteral("docker")).plan.commands.clear();
    desktop.setUp.clientOf(QStringLiteral("docker")).plan.refusals = {
        {.path = QStringLiteral("/etc/docker/daemon.json"),
         .reason = QStringLiteral("line 3, column 5: a comment"),
         .snippet = {.title = QStringLiteral("Into daemon.json"),
                     .file = QStringLiteral("/etc/docker/daemon.json"),
                     .text = QStringLiteral("\"registry-mirrors\": []")}}};
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    ClientCard *const docker = desktop.card("docker");
    QVERIFY(!docker->isChosen());
    QCOMPARE(desktop.textOf("docker", "summary"),
             QStringLiteral("1 file(s) cannot be edited by Lanyard."));
    desktop.click("showChanges", docker);
    const auto *const message = docker->findChild<MessageLine *>();
    QVERIFY(message->text().contains(QStringLiteral("line 3, column 5: a comment")));
    const auto *const code = docker->findChild<CodeView *>();
    QVERIFY(code->isVisible());
    QCOMPARE(code->toPlainText(), QStringLiteral("\"registry-mirrors\": []"));
    QVERIFY(!docker->findChild<QPushButton *>(QStringLiteral("apply"))->isVisible());
}

void TestComputerPage::cannotPassAFatalObstacle()
{
    ComputerDesktop desktop;
    desktop.setUp.clientOf(QStringLiteral("docker")).installation.obstacles = {
        {.kind = Obstacle::Kind::FlagConflict,
         .detail = QStringLiteral("dockerd has --registry-mirror on its command line"),
         .isFatal = true}};
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    ClientCard *const docker = desktop.card("docker");
    QVERIFY(!docker->isChosen());
    QVERIFY(!docker->findChild<QCheckBox *>(QStringLiteral("choice"))->isVisible());
    QVERIFY(docker->findChild<MessageLine *>()->text().contains(QStringLiteral("command line")));
    QVERIFY(desktop.card("earthly")->isChosen());
}

void TestComputerPage::tellsWhatFailedAndGoesOn()
{
    ComputerDesktop desktop;
    desktop.setUp.clientOf(QStringLiteral("docker")).applyError =
        Error{.code = ErrorCode::Cancelled, .message = "The password was not given."};
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    const QSignalSpy ended(&desktop.page->desk().work(), &SetUpWork::ended);
    desktop.click("setUp");
    desktop.click("applyAll");
    QTRY_COMPARE(ended.size(), 1);
    QTRY_VERIFY(desktop.isQuiet());
    const auto outcome = ended.constFirst().constFirst().value<SetUpOutcome>();
    QCOMPARE(outcome.done, QStringList{QStringLiteral("Earthly")});
    QCOMPARE(outcome.failed, QStringList{QStringLiteral("Docker Engine")});
    const auto *const work = desktop.card("docker")->findChild<WorkView *>();
    QVERIFY(work->isVisible());
    QCOMPARE(work->lines(), (QStringList{QStringLiteral("Write the files"),
                                         QStringLiteral("The password was not given.")}));
    QVERIFY(desktop.status().contains(QStringLiteral("The password was not given.")));
    QCOMPARE(desktop.setUp.tested, QStringList{QStringLiteral("earthly docker.io")});
    // It can be tried again.
    QVERIFY(desktop.card("docker")->isChosen());
    QVERIFY(desktop.button("setUp")->isEnabled());
}

void TestComputerPage::tellsWhyAProofFailed()
{
    ComputerDesktop desktop;
    desktop.setUp.clientOf(QStringLiteral("earthly")).proofTrouble =
        QStringLiteral("No manifest arrived: the builder was not restarted.");
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    desktop.click("setUp");
    desktop.click("applyAll");
    QTRY_COMPARE(desktop.setUp.tested.size(), 2);
    QTRY_VERIFY(desktop.isQuiet());
    ClientCard *const earthly = desktop.card("earthly");
    QCOMPARE(earthly->findChild<WorkView *>()->lines().last(),
             QStringLiteral("Not proved: No manifest arrived: the builder was not restarted."));
    const auto *const output = earthly->findChild<WorkView *>()->findChild<CodeView *>();
    QVERIFY(output->isVisible());
    QVERIFY(output->toPlainText().contains(QStringLiteral("not found")));
    QVERIFY(desktop.status().contains(QStringLiteral("Earthly: No manifest arrived")));
}

void TestComputerPage::tellsThatLookingFailed()
{
    ComputerDesktop desktop;
    desktop.setUp.lookError = Error{.code = ErrorCode::Io, .message = "The home cannot be read."};
    desktop.start();
    desktop.show();
    QTRY_COMPARE(desktop.status(), QStringLiteral("The home cannot be read."));
    desktop.setUp.lookError.reset();
    QTest::keyClick(desktop.page, Qt::Key_K, Qt::AltModifier);
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
}

void TestComputerPage::tellsThatThereIsNone()
{
    ComputerDesktop desktop;
    desktop.setUp.clients.clear();
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.isQuiet());
    QVERIFY(!desktop.button("setUp")->isEnabled());
    QTRY_VERIFY(desktop.button("snippets")->isEnabled());
    QVERIFY(desktop.page->desk().board().clients().isEmpty());
}

void TestComputerPage::tellsThatTheCacheMirrorsNothing()
{
    ComputerDesktop desktop;
    desktop.setUp.facts.registries.clear();
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.textOfNote("cacheNote").contains(QStringLiteral("mirrors no registry")));
    QTRY_VERIFY(desktop.isQuiet());
    QCOMPARE(desktop.status(), QStringLiteral("Choose a cache that mirrors a registry, above."));
    QVERIFY(!desktop.button("setUp")->isEnabled());
}

void TestComputerPage::rendersInBothPalettes()
{
    ComputerDesktop desktop;
    desktop.start();
    desktop.show();
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    desktop.click("setUp");
    const QPalette light = QApplication::palette();
    QPalette dark(QColor(0x31, 0x36, 0x3b), QColor(0x23, 0x26, 0x29));
    QApplication::setPalette(dark);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!desktop.page->grab().isNull());
    const auto *const diff = desktop.page->findChild<DiffView *>();
    QVERIFY(diff->isVisible());
    QApplication::setPalette(light);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!desktop.page->grab().isNull());
}

QTEST_MAIN(TestComputerPage)
#include "tst_computerpage.moc"
