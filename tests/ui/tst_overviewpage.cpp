// SPDX-License-Identifier: GPL-3.0-or-later
// Proves with a real engine and a scripted registry that the page shows what was pulled as figures,
// charts and words, leads to the first pull, tells what needs attention with the button that mends
// it, and asks nothing while nobody looks.
#include "chartscale.h"
#include "engine.h"
#include "models/downloadmodel.h"
#include "overviewfeed.h"
#include "pages/overviewpage.h"
#include "support/scriptedregistry.h"
#include "widgets/attentioncard.h"
#include "widgets/chartcard.h"
#include "widgets/figurescard.h"
#include "widgets/firststeps.h"
#include "widgets/trafficchart.h"

#include <QChart>
#include <QGraphicsScene>
#include <QGraphicsTextItem>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

using namespace lanyard;
using namespace lanyard::test;
using namespace lanyard::ui;

namespace {

using Kind = AttentionItem::Kind;
using Action = AttentionItem::Action;

/// The page over an engine of its own.
class Overview final
{
public:
    Overview()
        : page(engine, downloads)
    {
        page.resize(1200, 900);
        page.show();
    }

    Q_DISABLE_COPY_MOVE(Overview)

    void start(std::optional<TlsConfig> tls = std::nullopt)
    {
        Config config = Engine::defaultConfig();
        config.listen = {{.address = {.host = "127.0.0.1", .port = 0}, .tls = std::move(tls)}};
        config.dataDirectory = folder.path();
        config.accessLog = false;
        UpstreamConfig upstream;
        upstream.registry = "docker.io";
        upstream.url = hub.url();
        config.upstreams = {upstream};
        engine.start(config);
        QTRY_COMPARE(engine.state(), EngineState::Running);
        page.setState(engine.state(), {.local = QStringLiteral("127.0.0.1:5000"),
                                       .localUrl = QStringLiteral("http://127.0.0.1:5000"),
                                       .network = {}});
    }

    /// The whole answer to a GET.
    QByteArray get(const QByteArray &target)
    {
        const QUrl address(engine.addresses().constFirst());
        QTcpSocket socket;
        socket.connectToHost(address.host(), static_cast<quint16>(address.port()));
        socket.write("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        (void)QTest::qWaitFor(
            [&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, patienceMs);
        return socket.readAll();
    }

    QByteArray pull(const QByteArray &bytes)
    {
        const Digest digest = hub.addBlob("library/app", bytes);
        return get("/v2/library/app/blobs/" + QByteArray::fromStdString(digest.toString()));
    }

    /// The item of this kind that is shown.
    std::optional<AttentionItem> item(Kind kind) const
    {
        const QList<AttentionItem> &items = attention().items();
        const auto found =
            std::ranges::find_if(items, [kind](const auto &one) { return one.kind == kind; });
        return found == items.end() ? std::nullopt : std::optional(*found);
    }

    AttentionCard &attention() const { return *page.findChild<AttentionCard *>(); }

    FiguresCard &figures() const { return *page.findChild<FiguresCard *>(); }

    FirstSteps &firstSteps() const { return *page.findChild<FirstSteps *>(); }

    /// The bar of that name; nullptr: there is none.
    QProgressBar *gauge(const QString &name) const
    {
        const QList<QProgressBar *> bars = page.findChildren<QProgressBar *>();
        const auto found = std::ranges::find(bars, name, &QProgressBar::accessibleName);
        return found == bars.end() ? nullptr : *found;
    }

    ChartCard &chart(qsizetype index) const { return *page.findChildren<ChartCard *>().at(index); }

    QTemporaryDir folder;
    ScriptedRegistry hub;
    Engine engine;
    DownloadModel downloads;
    OverviewPage page;
};

QPushButton *buttonOf(const QWidget &parent, Action action)
{
    const QList<QPushButton *> buttons = parent.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == actionText(action) && button->isVisible())
            return button;
    }
    return nullptr;
}

} // namespace

class TestOverviewPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsToTheFirstPull();
    void leadsNobodyWhoKnowsIt();
    void showsWhatWasPulled();
    void tellsTheStepsOfAChart();
    void showsTheLastTimeWhole();
    void fitsTheWindow();
    void rendersInBothPalettes();
    void showsAtOnceWhatNeedsAttention();
    void tellsAnUnreachableUpstream();
    void worksOnlineAgain();
    void renewsTheAuthorityWhenAsked();
    void tellsWhoFellBack();
    void putsAwayWrongContent();
    void showsWhatARegistryGrants();
    void asksNothingWhileNobodyLooks();
};

void TestOverviewPage::leadsToTheFirstPull()
{
    Overview overview;
    QSignalSpy start(&overview.page, &OverviewPage::startRequested);
    QVERIFY(overview.firstSteps().isVisible());
    QVERIFY(overview.item(Kind::Stopped));
    auto *const button = overview.firstSteps().findChild<QPushButton *>();
    button->click();
    buttonOf(overview.attention(), Action::Start)->click();
    QCOMPARE(start.size(), 2);
    overview.start();
    QVERIFY(!button->isVisible());
    QVERIFY(!overview.item(Kind::Stopped));
    QVERIFY(overview.firstSteps().isVisible());
    QVERIFY(overview.pull(QByteArray(5000, 'x')).contains("200 OK"));
    QTRY_VERIFY(!overview.firstSteps().isVisible());
}

/// Who has used it before sees no first steps, not even until the engine has said so.
void TestOverviewPage::leadsNobodyWhoKnowsIt()
{
    Overview overview;
    QVERIFY(!overview.page.hasServed());
    overview.page.setServed(true);
    QVERIFY(overview.page.hasServed());
    QVERIFY(!overview.firstSteps().isVisible());
    overview.page.setState(EngineState::Starting, {});
    overview.page.setState(EngineState::Stopped, {});
    QVERIFY(!overview.firstSteps().isVisible());
    // The engine knows better: this is another cache, and empty.
    overview.start();
    QTRY_VERIFY(overview.firstSteps().isVisible());
    QVERIFY(!overview.page.hasServed());
    (void)overview.pull(QByteArray(5000, 'x'));
    QTRY_VERIFY(overview.page.hasServed());
    QVERIFY(!overview.firstSteps().isVisible());
}

