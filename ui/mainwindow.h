// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attention.h"
#include "enginecontrol.h"
#include "enginesource.h"
#include "models/downloadmodel.h"
#include "models/requestmodel.h"
#include "programsettings.h"
#include "recentimages.h"
#include "symbols.h"
#include "trayicon.h"

#include <QMainWindow>

class QAction;
class QMenu;
class QStackedWidget;

namespace lanyard::ui {

class ClientsPage;
class ComputerPage;
class ImagesPage;
class Navigation;
class NoticeBar;
class OverviewPage;
class RequestsPage;
class ServiceBar;
class SetUpWork;
class SettingsPage;
class UpstreamsPage;

/// The window of the program, and its tray icon. Lives on the UI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// Both must outlive the window.
    MainWindow(Engine &engine, EngineControl &control, QWidget *parent = nullptr);

    const RequestModel &requests() const { return m_requests; }

    const ServiceBar &serviceBar() const { return *m_serviceBar; }

    const NoticeBar &noticeBar() const { return *m_noticeBar; }

    const TrayIcon &trayIcon() const { return m_tray; }

    /// In the order of the navigation.
    enum class Page { Overview, Requests, Images, Upstreams, Clients, Computer, Settings };

    /// Nothing for one that there is not.
    void showPage(Page page);
    /// The same, and what is typed first there has the focus, where there is such a thing.
    void openPage(Page page);
    Page page() const;

    /// Puts the set-up of this computer at the end of the pages, before the settings; it is the
    /// window's then. Once.
    void addComputerPage(ComputerPage *page);
    /// Puts the settings at the end of the pages; they are the window's then. Once.
    void addSettingsPage(SettingsPage *page);
    /// What the program is told there.
    void setProgramSettings(const ProgramSettings &settings);

    /// At the start of the program; minimised into the tray, or where there is none, on the bar of
    /// windows.
    void showAtStart(bool isMinimised);
    /// Shows it in front of others.
    void bringToFront();

    /// Whether the first closing is yet to be explained. Kept by the program across its runs.
    void setHidingKnown(bool isKnown) { m_isHidingKnown = isKnown; }

    bool isHidingKnown() const { return m_isHidingKnown; }

    /// Whether anything was ever pulled through the cache. Kept by the program across its runs.
    void setServed(bool hasServed);
    bool hasServed() const;

    /// How the request log is laid out. Kept by the program across its runs.
    QByteArray saveLogState() const;
    void restoreLogState(const QByteArray &state);

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildLayout();
    void addPage(Page page, Symbol symbol, const QString &name, QWidget *widget);
    void buildMenus();
    void addViewAction(Page page);
    void find();
    void connectFeed();
    void connectControl();
    void onStateChanged(EngineState state);
    void showAddresses();
    void connectDesk(ComputerPage &page);
    void connectWork(SetUpWork &work);
    void tellUnlessSeen(const QString &title, const QString &text);
    void showAttention(const QList<AttentionItem> &items);
    void showWhatMends(AttentionItem::Action action, const QString &subject);
    void showAbout();
    void hideToTray();
    void askWhatClosingDoes();

    Engine &m_engine;
    EngineControl &m_control;
    EngineSource m_source;
    EngineFeed m_feed;
    RequestModel m_requests;
    DownloadModel m_downloads;
    RecentImages m_recentImages;
    TrayIcon m_tray;
    ServiceBar *m_serviceBar;
    NoticeBar *m_noticeBar;
    Navigation *m_navigation;
    QStackedWidget *m_pages;
    QList<Page> m_rows; ///< the pages that there are, as the navigation has them
    OverviewPage *m_overviewPage;
    RequestsPage *m_requestsPage;
    ImagesPage *m_imagesPage;
    UpstreamsPage *m_upstreamsPage;
    ClientsPage *m_clientsPage;
    ComputerPage *m_computerPage = nullptr; ///< none: it was not added
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_offline = nullptr;
    QAction *m_pause = nullptr;
    QMenu *m_view = nullptr;
    CloseAction m_closeAction = CloseAction::KeepRunning;
    bool m_isHidingKnown = false;
};

} // namespace lanyard::ui
