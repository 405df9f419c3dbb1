// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with a real engine and scripted registries that the page tells how upstreams are while it
// is seen, and adds, edits, disables, removes and tests them.
#include "controlwalk.h"
#include "dialogs/upstreamdialog.h"
#include "dialogs/upstreamform.h"
#include "dialogs/upstreamtestdialog.h"
#include "theme.h"
#include "upstreamdesktop.h"
#include "widgets/noticebar.h"
#include "widgets/registriesview.h"
#include "widgets/suggestionlist.h"
#include "widgets/upstreamdetails.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QTcpSocket>
#include <QUrl>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

const QString quayName = QStringLiteral("quay.io");

void press(const QWidget &parent, const char *name)
{
    auto *const button = parent.findChild<QPushButton *>(QString::fromLatin1(name));
    QVERIFY2(button, name);
    button->click();
}

void trigger(const QWidget &parent, const char *name)
{
    auto *const action = parent.findChild<QAction *>(QString::fromLatin1(name));
    QVERIFY2(action, name);
    QVERIFY2(action->isEnabled(), name);
    action->trigger();
}

bool isSendable(const QWidget &dialog)
{
    return dialog.findChild<QPushButton *>(QStringLiteral("send"))->isEnabled();
}

} // namespace

class TestUpstreamsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnlyWhileItIsSeen();
    void tellsAStoppedCache();
    void choosesWhatIsWanted();
    void addsAKnownRegistry();
    void addsAnotherRegistry();
    void edits();
    void showsProblemsWhereTheyAre();
    void tellsWhatTheEngineRefuses();
    void disablesAndEnables();
    void removesWhenThatIsConfirmed();
    void tellsThatNothingIsKept();
    void tests();
    void closesATestThatRuns();
    void offersWhatClientsAskFor();
    void worksOffline();
    void takesTheColoursOfThePalette();
    void showsEachColumn();

private:
    static QStringList registries(UpstreamDesktop &desktop)
    {
        QStringList names;
        const UpstreamModel &model = desktop.page.registries().model();
        for (int row = 0; row < model.rowCount(); ++row)
            names += model.at(row).key();
        return names;
    }

    static void startWithList(UpstreamDesktop &desktop)
    {
        desktop.start();
        QTRY_COMPARE(registries(desktop).size(), 2);
    }
};

void TestUpstreamsPage::asksOnlyWhileItIsSeen()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    QVERIFY(desktop.page.isPolling());
    QCOMPARE(desktop.page.registries().chosen(), QStringLiteral("docker.io"));
    desktop.page.hide();
    QVERIFY(!desktop.page.isPolling());
    desktop.page.show();
    QVERIFY(desktop.page.isPolling());
    // The details have what is configured.
    auto *const details = desktop.page.findChild<UpstreamDetails *>();
    QTRY_VERIFY(details->lines().contains(QStringLiteral("latest: again after 5 min")));
}

void TestUpstreamsPage::tellsAStoppedCache()
{
    UpstreamDesktop desktop;
    desktop.page.show();
    QVERIFY(!desktop.page.isPolling());
    QVERIFY(!desktop.page.registries().isVisible());
    startWithList(desktop);
    QVERIFY(desktop.page.registries().isVisible());
    desktop.engine.stop();
    QTRY_COMPARE(desktop.engine.state(), EngineState::Stopped);
    QVERIFY(!desktop.page.isPolling());
    QVERIFY(!desktop.page.registries().isVisible());
}

/// Before it is known which there are, and from the other tab.
void TestUpstreamsPage::choosesWhatIsWanted()
{
    UpstreamDesktop desktop;
    desktop.page.choose(quayName);
    desktop.start();
    QTRY_COMPARE(desktop.page.registries().chosen(), quayName);
    auto *const tabs = desktop.page.findChild<QTabWidget *>();
    tabs->setCurrentIndex(1);
    desktop.page.choose(QStringLiteral("docker.io"));
    QCOMPARE(tabs->currentWidget(), &desktop.page.registries());
    QCOMPARE(desktop.page.registries().chosen(), QStringLiteral("docker.io"));
    desktop.page.choose(QStringLiteral("none.example"));
    QCOMPARE(desktop.page.registries().chosen(), QStringLiteral("docker.io"));
}

