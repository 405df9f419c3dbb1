// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow.h"

#include "api/clientaddress.h"
#include "closing.h"
#include "dialogs/closequestion.h"
#include "engine.h"
#include "format.h"
#include "pages/clientspage.h"
#include "pages/computerpage.h"
#include "pages/imagespage.h"
#include "pages/overviewpage.h"
#include "pages/requestspage.h"
#include "pages/settingspage.h"
#include "pages/upstreamspage.h"
#include "setup/setuptext.h"
#include "theme.h"
#include "uilimits.h"
#include "widgets/firststeps.h"
#include "widgets/navigation.h"
#include "widgets/noticebar.h"
#include "widgets/requestfilterbar.h"
#include "widgets/requestmenu.h"
#include "widgets/servicebar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QNetworkInterface>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lanyard::ui {

namespace {

FirstSteps::SetUp firstStepsOf(const SetUpDesk &desk)
{
    if (!desk.canPause())
        return FirstSteps::SetUp::Offered;
    const bool isTested = std::ranges::any_of(desk.board().clients(), [](const ClientView &one) {
        return one.proof && one.proof->isProved;
    });
    return isTested ? FirstSteps::SetUp::Tested : FirstSteps::SetUp::Done;
}

} // namespace

MainWindow::MainWindow(Engine &engine, EngineControl &control, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_control(control)
    , m_source(engine)
    , m_feed(m_source)
    , m_requests(limits::logRecords)
    , m_tray(this)
    , m_serviceBar(new ServiceBar(this))
    , m_noticeBar(new NoticeBar(this))
    , m_navigation(new Navigation(this))
    , m_pages(new QStackedWidget(this))
    , m_overviewPage(new OverviewPage(engine, m_downloads, this))
    , m_requestsPage(new RequestsPage(m_requests, engine, this))
    , m_imagesPage(new ImagesPage(engine, this))
    , m_upstreamsPage(new UpstreamsPage(engine, this))
    , m_clientsPage(new ClientsPage(engine, this))
{
    setWindowTitle(QStringLiteral("Lanyard"));
    setWindowIcon(applicationIcon());
    // By the font, which also gives the columns their width.
    const QSize wanted = QSize(88, 54) * fontMetrics().height();
    resize(wanted.boundedTo(screen()->availableSize()));
    buildLayout();
    buildMenus();
    connectFeed();
    connectControl();
    onStateChanged(engine.state());
}

void MainWindow::buildLayout()
{
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(10);
    layout->addWidget(m_serviceBar);
    layout->addWidget(m_noticeBar);
    auto *body = new QHBoxLayout;
    body->setSpacing(12);
    body->addWidget(m_navigation);
    body->addWidget(m_pages, 1);
    layout->addLayout(body, 1);
    addPage(Page::Overview, Symbol::Overview, tr("Overview"), m_overviewPage);
    addPage(Page::Requests, Symbol::Requests, tr("Requests"), m_requestsPage);
    addPage(Page::Images, Symbol::Images, tr("Images"), m_imagesPage);
    addPage(Page::Upstreams, Symbol::Upstreams, tr("Upstreams"), m_upstreamsPage);
    addPage(Page::Clients, Symbol::Clients, tr("Clients"), m_clientsPage);
    connect(m_navigation, &Navigation::currentRowChanged, m_pages,
            &QStackedWidget::setCurrentIndex);
    // Keys that go through the pages go on; a click is the end of it.
    connect(m_navigation, &Navigation::clicked, this, [this] { openPage(page()); });
    m_navigation->setCurrentRow(0);
    setCentralWidget(centre);
}

void MainWindow::addPage(Page page, Symbol symbol, const QString &name, QWidget *widget)
{
    m_navigation->addPage(symbol, name);
    m_pages->addWidget(widget);
    m_rows += page;
}

void MainWindow::showPage(Page page)
{
    if (const auto row = m_rows.indexOf(page); row >= 0)
        m_navigation->setCurrentRow(static_cast<int>(row));
}

void MainWindow::openPage(Page page)
{
    showPage(page);
    if (page == Page::Computer && m_computerPage)
        m_computerPage->focusCache();
}

MainWindow::Page MainWindow::page() const
{
    return m_rows.at(m_pages->currentIndex());
}

void MainWindow::buildMenus()
{
    QMenu *cache = menuBar()->addMenu(tr("&Cache"));
    m_start = cache->addAction(tr("&Start"), &m_control, &EngineControl::start);
    m_stop = cache->addAction(tr("S&top"), &m_control, &EngineControl::stop);
    m_offline = cache->addAction(tr("Work &offline"));
    m_offline->setObjectName(QStringLiteral("offline"));
    m_offline->setCheckable(true);
    m_offline->setStatusTip(tr("No registry is asked: what is cached is served"));
    cache->addSeparator();
    QAction *quit = cache->addAction(tr("&Quit"), &m_control, &EngineControl::quit);
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));

    m_view = menuBar()->addMenu(tr("&View"));
    for (const Page page : std::as_const(m_rows))
        addViewAction(page);

    QMenu *log = menuBar()->addMenu(tr("&Log"));
    QAction *find = log->addAction(tr("&Filter"), this, &MainWindow::find);
    find->setShortcut(QKeySequence::Find);
    m_pause = log->addAction(tr("&Pause"));
    m_pause->setCheckable(true);
    connect(m_pause, &QAction::toggled, m_requestsPage, &RequestsPage::setPaused);
    log->addSeparator();
    log->addActions(m_requestsPage->actions());
    log->addSeparator();
    log->addActions(m_requestsPage->menu().actions());

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About Lanyard"), this, &MainWindow::showAbout);
}

