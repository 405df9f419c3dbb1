// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with the whole window over a real engine that the button of what needs attention leads to
// where it is mended, with what it is about.
#include "dialogs/logindialog.h"
#include "dialogs/upstreamdialog.h"
#include "dialogs/upstreamform.h"
#include "pages/overviewpage.h"
#include "walkedwindow.h"
#include "widgets/registriesview.h"

#include <QComboBox>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

using Action = AttentionItem::Action;
using Page = MainWindow::Page;

void mend(const WalkedWindow &walked, Action action, const QString &subject)
{
    Q_EMIT walked.window.findChild<OverviewPage *>()->actionRequested(action, subject);
}

/// The dialog of this kind that is open; nullptr: none is yet.
template <typename Dialog>
Dialog *dialogOf(const WalkedWindow &walked)
{
    auto *const dialog = walked.window.findChild<Dialog *>();
    return dialog != nullptr && dialog->isVisible() ? dialog : nullptr;
}

} // namespace

Q_DECLARE_METATYPE(Action)
Q_DECLARE_METATYPE(Page)

class TestMending final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePage_data();
    void showsThePage();
    void showsTheUpstream();
    void logsIn();
    void logsInToNoOther();
    void addsAnUpstream();
};

void TestMending::showsThePage_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<Page>("page");
    QTest::newRow("settings") << Action::ShowSettings << Page::Settings;
    QTest::newRow("upstreams") << Action::ShowUpstreams << Page::Upstreams;
    QTest::newRow("images") << Action::ShowImages << Page::Images;
    QTest::newRow("clients") << Action::ShowClients << Page::Clients;
    QTest::newRow("this computer") << Action::ShowComputer << Page::Computer;
}

void TestMending::showsThePage()
{
    QFETCH(const Action, action);
    QFETCH(const Page, page);
    WalkedWindow walked;
    mend(walked, action, {});
    QCOMPARE(walked.window.page(), page);
}

void TestMending::showsTheUpstream()
{
    WalkedWindow walked;
    walked.start();
    const auto *const view = walked.window.findChild<RegistriesView *>();
    for (const char *registry : {"quay.io", "docker.io"}) {
        const QString name = QString::fromLatin1(registry);
        mend(walked, Action::ShowUpstreams, name);
        QCOMPARE(walked.window.page(), Page::Upstreams);
        QTRY_COMPARE(view->chosen(), name);
    }
}

void TestMending::logsIn()
{
    WalkedWindow walked;
    walked.start();
    mend(walked, Action::LogIn, QStringLiteral("quay.io"));
    QCOMPARE(walked.window.page(), Page::Upstreams);
    QTRY_VERIFY(dialogOf<LoginDialog>(walked));
    QCOMPARE(dialogOf<LoginDialog>(walked)->findChild<QComboBox *>()->currentText(),
             QStringLiteral("quay.io"));
    // Once: the next news opens it no more.
    dialogOf<LoginDialog>(walked)->reject();
    QTRY_VERIFY(!walked.window.findChild<LoginDialog *>());
    auto *const view = walked.window.findChild<RegistriesView *>();
    Q_EMIT view->changed();
    walked.awaitAnswers();
    QVERIFY(!walked.window.findChild<LoginDialog *>());
}

/// It was removed meanwhile.
void TestMending::logsInToNoOther()
{
    WalkedWindow walked;
    walked.start();
    mend(walked, Action::LogIn, QStringLiteral("none.example"));
    QTRY_VERIFY(!walked.window.findChild<RegistriesView *>()->chosen().isEmpty());
    QVERIFY(!walked.window.findChild<LoginDialog *>());
}

void TestMending::addsAnUpstream()
{
    WalkedWindow walked;
    walked.start();
    mend(walked, Action::AddUpstream, QStringLiteral("gcr.example"));
    QCOMPARE(walked.window.page(), Page::Upstreams);
    QTRY_VERIFY(dialogOf<UpstreamDialog>(walked));
    QCOMPARE(dialogOf<UpstreamDialog>(walked)->form().registry(), QStringLiteral("gcr.example"));
}

QTEST_MAIN(TestMending)
#include "tst_mending.moc"
