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
    /// What can be done now with the set-up of this computer: what cannot be is not shown, and
    /// while there is work on it nothing can be begun.
    void setSetUp(bool canPause, bool canResume, bool isWorking);
    /// A page of the window, for the menu: at its end.
    void addPage(int page, const QString &name);

    /// Whether it tells anything unasked.
    void setNotifying(bool isNotifying) { m_isNotifying = isNotifying; }

    QMenu &menu() { return m_menu; }

    QString toolTip() const { return m_icon.toolTip(); }

    std::optional<Badge> badge() const { return m_badge; }

    /// What was told last, as the desktop is given it; empty: nothing.
    const QString &message() const { return m_message; }

    /// Tells what came of something, in a message.
    void tell(const QString &title, const QString &text);
    /// Tells that the program goes on without its window.
    void tellHidden();

Q_SIGNALS:
    void startRequested();
    void stopRequested();
    void offlineRequested(bool isOffline);
    void pauseRequested();
    void resumeRequested();
    void showRequested();
    /// What needs attention is to be shown, as a message has told of it.
    void attentionRequested();
    void pageRequested(int page);
    void imageRequested(const QByteArray &name);
    void quitRequested();

private:
    void refresh();
    QString stateText() const;
    enum class Topic { Window, Attention };
    void showMessage(const QString &title, const QString &text, const QIcon &icon,
                     Topic topic = Topic::Window);

    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QAction *m_start;
    QAction *m_stop;
    QAction *m_offline;
    QAction *m_pause;
    QAction *m_resume;
    QMenu *m_recent;
    QMenu *m_pages;
    QList<AttentionItem> m_attention; ///< what is not only for information
    EngineState m_state = EngineState::Stopped;
    std::optional<Badge> m_badge; ///< that the icon shows
    StatsSnapshot m_statistics;
    QString m_message;
    Topic m_toldOf = Topic::Window; ///< by the last message: a click names none
    bool m_isNotifying = true;
};

/// The body of a message: desktops take it for markup (Desktop Notifications Specification,
/// "Markup"), and it may have the words of clients and registries.
QString messageBody(const QString &text);

} // namespace lanyard::ui
