// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that nothing is applied that was not shown, by clicks and by keys: what is chosen while
// the changes are reviewed is shown, too, Tab goes down the page, and a second press of a key does
// no harm. What a person has chosen stays so.
#include "computerdesktop.h"
#include "setup/workview.h"
#include "widgets/diffview.h"
#include "widgets/navigation.h"

#include <QScrollArea>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

class TestComputerReview final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesThreeClicksForAnotherComputer();
    void changesNothingByADoubleClick();
    void changesNothingByASecondKey();
    void showsWhatIsChosenMeanwhile();
    void showsWhatIsFoundMeanwhile();
    void goesDownByTab();
    void leavesOutAFileThatIsRefused();
    void keepsAChoice();
    void forgetsAnOldOutcome();
    void keepsWhatIsBeingRead();
};

/// The address is typed where the focus is, between the first click and the second.
void TestComputerReview::takesThreeClicksForAnotherComputer()
{
    ComputerDesktop desktop;
    desktop.start();
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window));
    int clicks = 0;
    auto *const pages = desktop.window.findChild<Navigation *>();
    const QRect item = pages->visualItemRect(pages->item(pages->count() - 1));
    QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, item.center());
    ++clicks;
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("192.168.0.80"));
    QTRY_VERIFY(desktop.button("setUp")->isEnabled());
    desktop.click("setUp");
    ++clicks;
    QVERIFY(desktop.setUp.appliedPlans.isEmpty());
    desktop.click("applyAll");
    ++clicks;
    QTRY_COMPARE(desktop.setUp.tested, (QStringList{QStringLiteral("docker docker.io"),
                                                    QStringLiteral("earthly docker.io")}));
    QTRY_VERIFY(desktop.isQuiet());
    QCOMPARE(clicks, 3);
    for (const ClientPlan &plan : std::as_const(desktop.setUp.appliedPlans))
        QCOMPARE(plan.cache.url(), QStringLiteral("http://192.168.0.80:5000"));
    for (const CacheEndpoint &cache : std::as_const(desktop.setUp.testedAt))
        QCOMPARE(cache.host, QStringLiteral("192.168.0.80"));
}

void TestComputerReview::changesNothingByADoubleClick()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    const QPoint place =
        desktop.button("setUp")->mapTo(&desktop.window, desktop.button("setUp")->rect().center());
    desktop.click("setUp");
    QCoreApplication::sendPostedEvents();
    QWidget *const under = desktop.window.childAt(place);
    QVERIFY(under != desktop.button("applyAll"));
    QTest::mouseClick(under, Qt::LeftButton);
    QTRY_VERIFY(desktop.isQuiet());
    QVERIFY(desktop.setUp.appliedPlans.isEmpty());
}

void TestComputerReview::changesNothingByASecondKey()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window));
    desktop.button("setUp")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(desktop.button("applyAll")->isVisible());
    // What is to be read has the focus.
    const auto *const diff = qobject_cast<DiffView *>(QApplication::focusWidget());
    QVERIFY(diff && desktop.card("docker")->isAncestorOf(diff));
    for (const int key : {Qt::Key_Space, Qt::Key_Return})
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key));
    QTRY_VERIFY(desktop.isQuiet());
    QVERIFY(desktop.setUp.appliedPlans.isEmpty());
    QTest::keyClick(&desktop.window, Qt::Key_A, Qt::AltModifier);
    QTRY_COMPARE(desktop.setUp.appliedPlans.size(), 2);
}

void TestComputerReview::showsWhatIsChosenMeanwhile()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    desktop.choice("docker")->click();
    desktop.click("setUp");
    QVERIFY(!desktop.card("docker")->areChangesShown());
    desktop.choice("docker")->click();
    QVERIFY(desktop.card("docker")->findChild<DiffView *>()->isVisible());
    desktop.choice("docker")->click();
    QVERIFY(!desktop.card("docker")->areChangesShown());
}

void TestComputerReview::showsWhatIsFoundMeanwhile()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    desktop.click("setUp");
    ScriptedSetUp::Client podman = desktop.setUp.clientOf(QStringLiteral("earthly"));
    podman.installation.id = QStringLiteral("podman");
    podman.installation.kind = ClientKind::Podman;
    desktop.setUp.clients += podman;
    desktop.page->desk().look();
    QTRY_VERIFY(desktop.card("podman") && desktop.isQuiet());
    QVERIFY(desktop.button("applyAll")->isVisible());
    QVERIFY(desktop.card("podman")->isChosen());
    QVERIFY(desktop.card("podman")->findChild<DiffView *>()->isVisible());
}

