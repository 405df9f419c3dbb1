// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with a real engine and scripted registries that the page logs in to them and out again,
// tells what they refuse, and takes over what Docker has; and that no password stays in a widget.
#include "dialogs/credentialimportdialog.h"
#include "dialogs/logindialog.h"
#include "upstreamdesktop.h"
#include "widgets/credentialsview.h"
#include "widgets/messageline.h"
#include "widgets/registriesview.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

QPushButton *buttonOf(const QWidget &parent, const char *name)
{
    return parent.findChild<QPushButton *>(QString::fromLatin1(name));
}

QLineEdit *lineOf(const QWidget &parent, const char *name)
{
    return parent.findChild<QLineEdit *>(QString::fromLatin1(name));
}

} // namespace

class TestCredentialsView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsInAndOut();
    void tellsARefusal();
    void importsFromDocker();
    void tellsAFileThatIsNone();

private:
    static void startWithList(UpstreamDesktop &desktop)
    {
        desktop.start();
        desktop.page.findChild<QTabWidget *>()->setCurrentWidget(&desktop.page.credentials());
    }
};

void TestCredentialsView::logsInAndOut()
{
    UpstreamDesktop desktop;
    desktop.hub.requireBasic("me", "a-secret");
    startWithList(desktop);
    CredentialsView &view = desktop.page.credentials();
    // What may be logged in to comes with the first answer.
    QTRY_COMPARE(desktop.page.registries().model().rowCount(), 2);
    buttonOf(view, "logIn")->click();
    auto *const dialog = desktop.dialog<LoginDialog>();
    QVERIFY(dialog);
    QVERIFY(!buttonOf(*dialog, "send")->isEnabled());
    lineOf(*dialog, "path")->setText(QStringLiteral("team"));
    lineOf(*dialog, "user")->setText(QStringLiteral("me"));
    lineOf(*dialog, "password")->setText(QStringLiteral("a-secret"));
    buttonOf(*dialog, "send")->click();
    QVERIFY(lineOf(*dialog, "password")->text().isEmpty());
    QTRY_COMPARE(view.model().rowCount(), 1);
    QCOMPARE(view.model().at(0).info.scope, QStringLiteral("docker.io/team"));
    QCOMPARE(view.model().at(0).info.place, CredentialPlace::File);

    view.findChild<QTableView *>()->setCurrentIndex(view.model().index(0, 0));
    view.findChild<QAction *>(QStringLiteral("logOut"))->trigger();
    auto *const question = desktop.dialog<QMessageBox>();
    QVERIFY(question);
    const QList<QAbstractButton *> buttons = question->buttons();
    for (QAbstractButton *button : buttons) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_COMPARE(view.model().rowCount(), 0);
}

void TestCredentialsView::tellsARefusal()
{
    UpstreamDesktop desktop;
    desktop.hub.requireBasic("me", "right");
    startWithList(desktop);
    LoginDialog dialog(desktop.engine, {QStringLiteral("docker.io")}, {}, &desktop.page);
    dialog.show();
    lineOf(dialog, "user")->setText(QStringLiteral("me"));
    lineOf(dialog, "password")->setText(QStringLiteral("wrong-secret"));
    buttonOf(dialog, "send")->click();
    auto *const error = dialog.findChild<MessageLine *>();
    QTRY_VERIFY(error->isVisible());
    QVERIFY(dialog.isVisible());
    QVERIFY(!error->text().isEmpty());
    QVERIFY(!error->text().contains(QStringLiteral("wrong-secret")));
    QVERIFY(lineOf(dialog, "password")->text().isEmpty());
    QCOMPARE(desktop.page.credentials().model().rowCount(), 0);
}

void TestCredentialsView::importsFromDocker()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    const QString path = desktop.folder.filePath(QStringLiteral("config.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    // me:a-secret
    file.write(R"({"auths": {"quay.io": {"auth": "bWU6YS1zZWNyZXQ="},)"
               R"("registry.example.com": {"auth": "bWU6YS1zZWNyZXQ="}}})");
    file.close();
    CredentialImportDialog dialog(desktop.engine, &desktop.page);
    dialog.show();
    dialog.setFile(path);
    QTRY_COMPARE(dialog.taken().rowCount(), 1);
    QVERIFY(dialog.restText().contains(QStringLiteral("registry.example.com")));
    QVERIFY(!dialog.restText().contains(QStringLiteral("secret")));
    // So far it was a look.
    QCOMPARE(desktop.page.credentials().model().rowCount(), 0);
    QTRY_VERIFY(buttonOf(dialog, "import")->isEnabled());
    // As a person does, who comes from the field of the path.
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    dialog.findChild<QComboBox *>()->setFocus();
    QTest::mouseClick(buttonOf(dialog, "import"), Qt::LeftButton);
    QTRY_VERIFY(!buttonOf(dialog, "import")->isVisible());
    QTRY_COMPARE(desktop.page.credentials().model().rowCount(), 1);
    QCOMPARE(desktop.page.credentials().model().at(0).info.scope, QStringLiteral("quay.io"));
}

void TestCredentialsView::tellsAFileThatIsNone()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    CredentialImportDialog dialog(desktop.engine, &desktop.page);
    dialog.show();
    auto *const error = dialog.findChild<MessageLine *>();
    dialog.setFile(desktop.folder.filePath(QStringLiteral("none.json")));
    QTRY_VERIFY(error->text().contains(QStringLiteral("there is no such file")));
    dialog.setFile(desktop.configFile());
    QTRY_VERIFY(error->isVisible() && !error->text().contains(QStringLiteral("no such file")));
    QVERIFY(!buttonOf(dialog, "import")->isEnabled());
}

QTEST_MAIN(TestCredentialsView)
#include "tst_credentialsview.moc"
