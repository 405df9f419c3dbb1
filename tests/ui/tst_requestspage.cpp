// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with the page itself that requests are found by what they are about, grouped, told of in
// detail, with the real engine what upstream was asked, copied and exported, and that the log stays
// where one looks.
#include "engine.h"
#include "models/pullmodel.h"
#include "pages/requestspage.h"
#include "records.h"
#include "support/scriptedregistry.h"
#include "widgets/exportline.h"
#include "widgets/pulltree.h"
#include "widgets/requestdetails.h"
#include "widgets/requestfilterbar.h"
#include "widgets/requestlog.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace lanyard;
using namespace lanyard::ui;
using lanyard::uitest::makePull;
using lanyard::uitest::makeRecords;

namespace {

/// The page over a log, and an engine that does not run until it is started.
class Bench final
{
public:
    explicit Bench(int rows = 100'000)
        : model(rows)
        , page(model, engine)
    {
        page.resize(1000, 600);
        page.show();
    }

    Q_DISABLE_COPY_MOVE(Bench)

    QAction &action(const QString &text)
    {
        for (QAction *each : page.findChildren<QAction *>()) {
            if (each->text().remove(u'&') == text)
                return *each;
        }
        qFatal("no such action");
    }

    RequestLog &log() { return page.log(); }

    void choose(int row) { log().view().setCurrentIndex(log().view().model()->index(row, 0)); }

    RequestModel model;
    Engine engine;
    RequestsPage page;
};

} // namespace

class RequestsPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void narrows_data();
    void narrows();
    void offersWhatWasSeen();
    void completesWhatIsTyped();
    void completesAsOneTypes();
    void tellsOfTheChosenRow();
    void keepsDetailsOfARowThatGoes();
    void tellsWhatUpstreamWasAsked();
    void groupsPulls();
    void followsTheNewest_data();
    void followsTheNewest();
    void staysWithWhatIsSeen_data();
    void staysWithWhatIsSeen();
    void keepsTheCurrentRow();
    void copies();
    void exports();
    void tellsThatAnExportFailed();
    void remembersItsLayout();
    void leavesRoomForNames();
};

void RequestsPageTest::narrows_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("shown");
    QTest::newRow("client") << QStringLiteral("Only this client") << 0 << 3;
    QTest::newRow("image") << QStringLiteral("Only this image") << 2 << 2;
    QTest::newRow("upstream") << QStringLiteral("Only this upstream") << 0 << 4;
}

void RequestsPageTest::narrows()
{
    QFETCH(const QString, action);
    QFETCH(const int, row);
    QFETCH(const int, shown);
    Bench bench;
    bench.model.append(makeRecords(1, 6));
    QCOMPARE(bench.log().shownCount(), 6);
    bench.choose(row);
    bench.action(action).trigger();
    QCOMPARE(bench.log().shownCount(), shown);
    bench.page.filterBar().reset();
    QCOMPARE(bench.log().shownCount(), 6);
}

void RequestsPageTest::offersWhatWasSeen()
{
    Bench bench;
    bench.model.append(makeRecords(1, 6));
    QComboBox *clients = bench.page.findChildren<QComboBox *>().constFirst();
    QCOMPARE(clients->count(), 3);
    QCOMPARE(clients->itemText(1), QStringLiteral("192.168.0.20"));
    clients->setCurrentIndex(2);
    QCOMPARE(bench.log().shownCount(), 3);
    // A new one above it changes no choice.
    QList<RequestRecord> records = makeRecords(7, 1);
    records[0].client = "10.0.0.1";
    bench.model.append(records);
    QCOMPARE(clients->count(), 4);
    QCOMPARE(clients->currentText(), QStringLiteral("192.168.0.21"));
    QCOMPARE(bench.log().shownCount(), 3);
}

