// SPDX-License-Identifier: GPL-3.0-or-later
// What the closing of the window leads to, and the question that is asked then.
#include "closing.h"
#include "dialogs/closequestion.h"

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace lanyard::ui;

Q_DECLARE_METATYPE(lanyard::ui::CloseAction)
Q_DECLARE_METATYPE(lanyard::ui::Closing)

namespace {

void click(CloseQuestion &question, QMessageBox::ButtonRole role)
{
    question.open();
    const QList<QAbstractButton *> buttons = question.buttons();
    for (QAbstractButton *button : buttons) {
        if (question.buttonRole(button) == role)
            button->click();
    }
}

} // namespace

class ClosingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesWhatIsSet_data();
    void doesWhatIsSet();
    void asks();
};

void ClosingTest::doesWhatIsSet_data()
{
    QTest::addColumn<CloseAction>("action");
    QTest::addColumn<bool>("hasTray");
    QTest::addColumn<bool>("isQuitting");
    QTest::addColumn<Closing>("closing");
    const auto row = [](const char *name, CloseAction action, bool hasTray, bool isQuitting,
                        Closing closing) {
        QTest::newRow(name) << action << hasTray << isQuitting << closing;
    };
    row("keep running", CloseAction::KeepRunning, true, false, Closing::Hide);
    row("quit", CloseAction::Quit, true, false, Closing::Quit);
    row("ask", CloseAction::Ask, true, false, Closing::Ask);
    row("keep running, no tray", CloseAction::KeepRunning, false, false, Closing::Quit);
    row("ask, no tray", CloseAction::Ask, false, false, Closing::Quit);
    row("keep running, it ends", CloseAction::KeepRunning, true, true, Closing::Quit);
    row("ask, it ends", CloseAction::Ask, true, true, Closing::Quit);
}

void ClosingTest::doesWhatIsSet()
{
    QFETCH(const CloseAction, action);
    QFETCH(const bool, hasTray);
    QFETCH(const bool, isQuitting);
    QFETCH(const Closing, closing);
    QCOMPARE(closingOf(action, hasTray, isQuitting), closing);
}

void ClosingTest::asks()
{
    CloseQuestion question;
    const QSignalSpy keep(&question, &CloseQuestion::keepRequested);
    const QSignalSpy quit(&question, &CloseQuestion::quitRequested);
    click(question, QMessageBox::RejectRole);
    QVERIFY(keep.isEmpty() && quit.isEmpty());
    click(question, QMessageBox::AcceptRole);
    QCOMPARE(keep.size(), 1);
    QVERIFY(quit.isEmpty());
    click(question, QMessageBox::DestructiveRole);
    QCOMPARE(keep.size(), 1);
    QCOMPARE(quit.size(), 1);
}

QTEST_MAIN(ClosingTest)
#include "tst_closing.moc"
