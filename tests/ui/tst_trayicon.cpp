// SPDX-License-Identifier: GPL-3.0-or-later
// The icon tells the state by its mark, what needs attention in its tooltip, and leads to pages and
// images.
#include "format.h"
#include "trayicon.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace lanyard;
using namespace lanyard::ui;

namespace {

AttentionItem item(AttentionItem::Severity severity, const QString &text)
{
    return {.kind = AttentionItem::Kind::DiskFull, .severity = severity, .text = text};
}

QAction *actionOf(const QMenu &menu, const QString &name)
{
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == name)
            return action;
    }
    return nullptr;
}

QMenu *menuOf(const QMenu &menu, const QString &name)
{
    const QAction *const action = actionOf(menu, name);
    return action ? action->menu() : nullptr;
}

} // namespace

class TrayIconTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheStateByItsMark();
    void drawsEachMarkAnew();
    void tellsWhatWasServed();
    void tellsWhatNeedsAttention();
    void doesWhatItsMenuSays();
    void leadsToPages();
    void leadsToImages();
    void pausesWhatIsSetUp();
    void tellsOnlyWhatIsWanted();
    void leadsToWhatItHasTold();
};

void TrayIconTest::tellsTheStateByItsMark()
{
    TrayIcon tray;
    QCOMPARE(tray.badge(), Badge::Stopped);
    tray.setOffline(true);
    QCOMPARE(tray.badge(), Badge::Stopped);
    tray.setState(EngineState::Starting);
    QCOMPARE(tray.badge(), Badge::Busy);
    tray.setState(EngineState::Running);
    QCOMPARE(tray.badge(), Badge::Offline);
    tray.setOffline(false);
    QCOMPARE(tray.badge(), Badge::Running);
}

void TrayIconTest::drawsEachMarkAnew()
{
    std::set<QByteArray> pictures;
    const QList<Badge> badges{Badge::Stopped, Badge::Busy, Badge::Running, Badge::Offline,
                              Badge::Attention};
    for (const Badge badge : badges) {
        // In grey: no colour is the only sign.
        const QImage picture =
            badgedIcon(badge).pixmap(48).toImage().convertToFormat(QImage::Format_Grayscale8);
        pictures.emplace(reinterpret_cast<const char *>(picture.constBits()),
                         picture.sizeInBytes());
    }
    QCOMPARE(pictures.size(), static_cast<std::size_t>(badges.size()));
}

void TrayIconTest::tellsWhatWasServed()
{
    TrayIcon tray;
    QCOMPARE(tray.toolTip(), QStringLiteral("Lanyard: not serving"));
    tray.setStatistics({.manifestHits = 1,
                        .manifestMisses = 1,
                        .blobHits = 2,
                        .manifestBytesServed = 1024,
                        .blobBytesServed = 2048});
    QCOMPARE(tray.toolTip(), QStringLiteral("Lanyard: not serving"));
    tray.setState(EngineState::Running);
    QCOMPARE(
        tray.toolTip(),
        QStringLiteral("Lanyard: %1 hits, %2 served").arg(formatHitRatio(3, 1), formatBytes(3072)));
    tray.setOffline(true);
    QCOMPARE(tray.toolTip(), QStringLiteral("Lanyard offline: %1 hits, %2 served")
                                 .arg(formatHitRatio(3, 1), formatBytes(3072)));
}

void TrayIconTest::tellsWhatNeedsAttention()
{
    TrayIcon tray;
    tray.setState(EngineState::Running);
    tray.setAttention({item(AttentionItem::Severity::Info, QStringLiteral("by the way"))});
    QCOMPARE(tray.badge(), Badge::Running);
    QVERIFY(!tray.toolTip().contains(QStringLiteral("by the way")));
    tray.setAttention({item(AttentionItem::Severity::Error, QStringLiteral("the disk is full")),
                       item(AttentionItem::Severity::Info, QStringLiteral("by the way"))});
    QCOMPARE(tray.badge(), Badge::Attention);
    QVERIFY(tray.toolTip().endsWith(QStringLiteral("\nthe disk is full")));
    tray.setAttention({});
    QCOMPARE(tray.badge(), Badge::Running);
}

void TrayIconTest::doesWhatItsMenuSays()
{
    TrayIcon tray;
    const QSignalSpy start(&tray, &TrayIcon::startRequested);
    const QSignalSpy stop(&tray, &TrayIcon::stopRequested);
    const QSignalSpy offline(&tray, &TrayIcon::offlineRequested);
    const QSignalSpy show(&tray, &TrayIcon::showRequested);
    const QSignalSpy quit(&tray, &TrayIcon::quitRequested);
    const auto trigger = [&tray](const QString &name) {
        actionOf(tray.menu(), name)->trigger();
    };
    trigger(QStringLiteral("Start"));
    trigger(QStringLiteral("Stop")); // of one that is stopped
    trigger(QStringLiteral("Work offline"));
    QCOMPARE(start.size(), 1);
    QVERIFY(stop.isEmpty() && offline.isEmpty());
    tray.setState(EngineState::Running);
    trigger(QStringLiteral("Start")); // of one that runs
    trigger(QStringLiteral("Stop"));
    trigger(QStringLiteral("Work offline"));
    QCOMPARE(start.size(), 1);
    QCOMPARE(stop.size(), 1);
    QCOMPARE(offline.size(), 1);
    QVERIFY(offline.constFirst().constFirst().toBool());
    trigger(QStringLiteral("Show window"));
    trigger(QStringLiteral("Quit"));
    QCOMPARE(show.size(), 1);
    QCOMPARE(quit.size(), 1);
}