/// The last word: to a place to look in, or to an image that was seen; all of it finds that image.
void RequestsPageTest::completesWhatIsTyped()
{
    Bench bench;
    bench.model.append(makeRecords(1, 6));
    auto *const line = bench.page.findChild<QLineEdit *>();
    QCompleter &completer = *line->completer();
    const auto offered = [&completer](const QString &typed) {
        completer.setCompletionPrefix(typed);
        QStringList all;
        for (int i = 0; i < completer.completionCount(); ++i) {
            completer.setCurrentRow(i);
            all += completer.currentCompletion();
        }
        return all;
    };
    QCOMPARE(offered(QStringLiteral("ups")), QStringList{QStringLiteral("upstream:")});
    QCOMPARE(
        offered(QStringLiteral("IMA")),
        QStringList({QStringLiteral("image:"), QStringLiteral("image:docker.io/library/alpine"),
                     QStringLiteral("image:quay.io/org/app")}));
    QCOMPARE(offered(QStringLiteral("latest org/")),
             QStringList{QStringLiteral("latest image:quay.io/org/app")});
    QCOMPARE(offered(QStringLiteral("latest ")), QStringList());
    bench.page.filterBar().setText(offered(QStringLiteral("org/")).constFirst());
    QCOMPARE(bench.log().shownCount(), 2);
}

void RequestsPageTest::completesAsOneTypes()
{
    Bench bench;
    bench.model.append(makeRecords(1, 6));
    QVERIFY(QTest::qWaitForWindowActive(&bench.page));
    auto *const line = bench.page.findChild<QLineEdit *>();
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("latest org"));
    QAbstractItemView *popup = line->completer()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    QCOMPARE(line->text(), QStringLiteral("latest image:quay.io/org/app"));
    QTRY_COMPARE(bench.log().shownCount(), 2);
}

void RequestsPageTest::tellsOfTheChosenRow()
{
    Bench bench;
    QList<RequestRecord> records = makePull(1, 3);
    records[1].headers = "Authorization: (hidden)\n";
    bench.model.append(records);
    QVERIFY(!bench.page.details().isVisible());
    bench.choose(1);
    QTest::keyClick(&bench.log().view(), Qt::Key_Return);
    QVERIFY(bench.page.details().isVisible());
    QVERIFY(bench.page.details().text().contains(QStringLiteral("Authorization: (hidden)")));
    bench.choose(0);
    QTRY_VERIFY(!bench.page.details().text().contains(QStringLiteral("Authorization")));
    bench.action(QStringLiteral("Details")).toggle();
    QVERIFY(!bench.page.details().isVisible());
}

void RequestsPageTest::keepsDetailsOfARowThatGoes()
{
    Bench bench(3);
    bench.model.append(makePull(1, 3));
    bench.page.setDetailsShown(true);
    bench.choose(0);
    QTRY_VERIFY(bench.page.details().text().contains(QStringLiteral("org/app")));
    bench.model.append(makeRecords(4, 3));
    QTest::qWait(100); // longer than the keys have to rest
    QVERIFY(bench.page.details().text().contains(QStringLiteral("org/app")));
    bench.page.clear();
    QCOMPARE(bench.page.details().text(), QString());
}