/// In the page that is shown, or in the log.
void MainWindow::find()
{
    if (page() == Page::Images) {
        m_imagesPage->focusSearch();
        return;
    }
    showPage(Page::Requests);
    m_requestsPage->focusFilter();
}

/// Each page by its number, as in a browser.
void MainWindow::addViewAction(Page page)
{
    const int row = static_cast<int>(m_rows.indexOf(page));
    QAction *show = m_view->addAction(m_navigation->item(row)->text());
    show->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + row)));
    connect(show, &QAction::triggered, this, [this, page] { openPage(page); });
    m_tray.addPage(static_cast<int>(page), show->text());
}

void MainWindow::addComputerPage(ComputerPage *page)
{
    m_computerPage = page;
    addPage(Page::Computer, Symbol::Computer, tr("This computer"), page);
    addViewAction(Page::Computer);
    connect(page, &ComputerPage::startRequested, &m_control, &EngineControl::start);
    connect(m_overviewPage, &OverviewPage::setUpRequested, this,
            [this] { openPage(Page::Computer); });
    connect(m_overviewPage, &OverviewPage::testRequested, this, [this, page] {
        showPage(Page::Computer);
        page->testAll();
    });
    connectDesk(*page);
    connectWork(page->desk().work());
}

/// What the tray icon and the first steps offer of it.
void MainWindow::connectDesk(ComputerPage &page)
{
    SetUpDesk &desk = page.desk();
    const auto showState = [this, &desk] {
        m_tray.setSetUp(desk.canPause(), desk.canResume(), desk.isWorking());
        m_overviewPage->setSetUp(firstStepsOf(desk));
    };
    connect(&desk.board(), &ClientBoard::appliedChanged, this, showState);
    connect(&desk, &SetUpDesk::stateChanged, this, showState);
    connect(&m_tray, &TrayIcon::pauseRequested, &desk.work(), &SetUpWork::pause);
    connect(&m_tray, &TrayIcon::resumeRequested, &desk.work(), &SetUpWork::resume);
    showState();
}

/// The end of the program waits for what changes files.
void MainWindow::connectWork(SetUpWork &work)
{
    connect(&work, &SetUpWork::changingChanged, &m_control, &EngineControl::setBusy);
    connect(&m_control, &EngineControl::quitting, &work, &SetUpWork::wrapUp);
    connect(&m_control, &EngineControl::quitting, this, [this] {
        if (m_control.isBusy())
            tellUnlessSeen(tr("Lanyard ends in a moment"),
                           tr("The set-up of this computer comes to an end before."));
    });
    connect(&work, &SetUpWork::ended, this, [this](const SetUpOutcome &outcome) {
        tellUnlessSeen(outcomeTitle(outcome), outcomeText(outcome));
    });
}

/// Who looks at the window sees it there.
void MainWindow::tellUnlessSeen(const QString &title, const QString &text)
{
    if (!QApplication::activeWindow())
        m_tray.tell(title, text);
}

