// SPDX-License-Identifier: GPL-3.0-or-later
#include "trayicon.h"

#include "badge.h"
#include "format.h"
#include "theme.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace lanyard::ui {

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_icon(this)
    , m_start(m_menu.addAction(tr("&Start")))
    , m_stop(m_menu.addAction(tr("S&top")))
    , m_offline(m_menu.addAction(tr("Work &offline")))
    , m_pause(m_menu.addAction(tr("Pause on this &computer")))
    , m_resume(m_menu.addAction(tr("Resu&me on this computer")))
{
    m_offline->setCheckable(true);
    m_pause->setObjectName(QStringLiteral("pauseClients"));
    m_resume->setObjectName(QStringLiteral("resumeClients"));
    m_menu.addSeparator();
    m_recent = m_menu.addMenu(tr("&Recent images"));
    m_pages = m_menu.addMenu(tr("O&pen"));
    setRecentImages({});
    setSetUp(false, false, false);
    QAction *show = m_menu.addAction(tr("Show &window"));
    QAction *quit = m_menu.addAction(tr("&Quit"));
    m_menu.setDefaultAction(show);
    connect(m_start, &QAction::triggered, this, &TrayIcon::startRequested);
    connect(m_stop, &QAction::triggered, this, &TrayIcon::stopRequested);
    connect(m_offline, &QAction::triggered, this, &TrayIcon::offlineRequested);
    connect(m_pause, &QAction::triggered, this, &TrayIcon::pauseRequested);
    connect(m_resume, &QAction::triggered, this, &TrayIcon::resumeRequested);
    connect(show, &QAction::triggered, this, &TrayIcon::showRequested);
    connect(quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
                    Q_EMIT showRequested();
            });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        if (m_toldOf == Topic::Attention)
            Q_EMIT attentionRequested();
        else
            Q_EMIT showRequested();
    });
    m_icon.setContextMenu(&m_menu);
    setState(EngineState::Stopped);
    m_icon.show();
}

bool TrayIcon::isAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable() && m_icon.isVisible();
}

void TrayIcon::setState(EngineState state)
{
    m_state = state;
    m_start->setEnabled(state == EngineState::Stopped);
    m_stop->setEnabled(state == EngineState::Running);
    m_offline->setEnabled(state == EngineState::Running);
    refresh();
}

void TrayIcon::setOffline(bool isOffline)
{
    m_offline->setChecked(isOffline);
    refresh();
}

void TrayIcon::setStatistics(const StatsSnapshot &statistics)
{
    m_statistics = statistics;
    refresh();
}

void TrayIcon::setAttention(const QList<AttentionItem> &items)
{
    QList<AttentionItem> grave = items;
    grave.removeIf(
        [](const AttentionItem &item) { return item.severity == AttentionItem::Severity::Info; });
    QStringList news;
    for (const AttentionItem &item : std::as_const(grave)) {
        const bool isKnown =
            std::any_of(m_attention.cbegin(), m_attention.cend(), [&item](const auto &known) {
                return known.kind == item.kind && known.subject == item.subject;
            });
        if (!isKnown)
            news += item.text;
    }
    m_attention = std::move(grave);
    refresh();
    if (!news.isEmpty())
        showMessage(tr("Lanyard needs attention"), news.join(u'\n'), badgedIcon(Badge::Attention),
                    Topic::Attention);
}

void TrayIcon::setRecentImages(const QByteArrayList &names)
{
    m_recent->clear();
    m_recent->setEnabled(!names.isEmpty());
    for (const QByteArray &name : names) {
        // What came from the network has no mnemonics.
        QAction *action = m_recent->addAction(printable(name).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, name] { Q_EMIT imageRequested(name); });
    }
}

void TrayIcon::setSetUp(bool canPause, bool canResume, bool isWorking)
{
    m_pause->setVisible(canPause);
    m_resume->setVisible(canResume);
    m_pause->setEnabled(!isWorking);
    m_resume->setEnabled(!isWorking);
}

void TrayIcon::addPage(int page, const QString &name)
{
    connect(m_pages->addAction(name), &QAction::triggered, this,
            [this, page] { Q_EMIT pageRequested(page); });
}

void TrayIcon::refresh()
{
    const bool isRunning = m_state == EngineState::Running;
    Badge badge = badgeOf(m_state);
    if (isRunning && !m_attention.isEmpty())
        badge = Badge::Attention;
    else if (isRunning && m_offline->isChecked())
        badge = Badge::Offline;
    if (badge != m_badge) {
        m_badge = badge;
        m_icon.setIcon(badgedIcon(badge));
    }
    QString text = stateText();
    if (isRunning && !m_attention.isEmpty())
        text += u'\n' + m_attention.constFirst().text;
    m_icon.setToolTip(text);
}

QString TrayIcon::stateText() const
{
    if (m_state != EngineState::Running)
        return tr("Lanyard: not serving");
    return (m_offline->isChecked() ? tr("Lanyard offline: %1 hits, %2 served")
                                   : tr("Lanyard: %1 hits, %2 served"))
        .arg(formatHitRatio(m_statistics.hits(), m_statistics.misses()),
             formatBytes(static_cast<std::int64_t>(m_statistics.bytesServed())));
}

void TrayIcon::tell(const QString &title, const QString &text)
{
    showMessage(title, text, applicationIcon());
}

void TrayIcon::tellHidden()
{
    showMessage(tr("Lanyard keeps running"),
                tr("The cache goes on serving. Open the window or quit from this icon."),
                applicationIcon());
}

void TrayIcon::showMessage(const QString &title, const QString &text, const QIcon &icon,
                           Topic topic)
{
    if (!m_isNotifying)
        return;
    m_message = messageBody(text);
    m_toldOf = topic;
    m_icon.showMessage(title, m_message, icon);
}

QString messageBody(const QString &text)
{
    // Not quotes: of the five entities these three are known everywhere.
    return printableLines(text.toUtf8())
        .replace(u'&', QStringLiteral("&amp;"))
        .replace(u'<', QStringLiteral("&lt;"))
        .replace(u'>', QStringLiteral("&gt;"));
}

} // namespace lanyard::ui