void RequestsPageTest::tellsWhatUpstreamWasAsked()
{
    test::ScriptedRegistry registry;
    registry.addManifest("library/app", "latest", "application/vnd.oci.image.manifest.v1+json",
                         R"({"schemaVersion":2,"layers":[]})");
    const QTemporaryDir folder;
    Bench bench;
    Config config = Engine::defaultConfig();
    config.listen = {{.address = {.host = "127.0.0.1", .port = 0}}};
    config.dataDirectory = folder.path();
    config.accessLog = false;
    config.upstreams = {{.registry = "docker.io", .url = registry.url()}};
    bench.engine.start(config);
    QTRY_COMPARE(bench.engine.state(), EngineState::Running);
    const QUrl address(bench.engine.addresses().constFirst());
    QTcpSocket socket;
    socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
    socket.write("GET /v2/library/app/manifests/latest HTTP/1.1\r\nHost: a\r\n"
                 "Authorization: Basic U0VDUkVU\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(bench.engine.recordsSince(0, 10).size(), 1);
    bench.model.append(bench.engine.recordsSince(0, 10));
    bench.page.setDetailsShown(true);
    bench.choose(0);
    const QString asked = QString::fromStdString("GET " + registry.hostPort());
    QTRY_VERIFY(bench.page.details().text().contains(asked));
    QVERIFY(bench.page.details().text().contains(QStringLiteral("Authorization: (hidden)")));
    QVERIFY(!bench.page.details().text().contains(QStringLiteral("U0VDUkVU")));
    bench.action(QStringLiteral("Copy details")).trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(asked));
    bench.engine.stop();
    QTRY_COMPARE(bench.engine.state(), EngineState::Stopped);
    // Then it is said that it is not known any more.
    bench.choose(-1);
    bench.choose(0);
    QTRY_VERIFY(!bench.page.details().text().contains(asked));
}

void RequestsPageTest::groupsPulls()
{
    Bench bench;
    bench.model.append(makePull(1, 3) + makePull(11, 4, "org/other"));
    bench.page.setGrouped(true);
    auto *tree = bench.page.findChild<PullTree *>();
    QVERIFY(tree && tree->isVisible());
    QCOMPARE(tree->model()->rowCount(), 2);
    bench.page.setDetailsShown(true);
    bench.choose(1);
    QTRY_VERIFY(bench.page.details().text().contains(QStringLiteral("Requests: 4")));
    // By the keys alone.
    QTest::keyClick(tree, Qt::Key_Right);
    QTest::keyClick(tree, Qt::Key_Down);
    QCOMPARE(tree->currentIndex().parent(), tree->model()->index(1, 0));
    QTRY_VERIFY(bench.page.details().text().contains(QStringLiteral("Request line")));
    bench.page.findChild<QLineEdit *>()->setText(QStringLiteral("org/app"));
    QTRY_COMPARE(tree->model()->rowCount(), 1);
    bench.page.setGrouped(false);
    QVERIFY(!bench.page.findChild<PullTree *>());
    QCOMPARE(bench.log().shownCount(), 3);
}

void RequestsPageTest::followsTheNewest_data()
{
    QTest::addColumn<bool>("isGrouped");
    QTest::newRow("rows") << false;
    QTest::newRow("pulls") << true;
}

void RequestsPageTest::followsTheNewest()
{
    QFETCH(const bool, isGrouped);
    Bench bench;
    bench.page.setGrouped(isGrouped);
    for (int i = 0; i < 100; ++i)
        bench.model.append(makePull(1, 2, "r/" + QByteArray::number(i)));
    QScrollBar *bar = bench.log().view().verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QTRY_COMPARE(bar->value(), bar->maximum());
    bar->setValue(0);
    QVERIFY(!bench.log().isFollowing());
    bench.model.append(makePull(1, 2, "r/new"));
    QCOMPARE(bar->value(), 0);
    bench.log().follow();
    QVERIFY(bench.log().isFollowing());
    bench.model.append(makePull(1, 2, "r/newest"));
    QTRY_COMPARE(bar->value(), bar->maximum());
}

void RequestsPageTest::staysWithWhatIsSeen_data()
{
    followsTheNewest_data();
}

void RequestsPageTest::staysWithWhatIsSeen()
{
    QFETCH(const bool, isGrouped);
    Bench bench(400);
    bench.page.setGrouped(isGrouped);
    for (int i = 0; i < 200; ++i)
        bench.model.append(makePull(1, 2, "r/" + QByteArray::number(i)));
    QAbstractItemView &view = bench.log().view();
    QTRY_VERIFY(view.verticalScrollBar()->maximum() > 0);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
    const auto topImage = [&view] {
        return view.indexAt({0, 0}).siblingAtColumn(RequestModel::ImageColumn).data().toString();
    };
    const QString seen = topImage();
    QVERIFY(!seen.isEmpty());
    for (int i = 0; i < 20; ++i)
        bench.model.append(makePull(1, 2, "n/" + QByteArray::number(i)));
    QCOMPARE(topImage(), seen);
}

