// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/enginestate.h"
#include "api/statssnapshot.h"
#include "attention.h"
#include "badge.h"

#include <QByteArrayList>
#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

#include <optional>

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
    /// Told by the icon, and what is new of it in a message: nothing that is only for information.
    void setAttention(const QList<AttentionItem> &items);
    /// Offered in the menu, the first on top.
    void setRecentImages(const QByteArrayList &names);
    /// Whether clients of this computer are set up, and whether that is paused: then there is an
    /// action for it.
    void setSetUp(bool isApplied, bool isPaused);
    /// A page of the window, for the menu: at its end.
    void addPage(int page, const QString &name);

    /// Whether it tells anything unasked.
    void setNotifying(bool isNotifying) { m_isNotifying = isNotifying; }

    QMenu &menu() { return m_menu; }

    QString toolTip() const { return m_icon.toolTip(); }

    std::optional<Badge> badge() const { return m_badge; }

    /// Tells what came of something, in a message.
    void tell(const QString &title, const QString &text);
    /// Tells that the program goes on without its window.
    void tellHidden();

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void offlineRequested(bool isOffline);
    void pauseRequested(bool isPausing);
    void showRequested();
    void pageRequested(int page);
    void imageRequested(const QByteArray &name);
    void quitRequested();

private:
    void refresh();
    QString stateText() const;

    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_start;
    QAction *m_stop;
    QAction *m_offline;
    QAction *m_pause;
    QMenu *m_recent;
    QMenu *m_pages;
    QList<AttentionItem> m_attention; ///< what is not only for information
    EngineState m_state = EngineState::Stopped;
    std::optional<Badge> m_badge; ///< that the icon shows
    StatsSnapshot m_statistics;
    bool m_isPaused = false; ///< the set-up of this computer
    bool m_isNotifying = true;
};

} // namespace lanyard::ui