void TestUpstreamsPage::addsAKnownRegistry()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    press(desktop.page, "add");
    auto *const dialog = desktop.dialog<UpstreamDialog>();
    QVERIFY(dialog);
    QVERIFY(!isSendable(*dialog));
    auto *const known = dialog->findChild<QListWidget *>(QStringLiteral("known"));
    int chosen = -1;
    for (int row = 0; row < known->count(); ++row) {
        const QString name = known->item(row)->data(Qt::UserRole).toString();
        // What is an upstream already cannot be chosen.
        QCOMPARE(known->item(row)->flags() == Qt::NoItemFlags,
                 name == quayName || name == QLatin1String("docker.io"));
        if (name == QLatin1String("ghcr.io"))
            chosen = row;
    }
    QVERIFY(chosen >= 0);
    known->setCurrentRow(chosen);
    QVERIFY(isSendable(*dialog));
    press(*dialog, "send");
    QTRY_VERIFY(registries(desktop).contains(QStringLiteral("ghcr.io")));
    QVERIFY(desktop.configText().contains("- registry: ghcr.io"));
    QVERIFY(desktop.configText().contains("docker.io # the hub"));
}

void TestUpstreamsPage::addsAnotherRegistry()
{
    UpstreamDesktop desktop;
    const ScriptedRegistry other;
    startWithList(desktop);
    desktop.page.registries().add({});
    auto *const dialog = desktop.dialog<UpstreamDialog>();
    QVERIFY(dialog);
    dialog->form().field("registry")->setText(QStringLiteral("registry.example.com"));
    dialog->form().field("url")->setText(QString::fromStdString(other.url()));
    dialog->form().field("aliases")->setItems({QStringLiteral("example")});
    QTRY_VERIFY(isSendable(*dialog));
    press(*dialog, "send");
    QTRY_VERIFY(registries(desktop).contains(QStringLiteral("registry.example.com")));
    QVERIFY(desktop.configText().contains(QByteArray::fromStdString(other.url())));
    QVERIFY(desktop.configText().contains("aliases: [example]"));
    QVERIFY(!desktop.configText().contains("tagRules"));
}

void TestUpstreamsPage::edits()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    desktop.page.registries().choose(quayName);
    trigger(desktop.page, "edit");
    auto *const dialog = desktop.dialog<UpstreamDialog>();
    QVERIFY(dialog);
    QVERIFY(!isSendable(*dialog)); // nothing is changed yet
    UpstreamForm &form = dialog->form();
    QCOMPARE(form.field("url")->text(), QString::fromStdString(desktop.quay.url()));
    form.field("fallbackUrls")->setItems({QString::fromStdString(desktop.hub.url())});
    form.field("redirectHosts")->setItems({QStringLiteral("cdn.corp.example")});
    QTRY_VERIFY(isSendable(*dialog));
    press(*dialog, "send");
    QTRY_VERIFY(desktop.configText().contains("redirectHosts: [cdn.corp.example]"));
    QVERIFY(desktop.configText().contains("fallbackUrls: [\"" +
                                          QByteArray::fromStdString(desktop.hub.url())) ||
            desktop.configText().contains("fallbackUrls: [" +
                                          QByteArray::fromStdString(desktop.hub.url())));
    auto *const details = desktop.page.findChild<UpstreamDetails *>();
    QTRY_VERIFY(details->lines().join(u'\n').contains(QString::fromStdString(desktop.hub.url())));
}

void TestUpstreamsPage::showsProblemsWhereTheyAre()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    desktop.page.registries().choose(quayName);
    trigger(desktop.page, "edit");
    auto *const dialog = desktop.dialog<UpstreamDialog>();
    QVERIFY(dialog);
    UpstreamForm &form = dialog->form();
    form.field("url")->setText(QStringLiteral("ftp://quay.io"));
    QTRY_VERIFY(form.problemAt("url").contains(QStringLiteral("expected a URL")));
    QVERIFY(!isSendable(*dialog));
    form.field("url")->setText(QStringLiteral("https://quay.io"));
    QTRY_VERIFY(form.problemAt("url").isEmpty() && isSendable(*dialog));
    // Taken by another upstream, on another tab, which is marked.
    form.field("aliases")->setItems({QStringLiteral("q"), QStringLiteral("docker.io")});
    QTRY_VERIFY(form.problemAt("aliases").startsWith(QStringLiteral("Line 2: ")));
    QVERIFY(form.tabIcon(0).isNull());
    QVERIFY(!form.tabIcon(1).isNull());
}

