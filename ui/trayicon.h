// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/enginestate.h"
#include "api/statssnapshot.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

class QAction;

namespace lanyard::ui {

/// The icon beside the clock: the state at a glance, and what one does without the window.
class TrayIcon final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrayIcon)

public:
    explicit TrayIcon(QObject *parent = nullptr);

    /// Whether there is a place for it: without one a hidden window could not be got back.
    bool isAvailable() const;

    void setState(EngineState state);
    void setOffline(bool isOffline);
    void setStatistics(const StatsSnapshot &statistics);

    /// Whether it tells anything unasked.
    void setNotifying(bool isNotifying) { m_isNotifying = isNotifying; }

    /// Tells that the program goes on without its window.
    void tellHidden();

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void offlineRequested(bool isOffline);
    void showRequested();
    void quitRequested();

private:
    void refreshToolTip();

    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_start;
    QAction *m_stop;
    QAction *m_offline;
    EngineState m_state = EngineState::Stopped;
    StatsSnapshot m_statistics;
    bool m_isNotifying = true;
};

} // namespace lanyard::ui
