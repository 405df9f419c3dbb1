// SPDX-License-Identifier: GPL-3.0-or-later
// Walks every dialog as the pages are walked: names, Tab, mnemonics, and nothing cut off, from
// right to left and at twice the size of letters too.
#include "controlwalk.h"
#include "dialogs/closequestion.h"
#include "dialogs/credentialimportdialog.h"
#include "dialogs/imageexportdialog.h"
#include "dialogs/imageimportdialog.h"
#include "dialogs/logindialog.h"
#include "dialogs/prefetchdialog.h"
#include "dialogs/purgedialog.h"
#include "dialogs/upstreamdialog.h"
#include "dialogs/upstreamtestdialog.h"
#include "settings/userdialog.h"
#include "setup/probedialog.h"
#include "setup/snippetdialog.h"
#include "walkedwindow.h"
#include "widgets/attentioncard.h"
#include "widgets/registriesview.h"

#include <QAction>
#include <QMessageBox>

#include <functional>
#include <memory>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

/// Makes a dialog of the window, or lets the window make it.
using Maker = std::function<QDialog *(WalkedWindow &)>;

const QStringList registries{QStringLiteral("docker.io"), QStringLiteral("quay.io")};

CacheEndpoint cache()
{
    CacheEndpoint endpoint;
    endpoint.host = QStringLiteral("192.168.0.80");
    endpoint.port = 5000;
    return endpoint;
}

UpstreamConfig hub()
{
    UpstreamConfig upstream;
    upstream.registry = "docker.io";
    upstream.url = "https://registry-1.docker.io";
    return upstream;
}

QDialog *opened(const QWidget &window)
{
    const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    const auto found = std::find_if(dialogs.cbegin(), dialogs.cend(),
                                    [](const QDialog *one) { return one->isVisible(); });
    return found == dialogs.cend() ? nullptr : *found;
}

/// What a page asks before it does something.
QDialog *triggered(WalkedWindow &walked, const char *name)
{
    walked.show(MainWindow::Page::Upstreams);
    auto *const view = walked.window.findChild<RegistriesView *>();
    (void)QTest::qWaitFor([view] { return !view->chosen().isEmpty(); }, patienceMs);
    view->findChild<QAction *>(QString::fromLatin1(name))->trigger();
    return opened(walked.window);
}

QDialog *newAuthority(WalkedWindow &walked)
{
    Q_EMIT walked.window.findChild<AttentionCard *>()->actionRequested(
        AttentionItem::Action::RenewAuthority, {});
    return opened(walked.window);
}

QDialog *about(WalkedWindow &walked)
{
    const QList<QAction *> menus = walked.window.menuBar()->actions();
    menus.constLast()->menu()->actions().constLast()->trigger();
    return opened(walked.window);
}

void addDialogs()
{
    QTest::addColumn<Maker>("make");
    const auto row = [](const char *name, const Maker &make) {
        QTest::newRow(name) << make;
    };
    row("snippets", [](WalkedWindow &at) {
        return new SnippetDialog(at.setUp, cache(), registries, &at.window);
    });
    row("probe", [](WalkedWindow &at) {
        return new ProbeDialog(at.setUp, cache(), registries, &at.window);
    });
    row("purge",
        [](WalkedWindow &at) { return new PurgeDialog(at.engine, {.isAll = true}, &at.window); });
    row("prefetch", [](WalkedWindow &at) { return new PrefetchDialog(at.engine, &at.window); });
    row("new upstream", [](WalkedWindow &at) {
        return new UpstreamDialog(at.engine, UpstreamSettings(), QString(), &at.window);
    });
    row("upstream", [](WalkedWindow &at) {
        return new UpstreamDialog(at.engine, UpstreamSettings(), hub(), &at.window);
    });
    row("test of an upstream", [](WalkedWindow &at) {
        return new UpstreamTestDialog(at.engine, QStringLiteral("docker.io"), &at.window);
    });
    row("login", [](WalkedWindow &at) {
        return new LoginDialog(at.engine, registries, registries[0], &at.window);
    });
    row("import of credentials",
        [](WalkedWindow &at) { return new CredentialImportDialog(at.engine, &at.window); });
    row("export", [](WalkedWindow &at) {
        return new ImageExportDialog(at.engine, {"docker.io/library/alpine:3.19"}, &at.window);
    });
    row("import", [](WalkedWindow &at) { return new ImageImportDialog(at.engine, &at.window); });
    row("user", [](WalkedWindow &at) { return new UserDialog(&at.window); });
    row("closing", [](WalkedWindow &at) { return new CloseQuestion(&at.window); });
    row("removal of an upstream", [](WalkedWindow &at) { return triggered(at, "remove"); });
    row("about", about);
    row("new authority", newAuthority);
}

} // namespace