void TestUpstreamsPage::tellsWhatTheEngineRefuses()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    desktop.page.registries().add(QStringLiteral("ghcr.io"));
    auto *const dialog = desktop.dialog<UpstreamDialog>();
    QVERIFY(dialog);
    // The file becomes one that cannot be edited.
    QFile file(desktop.configFile());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1\nupstreams: nonsense\n");
    file.close();
    press(*dialog, "send");
    QTRY_VERIFY(isSendable(*dialog));
    QVERIFY(dialog->isVisible());
    const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(QStringLiteral("upstreams"));
    }));
}

void TestUpstreamsPage::disablesAndEnables()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    RegistriesView &view = desktop.page.registries();
    view.choose(quayName);
    trigger(desktop.page, "switch");
    const auto isEnabled = [&view] {
        return view.model().at(view.model().rowOf(quayName)).status.isEnabled;
    };
    QTRY_VERIFY(!isEnabled());
    QVERIFY(desktop.configText().contains("enabled: false"));
    QCOMPARE(view.chosen(), quayName);
    QVERIFY(!desktop.page.findChild<QAction *>(QStringLiteral("test"))->isEnabled());
    trigger(desktop.page, "switch");
    QTRY_VERIFY(isEnabled());
    QVERIFY(!desktop.configText().contains("enabled"));
}

void TestUpstreamsPage::removesWhenThatIsConfirmed()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    desktop.page.registries().choose(quayName);
    trigger(desktop.page, "remove");
    auto *question = desktop.dialog<QMessageBox>();
    QVERIFY(question);
    question->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!desktop.dialog<QMessageBox>());
    QVERIFY(desktop.configText().contains(quayName.toUtf8()));

    trigger(desktop.page, "remove");
    question = desktop.dialog<QMessageBox>();
    QVERIFY(question);
    const QList<QAbstractButton *> buttons = question->buttons();
    for (QAbstractButton *button : buttons) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_COMPARE(registries(desktop), QStringList{QStringLiteral("docker.io")});
    QVERIFY(!desktop.configText().contains(quayName.toUtf8()));
}

void TestUpstreamsPage::tellsThatNothingIsKept()
{
    UpstreamDesktop desktop;
    Config config = *Engine::loadConfig(desktop.configFile()).config;
    config.file.clear();
    config.accessLog = false;
    desktop.engine.start(config);
    QTRY_COMPARE(desktop.engine.state(), EngineState::Running);
    desktop.page.show();
    QTRY_COMPARE(registries(desktop).size(), 2);
    desktop.page.registries().choose(quayName);
    trigger(desktop.page, "switch");
    QTRY_COMPARE(desktop.page.noticeBar().notices().size(), 1);
    QVERIFY(desktop.page.noticeBar().notices().constFirst().text.contains(
        QStringLiteral("there is no configuration file")));
}

void TestUpstreamsPage::tests()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    desktop.quay.requireBasic("me", "right");
    desktop.page.registries().choose(quayName);
    trigger(desktop.page, "test");
    auto *const dialog = desktop.dialog<UpstreamTestDialog>();
    QVERIFY(dialog);
    QTRY_VERIFY(!dialog->isRunning());
    const QString text = dialog->lines().join(u'\n');
    QVERIFY2(text.contains(QString::fromStdString(desktop.quay.url())), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Reachable in ")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("there is none")), qPrintable(text));
}

void TestUpstreamsPage::closesATestThatRuns()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    desktop.quay.addFault("/v2/", {.isHeld = true});
    desktop.page.registries().choose(quayName);
    trigger(desktop.page, "test");
    auto *const dialog = desktop.dialog<UpstreamTestDialog>();
    QVERIFY(dialog && dialog->isRunning());
    dialog->reject();
    QTRY_VERIFY(desktop.page.findChildren<UpstreamTestDialog *>().isEmpty());
    desktop.quay.release("/v2/");
}