void TestOverviewPage::showsWhatWasPulled()
{
    Overview overview;
    QVERIFY(!overview.figures().counts()); // nothing is known yet
    overview.start();
    const QByteArray bytes(300'000, 'x');
    (void)overview.pull(bytes);
    (void)overview.pull(bytes);
    const TrafficCounts expected{.requests = 2,
                                 .hits = 1,
                                 .misses = 1,
                                 .failed = 0,
                                 .bytesServed = 600'000,
                                 .bytesFetched = 300'000};
    for (const auto period :
         {FiguresCard::Period::Today, FiguresCard::Period::Month, FiguresCard::Period::AllTime}) {
        overview.figures().choose(period);
        QTRY_COMPARE(overview.figures().counts(), std::optional(expected));
    }
    overview.figures().choose(FiguresCard::Period::Session);
    overview.page.setStatistics(overview.engine.statistics());
    QCOMPARE(overview.figures().counts(), std::optional(expected));
    QTRY_VERIFY2(overview.chart(0).words().contains(QStringLiteral("586 KiB")),
                 qPrintable(overview.chart(0).words()));
    QVERIFY(overview.chart(1).words().contains(u'2'));
    QCOMPARE(overview.chart(0).chart().accessibleDescription(),
             overview.chart(0).chart().summary());
    // The gauge of the disk.
    auto *const gauge = overview.gauge(QStringLiteral("Cache"));
    QTRY_VERIFY2(gauge->accessibleDescription().startsWith(QStringLiteral("293 KiB")),
                 qPrintable(gauge->accessibleDescription()));
}

void TestOverviewPage::tellsTheStepsOfAChart()
{
    TrafficChart chart(TrafficChart::Measure::Bytes);
    chart.resize(400, 200);
    chart.show();
    QSignalSpy told(&chart, &TrafficChart::stepTold);
    const auto last = [&told] {
        return told.isEmpty() ? QString() : told.constLast().front().toString();
    };
    QTest::keyClick(&chart, Qt::Key_Left); // there is none
    QVERIFY(last().isEmpty());
    QList<TrafficStep> steps;
    for (int i = 0; i < 60; ++i)
        steps.append(TrafficStep{.beginMs = 1'800'000'000'000 + i * 60'000,
                                 .counts = {.bytesServed = static_cast<std::uint64_t>(i) * 1024}});
    chart.setSteps(steps, TrafficSpan::Hour);
    QTest::keyClick(&chart, Qt::Key_Left);
    QVERIFY2(last().contains(QStringLiteral("59.0 KiB")), qPrintable(last()));
    QTest::keyClick(&chart, Qt::Key_Left);
    QVERIFY2(last().contains(QStringLiteral("58.0 KiB")), qPrintable(last()));
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Left);
    QVERIFY2(last().contains(QStringLiteral(" 0 B served")), qPrintable(last()));
    QVERIFY2(chart.summary().contains(QStringLiteral("1.73 MiB")), qPrintable(chart.summary()));
    // The same again draws nothing and says nothing.
    const qsizetype before = told.size();
    chart.setSteps(steps, TrafficSpan::Hour);
    QCOMPARE(told.size(), before);
    // The mouse.
    QTest::mouseMove(chart.viewport(), {chart.viewport()->width() - 3, 100});
    QTRY_VERIFY2(last().contains(QStringLiteral("59.0 KiB")), qPrintable(last()));
}

/// It stands at the end of the axis, and half of it beyond.
void TestOverviewPage::showsTheLastTimeWhole()
{
    constexpr std::int64_t minuteMs = 60'000;
    QList<TrafficStep> steps;
    for (int i = 0; i <= 60; ++i)
        steps += TrafficStep{.beginMs = 1'790'000'400'000 + i * minuteMs, .counts = {}};
    TrafficChart chart(TrafficChart::Measure::Requests);
    chart.resize(400, 300);
    chart.setSteps(steps, TrafficSpan::Hour);
    chart.show();
    QCoreApplication::sendPostedEvents();
    const QList<ScaleMark> marks = timeMarks(steps, TrafficSpan::Hour, QTimeZone::systemTimeZone());
    QCOMPARE(marks.constLast().position, static_cast<double>(steps.constLast().beginMs));
    const QGraphicsTextItem *last = nullptr;
    const QList<QGraphicsItem *> items = chart.scene()->items();
    for (const QGraphicsItem *item : items) {
        const auto *const text = qgraphicsitem_cast<const QGraphicsTextItem *>(item);
        if (text && text->toPlainText() == marks.constLast().text)
            last = text;
    }
    QVERIFY(last);
    QVERIFY(last->sceneBoundingRect().right() <= chart.sceneRect().right());
}

/// At its usual size, also after it was larger, with something that needs attention.
void TestOverviewPage::fitsTheWindow()
{
    Overview overview;
    overview.page.setServed(true);
    QVERIFY(overview.item(Kind::Stopped));
    QCoreApplication::sendPostedEvents();
    overview.page.resize(QSize(76, 44) * overview.page.fontMetrics().height());
    const auto *const area = overview.page.findChild<QScrollArea *>();
    QTRY_COMPARE(area->verticalScrollBar()->maximum(), 0);
}

void TestOverviewPage::rendersInBothPalettes()
{
    Overview overview;
    overview.start();
    (void)overview.pull(QByteArray(300'000, 'x'));
    QTRY_COMPARE(overview.figures().counts().value_or(TrafficCounts()).bytesServed, 300'000U);
    QPalette dark;
    dark.setColor(QPalette::Base, QColor(30, 30, 30));
    dark.setColor(QPalette::Text, Qt::white);
    const QImage light = overview.page.grab().toImage();
    overview.page.setPalette(dark);
    QVERIFY(overview.page.grab().toImage() != light);
}

void TestOverviewPage::showsAtOnceWhatNeedsAttention()
{
    AttentionCard card;
    card.show();
    QVERIFY(QTest::qWaitForWindowActive(&card));
    AttentionItem item{.kind = Kind::Stopped, .text = QStringLiteral("a"), .action = Action::Start};
    card.setItems({item});
    QVERIFY(buttonOf(card, Action::Start));
    buttonOf(card, Action::Start)->setFocus();
    item.text = QStringLiteral("b");
    card.setItems({item});
    QVERIFY(buttonOf(card, Action::Start));
    QVERIFY(buttonOf(card, Action::Start)->hasFocus());
    // One below the other, as wide as the widest.
    card.setItems({item,
                   {.kind = Kind::UpstreamUnreachable,
                    .text = QStringLiteral("c"),
                    .action = Action::ShowUpstreams}});
    QTRY_COMPARE(buttonOf(card, Action::Start)->width(),
                 buttonOf(card, Action::ShowUpstreams)->width());
}

void TestOverviewPage::tellsAnUnreachableUpstream()
{
    Overview overview;
    overview.start();
    QTRY_VERIFY(overview.attention().items().isEmpty());
    overview.hub.stop();
    QVERIFY(!overview.get("/v2/library/app/manifests/1").contains("200 OK"));
    QTRY_VERIFY(overview.item(Kind::UpstreamUnreachable));
    QCOMPARE(overview.item(Kind::UpstreamUnreachable)->subject, QStringLiteral("docker.io"));
    QSignalSpy wanted(&overview.page, &OverviewPage::actionRequested);
    buttonOf(overview.attention(), Action::ShowUpstreams)->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().at(1).toString(), QStringLiteral("docker.io"));
    overview.hub.start();
    QTRY_VERIFY_WITH_TIMEOUT(!overview.item(Kind::UpstreamUnreachable), 15'000);
}

void TestOverviewPage::worksOnlineAgain()
{
    Overview overview;
    overview.start();
    overview.engine.setOffline(true);
    QTRY_VERIFY(overview.item(Kind::Offline));
    buttonOf(overview.attention(), Action::WorkOnline)->click();
    QTRY_VERIFY(!overview.engine.isOffline());
    QTRY_VERIFY(!overview.item(Kind::Offline));
}

void TestOverviewPage::renewsTheAuthorityWhenAsked()
{
    Overview overview;
    overview.start();
    QString before;
    const auto fingerprint = [&overview](QString &into) {
        overview.engine.localCa(&overview.page, [&into](const Result<LocalCaOverview> &found) {
            into = found ? found->authority.fingerprint : QStringLiteral("none");
        });
    };
    overview.engine.createLocalCa(false, &overview.page, [](const Result<LocalCaResult> &) {});
    fingerprint(before);
    QTRY_VERIFY(!before.isEmpty() && before != QStringLiteral("none"));
    const auto ask = [&overview]() -> QMessageBox * {
        Q_EMIT overview.attention().actionRequested(Action::RenewAuthority, {});
        return overview.page.findChild<QMessageBox *>();
    };
    QMessageBox *const first = ask();
    QVERIFY(first && first->isVisible());
    first->reject();
    QTRY_VERIFY(overview.page.findChild<QMessageBox *>() == nullptr);
    QString still;
    fingerprint(still);
    QTRY_COMPARE(still, before);
    QMessageBox *const second = ask();
    const QList<QAbstractButton *> buttons = second->buttons();
    for (QAbstractButton *button : buttons) {
        if (second->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QString now;
    fingerprint(now);
    QTRY_VERIFY(!now.isEmpty());
    QVERIFY(now != before);
}

void TestOverviewPage::tellsWhoFellBack()
{
    Overview overview;
    overview.start();
    overview.engine.setOffline(true);
    QTRY_VERIFY(overview.engine.isOffline());
    (void)overview.get("/v2/library/none/manifests/1");
    QTRY_VERIFY(overview.item(Kind::ClientFellBack));
    QCOMPARE(overview.item(Kind::ClientFellBack)->subject, QStringLiteral("127.0.0.1"));
    // It is of this computer.
    QSignalSpy wanted(&overview.page, &OverviewPage::actionRequested);
    buttonOf(overview.attention(), Action::ShowComputer)->click();
    QCOMPARE(wanted.constFirst().at(0).value<Action>(), Action::ShowComputer);
    QCOMPARE(wanted.constFirst().at(1).toString(), QStringLiteral("127.0.0.1"));
}

/// Until it happens again.
void TestOverviewPage::putsAwayWrongContent()
{
    Overview overview;
    overview.start();
    const QByteArray target =
        "/v2/library/app/blobs/" +
        QByteArray::fromStdString(
            overview.hub.addBlob("library/app", QByteArray(5000, 'x')).toString());
    overview.hub.addFault(target.toStdString(), {.isCorrupt = true});
    (void)overview.get(target);
    QTRY_VERIFY(overview.item(Kind::WrongDigest));
    QSignalSpy changed(&overview.page, &OverviewPage::attentionChanged);
    buttonOf(overview.attention(), Action::Dismiss)->click();
    QVERIFY(!overview.item(Kind::WrongDigest));
    // Which quiets the tray icon, too.
    QCOMPARE(changed.size(), 1);
    (void)overview.get(target);
    QTRY_VERIFY(overview.item(Kind::WrongDigest));
}

void TestOverviewPage::showsWhatARegistryGrants()
{
    Overview overview;
    overview.hub.addManifest("library/app", "1", "application/vnd.oci.image.manifest.v1+json",
                             "{}");
    overview.hub.addFault(
        "/v2/library/app/manifests/1",
        {.fields = {{"ratelimit-limit", "100;w=21600"}, {"ratelimit-remaining", "9;w=21600"}}});
    overview.start();
    QTRY_VERIFY(overview.gauge(QStringLiteral("Cache")));
    QVERIFY(!overview.gauge(QStringLiteral("docker.io")));
    (void)overview.get("/v2/library/app/manifests/1");
    QTRY_VERIFY(overview.gauge(QStringLiteral("docker.io")));
    const QProgressBar &gauge = *overview.gauge(QStringLiteral("docker.io"));
    QCOMPARE(gauge.value(), gauge.maximum() * 9 / 100);
    QVERIFY2(gauge.accessibleDescription().contains(QStringLiteral("9 of 100")),
             qPrintable(gauge.accessibleDescription()));
    // As there is little of it.
    QTRY_VERIFY(overview.item(Kind::BudgetLow));
}

void TestOverviewPage::asksNothingWhileNobodyLooks()
{
    Overview overview;
    overview.page.hide();
    overview.start();
    OverviewFeed own(overview.engine);
    QSignalSpy traffic(&own, &OverviewFeed::trafficChanged);
    QVERIFY(traffic.isEmpty());
    own.setWatched(true);
    QTRY_COMPARE(traffic.size(), 1);
    own.setWatched(false);
    // What was asked is answered; a question of another asker is behind it.
    bool isAnswered = false;
    overview.engine.status(&own,
                           [&isAnswered](const Result<EngineStatus> &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(traffic.size(), 1);
    QVERIFY(!overview.figures().counts());
    overview.page.show();
    QTRY_VERIFY(overview.figures().counts());
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