void MainWindow::addSettingsPage(SettingsPage *page)
{
    addPage(Page::Settings, Symbol::Settings, tr("Settings"), page);
    addViewAction(Page::Settings);
    connect(page, &SettingsPage::programChanged, this, &MainWindow::setProgramSettings);
}

void MainWindow::setProgramSettings(const ProgramSettings &settings)
{
    m_closeAction = settings.closeAction;
    m_tray.setNotifying(settings.notifies);
}

void MainWindow::connectFeed()
{
    connect(&m_feed, &EngineFeed::recordsArrived, this,
            [this](const QList<RequestRecord> &records, quint64 skipped) {
                m_requests.append(records);
                if (m_recentImages.add(records))
                    m_tray.setRecentImages(m_recentImages.names());
                if (skipped > 0)
                    m_requestsPage->addSkipped(skipped);
            });
    connect(&m_feed, &EngineFeed::statisticsChanged, m_overviewPage, &OverviewPage::setStatistics);
    connect(&m_feed, &EngineFeed::statisticsChanged, &m_tray, &TrayIcon::setStatistics);
    connect(&m_feed, &EngineFeed::downloadsChanged, &m_downloads, &DownloadModel::update);
    connect(m_requestsPage, &RequestsPage::pauseChanged, this, [this](bool isPaused) {
        m_pause->setChecked(isPaused);
        m_feed.setPaused(isPaused);
    });
    connect(m_clientsPage, &ClientsPage::requestsWanted, this, [this](const QByteArray &client) {
        m_requestsPage->filterBar().reset();
        m_requestsPage->filterBar().chooseClient(client);
        showPage(Page::Requests);
    });
}

void MainWindow::connectControl()
{
    connect(&m_engine, &Engine::stateChanged, this, &MainWindow::onStateChanged);
    connect(&m_engine, &Engine::addressesChanged, this, &MainWindow::showAddresses);
    connect(&m_control, &EngineControl::starting, m_noticeBar, &NoticeBar::clear);
    connect(&m_control, &EngineControl::noticeRaised, m_noticeBar, &NoticeBar::add);
    connect(m_noticeBar, &NoticeBar::restartWanted, &m_control, &EngineControl::restart);
    connect(&m_engine, &Engine::offlineChanged, m_offline, &QAction::setChecked);
    connect(&m_engine, &Engine::offlineChanged, &m_tray, &TrayIcon::setOffline);
    connect(m_offline, &QAction::triggered, &m_engine, &Engine::setOffline);
    connect(&m_tray, &TrayIcon::offlineRequested, &m_engine, &Engine::setOffline);
    connect(m_serviceBar, &ServiceBar::startRequested, &m_control, &EngineControl::start);
    connect(m_serviceBar, &ServiceBar::stopRequested, &m_control, &EngineControl::stop);
    connect(m_overviewPage, &OverviewPage::startRequested, &m_control, &EngineControl::start);
    connect(m_overviewPage, &OverviewPage::attentionChanged, this, &MainWindow::showAttention);
    connect(m_overviewPage, &OverviewPage::actionRequested, this, &MainWindow::showWhatMends);
    connect(&m_tray, &TrayIcon::startRequested, &m_control, &EngineControl::start);
    connect(&m_tray, &TrayIcon::stopRequested, &m_control, &EngineControl::stop);
    connect(&m_tray, &TrayIcon::showRequested, this, &MainWindow::bringToFront);
    connect(&m_tray, &TrayIcon::attentionRequested, this, [this] {
        bringToFront();
        openPage(Page::Overview);
    });
    connect(&m_tray, &TrayIcon::pageRequested, this, [this](int page) {
        bringToFront();
        openPage(static_cast<Page>(page));
    });
    connect(&m_tray, &TrayIcon::imageRequested, this, [this](const QByteArray &name) {
        m_imagesPage->search(printable(name));
        showPage(Page::Images);
        bringToFront();
    });
    connect(&m_tray, &TrayIcon::quitRequested, &m_control, &EngineControl::quit);
}

/// What is only for information does not call for attention.
void MainWindow::showAttention(const QList<AttentionItem> &items)
{
    const auto grave = std::count_if(items.cbegin(), items.cend(), [](const AttentionItem &item) {
        return item.severity != AttentionItem::Severity::Info;
    });
    m_navigation->setAttention(static_cast<int>(Page::Overview), static_cast<int>(grave));
    m_tray.setAttention(items);
}

