// SPDX-License-Identifier: GPL-3.0-or-later
#include "trayicon.h"

#include "format.h"
#include "theme.h"

#include <QAction>

namespace lanyard::ui {

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_start(m_menu.addAction(tr("&Start")))
    , m_stop(m_menu.addAction(tr("S&top")))
    , m_offline(m_menu.addAction(tr("Work &offline")))
{
    m_offline->setCheckable(true);
    m_menu.addSeparator();
    QAction *show = m_menu.addAction(tr("Show &window"));
    QAction *quit = m_menu.addAction(tr("&Quit"));
    m_menu.setDefaultAction(show);
    connect(m_start, &QAction::triggered, this, &TrayIcon::startRequested);
    connect(m_stop, &QAction::triggered, this, &TrayIcon::stopRequested);
    connect(m_offline, &QAction::triggered, this, &TrayIcon::offlineRequested);
    connect(show, &QAction::triggered, this, &TrayIcon::showRequested);
    connect(quit, &QAction::triggered, this, &TrayIcon::quitRequested);
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
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
    m_icon.setIcon(stateIcon(state));
    m_start->setEnabled(state == EngineState::Stopped);
    m_stop->setEnabled(state == EngineState::Running);
    m_offline->setEnabled(state == EngineState::Running);
    refreshToolTip();
}

void TrayIcon::setOffline(bool isOffline)
{
    m_offline->setChecked(isOffline);
    refreshToolTip();
}

void TrayIcon::setStatistics(const StatsSnapshot &statistics)
{
    m_statistics = statistics;
    refreshToolTip();
}

void TrayIcon::refreshToolTip()
{
    if (m_state != EngineState::Running) {
        m_icon.setToolTip(tr("Lanyard: not serving"));
        return;
    }
    m_icon.setToolTip((m_offline->isChecked() ? tr("Lanyard offline: %1 hits, %2 served")
                                              : tr("Lanyard: %1 hits, %2 served"))
                          .arg(formatHitRatio(m_statistics.hits(), m_statistics.misses()),
                               formatBytes(static_cast<std::int64_t>(m_statistics.bytesServed()))));
}

void TrayIcon::tellHidden()
{
    if (!m_isNotifying)
        return;
    m_icon.showMessage(tr("Lanyard keeps running"),
                       tr("The cache goes on serving. Open the window or quit from this icon."),
                       applicationIcon());
}

} // namespace lanyard::ui