void TrayIconTest::leadsToPages()
{
    TrayIcon tray;
    tray.addPage(0, QStringLiteral("First"));
    tray.addPage(1, QStringLiteral("Second"));
    const QSignalSpy wanted(&tray, &TrayIcon::pageRequested);
    QMenu *const pages = menuOf(tray.menu(), QStringLiteral("Open"));
    QVERIFY(pages);
    pages->actions().at(1)->trigger();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toInt(), 1);
}

void TrayIconTest::leadsToImages()
{
    TrayIcon tray;
    QMenu *const recent = menuOf(tray.menu(), QStringLiteral("Recent images"));
    QVERIFY(recent);
    QVERIFY(!recent->isEnabled());
    tray.setRecentImages({"docker.io/a&b:1"});
    QVERIFY(recent->isEnabled());
    QCOMPARE(recent->actions().constFirst()->text(), QStringLiteral("docker.io/a&&b:1"));
    const QSignalSpy wanted(&tray, &TrayIcon::imageRequested);
    recent->actions().constFirst()->trigger();
    QCOMPARE(wanted.constFirst().constFirst().toByteArray(), QByteArray("docker.io/a&b:1"));
}

void TrayIconTest::pausesWhatIsSetUp()
{
    TrayIcon tray;
    auto *const pause = tray.menu().findChild<QAction *>(QStringLiteral("pauseClients"));
    QVERIFY(pause && !pause->isVisible());
    auto *const resume = tray.menu().findChild<QAction *>(QStringLiteral("resumeClients"));
    QVERIFY(resume && !resume->isVisible());
    const QSignalSpy pauses(&tray, &TrayIcon::pauseRequested);
    const QSignalSpy resumes(&tray, &TrayIcon::resumeRequested);
    tray.setSetUp(true, false, false);
    QVERIFY(pause->isVisible() && !resume->isVisible());
    pause->trigger();
    tray.setSetUp(true, true, true);
    QVERIFY(pause->isVisible() && resume->isVisible());
    QVERIFY(!pause->isEnabled() && !resume->isEnabled());
    tray.setSetUp(false, true, false);
    QVERIFY(!pause->isVisible() && resume->isEnabled());
    resume->trigger();
    QCOMPARE(pauses.size(), 1);
    QCOMPARE(resumes.size(), 1);
    tray.setSetUp(false, false, false);
    QVERIFY(!pause->isVisible() && !resume->isVisible());
}

void TrayIconTest::tellsOnlyWhatIsWanted()
{
    TrayIcon tray;
    tray.setNotifying(false);
    tray.tell(QStringLiteral("Title"), QStringLiteral("text"));
    QVERIFY(tray.message().isEmpty());
    tray.setNotifying(true);
    tray.tell(QStringLiteral("Title"), QStringLiteral("a <b>b</b> & c"));
    QCOMPARE(tray.message(), QStringLiteral("a &lt;b&gt;b&lt;/b&gt; &amp; c"));
    tray.setState(EngineState::Running);
    tray.setAttention({item(AttentionItem::Severity::Error, QStringLiteral("<a href='x'>y</a>"))});
    QCOMPARE(tray.message(), QStringLiteral("&lt;a href='x'&gt;y&lt;/a&gt;"));
}

void TrayIconTest::leadsToWhatItHasTold()
{
    TrayIcon tray;
    auto *const icon = tray.findChild<QSystemTrayIcon *>();
    QVERIFY(icon);
    const QSignalSpy shown(&tray, &TrayIcon::showRequested);
    const QSignalSpy attention(&tray, &TrayIcon::attentionRequested);
    tray.tell(QStringLiteral("Title"), QStringLiteral("text"));
    Q_EMIT icon->messageClicked();
    QCOMPARE(shown.size(), 1);
    QVERIFY(attention.isEmpty());
    tray.setAttention({item(AttentionItem::Severity::Error, QStringLiteral("the disk is full"))});
    Q_EMIT icon->messageClicked();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(attention.size(), 1);
    tray.tellHidden();
    Q_EMIT icon->messageClicked();
    QCOMPARE(shown.size(), 2);
    QCOMPARE(attention.size(), 1);
}

QTEST_MAIN(TrayIconTest)
#include "tst_trayicon.moc"