void MainWindow::showWhatMends(AttentionItem::Action action, const QString &subject)
{
    switch (action) {
    case AttentionItem::Action::ShowSettings:
        showPage(Page::Settings);
        break;
    case AttentionItem::Action::ShowUpstreams:
        m_upstreamsPage->choose(subject);
        showPage(Page::Upstreams);
        break;
    case AttentionItem::Action::LogIn:
        m_upstreamsPage->logIn(subject);
        showPage(Page::Upstreams);
        break;
    case AttentionItem::Action::AddUpstream:
        m_upstreamsPage->add(subject);
        showPage(Page::Upstreams);
        break;
    case AttentionItem::Action::ShowImages:
        showPage(Page::Images);
        break;
    case AttentionItem::Action::ShowClients:
        m_clientsPage->choose(subject);
        showPage(Page::Clients);
        break;
    case AttentionItem::Action::ShowComputer:
        openPage(Page::Computer);
        break;
    case AttentionItem::Action::Start:
    case AttentionItem::Action::WorkOnline:
    case AttentionItem::Action::RenewAuthority:
    case AttentionItem::Action::Dismiss:
        break; // the page does these itself
    }
}

void MainWindow::onStateChanged(EngineState state)
{
    showAddresses();
    m_tray.setState(state);
    m_start->setEnabled(state == EngineState::Stopped);
    m_stop->setEnabled(state == EngineState::Running);
    m_offline->setEnabled(state == EngineState::Running);
    if (state == EngineState::Running) {
        m_feed.begin();
    } else if (state == EngineState::Stopped) {
        m_requestsPage->showStopped();
        m_feed.end();
    }
}

void MainWindow::showAddresses()
{
    const QStringList listening = m_engine.addresses();
    const ClientAddress address = clientAddress(listening, QNetworkInterface::allAddresses());
    m_serviceBar->setState(m_engine.state(), address, listening);
    m_overviewPage->setState(m_engine.state(), address);
    if (m_engine.state() == EngineState::Running)
        m_requestsPage->showServing(address);
}

void MainWindow::setServed(bool hasServed)
{
    m_overviewPage->setServed(hasServed);
}

bool MainWindow::hasServed() const
{
    return m_overviewPage->hasServed();
}

QByteArray MainWindow::saveLogState() const
{
    return m_requestsPage->saveState();
}

void MainWindow::restoreLogState(const QByteArray &state)
{
    m_requestsPage->restoreState(state);
}

void MainWindow::showAtStart(bool isMinimised)
{
    if (!isMinimised)
        show();
    else if (!m_tray.isAvailable())
        showMinimized();
}

void MainWindow::bringToFront()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const Closing closing = closingOf(m_closeAction, m_tray.isAvailable(), m_control.isQuitting());
    event->setAccepted(closing == Closing::Hide);
    switch (closing) {
    case Closing::Hide:
        hideToTray();
        break;
    case Closing::Ask:
        askWhatClosingDoes();
        break;
    case Closing::Quit:
        // The program ends when the engine has stopped; until then the window tells what it does.
        m_control.quit();
        break;
    }
}

void MainWindow::hideToTray()
{
    hide();
    if (!m_isHidingKnown)
        m_tray.tellHidden();
    m_isHidingKnown = true;
}

void MainWindow::askWhatClosingDoes()
{
    auto *question = new CloseQuestion(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &CloseQuestion::keepRequested, this, &MainWindow::hideToTray);
    connect(question, &CloseQuestion::quitRequested, &m_control, &EngineControl::quit);
    question->open();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_feed.setWatched(true);
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    m_feed.setWatched(false);
}

void MainWindow::showAbout()
{
    auto *about = new QMessageBox(this);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setWindowTitle(tr("About Lanyard"));
    about->setIconPixmap(applicationIcon().pixmap(64));
    about->setText(QStringLiteral("<h3>Lanyard %1</h3>")
                       .arg(QCoreApplication::applicationVersion().toHtmlEscaped()));
    about->setInformativeText(tr("A pull-through container image cache for your network. "
                                 "Free software under the GNU General Public License, version 3 "
                                 "or later."));
    about->open();
}

} // namespace lanyard::ui