void TestUpstreamsPage::offersWhatClientsAskFor()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    const QUrl address(desktop.engine.addresses().constFirst());
    QTcpSocket client;
    client.connectToHost(address.host(), static_cast<quint16>(address.port()));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.write("GET /v2/org/app/manifests/1?ns=gcr.io HTTP/1.1\r\nHost: a\r\n"
                 "Connection: close\r\n\r\n");
    auto *const list = desktop.page.findChild<SuggestionList *>();
    QTRY_VERIFY(list->isVisible());
    list->findChild<QPushButton *>()->click();
    auto *const dialog = desktop.dialog<UpstreamDialog>();
    QVERIFY(dialog);
    QCOMPARE(dialog->form().registry(), QStringLiteral("gcr.io"));
    QVERIFY(isSendable(*dialog));
    press(*dialog, "send");
    QTRY_VERIFY(!list->isVisible());
}

void TestUpstreamsPage::worksOffline()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    auto *const offline = desktop.page.findChild<QPushButton *>(QStringLiteral("workOffline"));
    QVERIFY(offline && !offline->isChecked());
    // Where the others stand.
    const auto *const add = desktop.page.findChild<QPushButton *>(QStringLiteral("add"));
    const auto place = [&desktop](const QWidget *button) {
        return button->mapTo(&desktop.page, QPoint());
    };
    QCOMPARE(place(offline).y(), place(add).y());
    QCOMPARE(offline->height(), add->height());
    QVERIFY(place(offline).x() > place(add).x());
    offline->click();
    QTRY_VERIFY(desktop.engine.isOffline());
    QTRY_VERIFY(desktop.page.registries().model().at(0).isOffline);
    desktop.engine.setOffline(false); // from elsewhere
    QTRY_VERIFY(!offline->isChecked());
}

/// The ground of the details is that of the card around them, and their legend is in the colours of
/// the chart, when the palette changes too.
void TestUpstreamsPage::takesTheColoursOfThePalette()
{
    UpstreamDesktop desktop;
    startWithList(desktop);
    auto *const details = desktop.page.findChild<UpstreamDetails *>();
    const auto ground = [&desktop, details] {
        const QPoint corner = details->mapTo(&desktop.page, QPoint(4, 4));
        return desktop.page.grab().toImage().pixelColor(corner).name();
    };
    const auto legend = [details] {
        const QList<QLabel *> labels = details->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->textFormat() == Qt::RichText)
                return label->text();
        }
        return QString();
    };
    const auto sign = [details] {
        return details->findChild<QLabel *>(QStringLiteral("sign"))->pixmap().toImage();
    };
    const QPalette light = QApplication::palette();
    QVERIFY(light.base() != light.window());
    QCOMPARE(ground(), light.color(QPalette::Base).name());
    QVERIFY(legend().contains(resultColour(CacheResult::Hit, light).name()));
    const QImage before = sign();
    const PaletteChange change(PaletteChange::dark());
    const QPalette dark = QApplication::palette();
    QCOMPARE(ground(), dark.color(QPalette::Base).name());
    QVERIFY(legend().contains(resultColour(CacheResult::Hit, dark).name()));
    QTRY_VERIFY(sign() != before);
}

/// Without scrolling, in a small window: the servers, too; texts stand before numbers.
void TestUpstreamsPage::showsEachColumn()
{
    UpstreamDesktop desktop;
    desktop.page.resize(830, 700);
    startWithList(desktop);
    const auto *const table = desktop.page.registries().findChild<QTableView *>();
    QVERIFY(table);
    QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
    const QHeaderView *header = table->horizontalHeader();
    const QModelIndex servers = table->model()->index(0, UpstreamModel::ServersColumn);
    QVERIFY(header->sectionSize(UpstreamModel::ServersColumn) >
            table->fontMetrics().horizontalAdvance(servers.data().toString()));
    bool isNumber = false;
    for (int column = 0; column < UpstreamModel::ColumnCount; ++column) {
        QVERIFY(header->sectionSize(column) >= header->sectionSizeHint(column));
        const QVariant alignment =
            table->model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        const bool isTrailing = alignment.value<Qt::Alignment>().testFlag(Qt::AlignTrailing);
        QVERIFY2(isTrailing || !isNumber, qPrintable(QString::number(column)));
        isNumber = isTrailing;
    }
}

QTEST_MAIN(TestUpstreamsPage)
#include "tst_upstreamspage.moc"