Q_DECLARE_METATYPE(Maker)

class DialogsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void namesEveryControl_data() { addDialogs(); }

    void namesEveryControl();

    void reachesEveryControlByTab_data() { addDialogs(); }

    void reachesEveryControlByTab();

    void goesDownByTab_data() { addDialogs(); }

    void goesDownByTab();

    void sharesNoMnemonic_data() { addDialogs(); }

    void sharesNoMnemonic();

    void fits_data() { addDialogs(); }

    void fits();

    void speaksEachLanguage_data() { addDialogs(); }

    void speaksEachLanguage();

private:
    QDialog *open(const Maker &make);

    std::unique_ptr<WalkedWindow> m_walked;
};

void DialogsTest::cleanup()
{
    m_walked.reset();
}

QDialog *DialogsTest::open(const Maker &make)
{
    m_walked = std::make_unique<WalkedWindow>();
    m_walked->start();
    // No registry is asked.
    m_walked->engine.setOffline(true);
    QDialog *const dialog = make(*m_walked);
    if (!dialog)
        return nullptr;
    dialog->show();
    m_walked->awaitAnswers();
    return dialog;
}

void DialogsTest::namesEveryControl()
{
    QFETCH(Maker, make);
    QDialog *const dialog = open(make);
    QVERIFY(dialog);
    QVERIFY(!dialog->windowTitle().isEmpty());
    forEachTab(*dialog, [dialog] { haveNames(*dialog); });
}

void DialogsTest::reachesEveryControlByTab()
{
    QFETCH(Maker, make);
    QDialog *const dialog = open(make);
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    // Something has the focus from the start.
    QTRY_VERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    forEachTab(*dialog, [dialog] { areReachedByTab(*dialog); });
}

void DialogsTest::goesDownByTab()
{
    QFETCH(Maker, make);
    QDialog *const dialog = open(make);
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    forEachTab(*dialog, [dialog] { goDownByTab(*dialog); });
}

void DialogsTest::sharesNoMnemonic()
{
    QFETCH(Maker, make);
    QDialog *const dialog = open(make);
    QVERIFY(dialog);
    forEachTab(*dialog, [dialog] { shareNoMnemonic(mnemonicTexts(*dialog)); });
}

void DialogsTest::fits()
{
    QFETCH(Maker, make);
    for (const bool isLarge : {false, true}) {
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            const ReadingChange reading(isLarge, direction);
            QDialog *const dialog = open(make);
            QVERIFY(dialog);
            const QSize room = isLarge ? QSize(1900, 1300) : QSize(1000, 700);
            const QSize needed = dialog->minimumSizeHint().expandedTo(dialog->minimumSize());
            QVERIFY2(needed.width() <= room.width() && needed.height() <= room.height(),
                     qPrintable(QStringLiteral("%1x%2").arg(needed.width()).arg(needed.height())));
            forEachTab(*dialog, [dialog] { areNotCutOff(*dialog); });
            if (QTest::currentTestFailed())
                return;
            delete dialog;
        }
    }
}

void DialogsTest::speaksEachLanguage()
{
    QFETCH(Maker, make);
    for (const QString &language : availableLanguages()) {
        const LanguageChange words(language);
        QDialog *const dialog = open(make);
        QVERIFY(dialog);
        forEachTab(*dialog, [dialog] {
            areNotCutOff(*dialog);
            shareNoMnemonic(mnemonicTexts(*dialog));
        });
        QVERIFY2(!QTest::currentTestFailed(), qPrintable(language));
    }
}

QTEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