void RequestsPageTest::keepsTheCurrentRow()
{
    Bench bench;
    bench.model.append(makeRecords(1, 6));
    bench.choose(4);
    const auto currentId = [&bench] {
        const auto subject = bench.log().current();
        const auto *record = std::get_if<RequestRecord>(&subject);
        return record ? record->id : 0;
    };
    QCOMPARE(currentId(), std::uint64_t{5});
    bench.page.filterBar().chooseUpstream("docker.io");
    QCOMPARE(currentId(), std::uint64_t{5});
    bench.page.filterBar().reset();
    QCOMPARE(currentId(), std::uint64_t{5});
}

void RequestsPageTest::copies()
{
    Bench bench;
    bench.model.append(makePull(1, 3));
    bench.page.setGrouped(true);
    bench.choose(0);
    bench.action(QStringLiteral("Copy rows")).trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3);
    bench.page.setGrouped(false);
    bench.choose(1);
    bench.action(QStringLiteral("Copy details")).trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Request line: GET")));
}

void RequestsPageTest::exports()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("r.csv"));
    const auto lines = [&path] {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    };
    Bench bench;
    bench.model.append(makeRecords(1, 6));
    bench.page.filterBar().chooseUpstream("docker.io");
    bench.page.exportTo(path, false);
    auto *line = bench.page.findChild<ExportLine *>();
    QTRY_VERIFY(!line->isBusy());
    QCOMPARE(lines(), 1 + 4);
    QVERIFY(line->isVisible() && line->text().contains(path));
    bench.choose(2);
    bench.page.exportTo(path, true);
    QTRY_VERIFY(!line->isBusy());
    QCOMPARE(lines(), 1 + 1);
}

void RequestsPageTest::tellsThatAnExportFailed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("none/r.csv"));
    Bench bench;
    bench.model.append(makeRecords(1, 6));
    bench.page.exportTo(path, false);
    auto *line = bench.page.findChild<ExportLine *>();
    QTRY_VERIFY(line->text().contains(QStringLiteral("was not written")));
    QVERIFY(line->isVisible());
}

void RequestsPageTest::remembersItsLayout()
{
    QByteArray state;
    {
        Bench bench;
        bench.page.setGrouped(true);
        bench.page.setDetailsShown(true);
        state = bench.page.saveState();
    }
    Bench bench;
    bench.page.restoreState("no state");
    QVERIFY(!bench.log().isGrouped());
    bench.page.restoreState(state);
    QVERIFY(bench.log().isGrouped());
    QVERIFY(bench.page.details().isVisible());
}

/// In a small window, too; what a request asked for is cut at its end, where its digest is.
void RequestsPageTest::leavesRoomForNames()
{
    Bench bench;
    bench.page.resize(830, 500);
    bench.model.append(makeRecords(1, 100));
    const auto *const table = qobject_cast<QTableView *>(&bench.log().view());
    QTRY_VERIFY(table->verticalScrollBar()->isVisible());
    QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
    const QHeaderView *header = table->horizontalHeader();
    for (int column = 0; column < RequestModel::ColumnCount; ++column)
        QVERIFY(header->sectionSize(column) >= header->sectionSizeHint(column));
    QVERIFY(header->sectionSize(RequestModel::ImageColumn) >
            header->sectionSize(RequestModel::ClientColumn) * 5 / 4);
    QCOMPARE(table->textElideMode(), Qt::ElideRight);
}

QTEST_MAIN(RequestsPageTest)
#include "tst_requestspage.moc"