/// Before and in the review, with what was made after the foot of the page.
void TestComputerReview::goesDownByTab()
{
    ComputerDesktop desktop;
    desktop.setUp.applications = {ScriptedSetUp::application("buildx-old", "Builder old")};
    desktop.startAndShow();
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window));
    const auto *const content = desktop.page->findChild<QScrollArea *>()->widget();
    for (const bool isReviewing : {false, true}) {
        if (isReviewing)
            desktop.click("setUp");
        QCoreApplication::sendPostedEvents();
        desktop.page->focusCache();
        int above = 0;
        int stops = 0;
        bool isAtTheFoot = false;
        const QWidget *at = QApplication::focusWidget();
        for (; desktop.page->isAncestorOf(at); at = QApplication::focusWidget(), ++stops) {
            if (content->isAncestorOf(at)) {
                // Nothing stands wholly above what was before.
                QVERIFY2(!isAtTheFoot, qPrintable(at->objectName()));
                QVERIFY2(at->mapTo(content, QPoint(0, at->height())).y() > above,
                         qPrintable(at->objectName()));
                above = at->mapTo(content, QPoint()).y();
            } else {
                isAtTheFoot = true;
            }
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(stops > 8);
        QVERIFY(isAtTheFoot);
    }
}

void TestComputerReview::leavesOutAFileThatIsRefused()
{
    ComputerDesktop desktop;
    desktop.setUp.clientOf(QStringLiteral("docker")).plan.refusals = {
        {.path = QStringLiteral("/etc/docker/daemon.json"),
         .reason = QStringLiteral("line 3, column 5: a comment"),
         .snippet = {}}};
    desktop.startAndShow();
    QVERIFY(!desktop.choice("docker")->isVisible());
    QVERIFY(!desktop.card("docker")->isChosen());
    QCOMPARE(desktop.textOf("docker", "summary"),
             QStringLiteral("1 file(s) cannot be edited by Lanyard. The rest can be set up when "
                            "that is put right: see the changes."));
    desktop.click("setUp");
    desktop.click("applyAll");
    QTRY_VERIFY(desktop.isQuiet());
    QCOMPARE(desktop.setUp.appliedPlans.size(), 1);
}

/// Also while there is no plan for it.
void TestComputerReview::keepsAChoice()
{
    ComputerDesktop desktop;
    desktop.startAndShow();
    const auto replan = [&desktop] {
        desktop.page->findChild<QCheckBox *>(QStringLiteral("quay.io"))->click();
        QTRY_VERIFY(desktop.isQuiet());
    };
    desktop.choice("docker")->click();
    desktop.choice("docker")->click();
    replan();
    QVERIFY(desktop.card("docker")->isChosen());
    desktop.choice("docker")->click();
    replan();
    QVERIFY(!desktop.card("docker")->isChosen());
    QVERIFY(desktop.card("earthly")->isChosen());
}

void TestComputerReview::forgetsAnOldOutcome()
{
    ComputerDesktop desktop;
    desktop.setUp.clientOf(QStringLiteral("docker")).applyError =
        Error{.code = ErrorCode::Cancelled, .message = "The password was not given."};
    desktop.startAndShow();
    const auto fail = [&desktop] {
        desktop.click("setUp");
        desktop.click("applyAll");
        QTRY_VERIFY(desktop.isQuiet() && desktop.status().contains(QStringLiteral("password")));
    };
    fail();
    desktop.choice("docker")->click();
    desktop.choice("docker")->click();
    QVERIFY(desktop.status().startsWith(QStringLiteral("To be set up")));
    fail();
    desktop.page->findChild<QCheckBox *>(QStringLiteral("quay.io"))->click();
    QTRY_VERIFY(desktop.isQuiet());
    QVERIFY(desktop.status().startsWith(QStringLiteral("To be set up")));
}

/// A selection in what a client said outlives what is done with the client next.
void TestComputerReview::keepsWhatIsBeingRead()
{
    WorkView view;
    ClientView client;
    client.proof = ProofResult{.client = QStringLiteral("docker"),
                               .registry = QStringLiteral("docker.io"),
                               .isProved = false,
                               .sightings = {},
                               .trouble = QStringLiteral("Nothing arrived."),
                               .output = QStringLiteral("not found")};
    view.setClient(client);
    view.show();
    auto *const output = view.findChild<CodeView *>();
    QVERIFY(output->isVisible());
    output->selectAll();
    client.notes = {QStringLiteral("Something was kept.")};
    view.setClient(client);
    QCOMPARE(output->textCursor().selectedText(), QStringLiteral("not found"));
    QCOMPARE(view.lines(), (QStringList{QStringLiteral("Something was kept."),
                                        QStringLiteral("Not proved: Nothing arrived.")}));
}

QTEST_MAIN(TestComputerReview)
#include "tst_computerreview.moc"
