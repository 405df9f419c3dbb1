// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requestspage.h"

#include "engine.h"
#include "format.h"
#include "symbols.h"
#include "uilimits.h"
#include "widgets/card.h"
#include "widgets/exportdialog.h"
#include "widgets/exportline.h"
#include "widgets/keptlayout.h"
#include "widgets/mutedlabel.h"
#include "widgets/requestdetails.h"
#include "widgets/requestfilterbar.h"
#include "widgets/requestlog.h"
#include "widgets/requestmenu.h"
#include "widgets/taborder.h"
#include "widgets/welcome.h"

#include <QAction>
#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>

namespace lanyard::ui {

namespace {

constexpr quint32 stateVersion = 2;

QToolButton *toolButton(QWidget *parent, Symbol symbol, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbolIcon(symbol));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

QToolButton *toolButton(QWidget *parent, QAction *action)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    return button;
}

} // namespace

RequestsPage::RequestsPage(RequestModel &model, Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_engine(engine)
    , m_bar(new RequestFilterBar(this))
    , m_count(new MutedLabel({}, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_stack(new QStackedWidget(this))
    , m_log(new RequestLog(model, this))
    , m_details(new RequestDetails(this))
    , m_welcome(new Welcome(this))
    , m_export(new ExportLine(this))
    , m_menu(new RequestMenu(*m_log, *m_bar, this))
{
    m_resting.setSingleShot(true);
    m_resting.setInterval(limits::detailsPause);
    connect(&m_resting, &QTimer::timeout, this, &RequestsPage::showCurrent);
    connect(m_bar, &RequestFilterBar::criteriaChanged, this,
            [this] { m_log->setCriteria(m_bar->criteria()); });
    makeActions();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_bar);
    layout->addWidget(makeToolLine());
    layout->addWidget(m_export);
    layout->addWidget(makeLog(), 1);
    tabAsItIsRead(*this);
    connectLog();
    noteNewRows(0, m_model.rowCount() - 1);
    refresh();
}

QAction *RequestsPage::addPageAction(const QString &text)
{
    auto *action = new QAction(text, this);
    addAction(action);
    return action;
}

void RequestsPage::makeActions()
{
    m_group = addPageAction(tr("&Group pulls"));
    m_group->setIcon(symbolIcon(Symbol::Group));
    m_group->setToolTip(tr("Show the requests of one pull as one line that opens"));
    m_group->setCheckable(true);
    m_group->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    connect(m_group, &QAction::toggled, m_log, &RequestLog::setGrouped);
    connect(m_group, &QAction::toggled, this, &RequestsPage::refresh);
    m_showDetails = addPageAction(tr("&Details"));
    m_showDetails->setIcon(symbolIcon(Symbol::Info));
    m_showDetails->setToolTip(tr("Show what is known of the chosen row"));
    m_showDetails->setCheckable(true);
    m_showDetails->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(m_showDetails, &QAction::toggled, this, &RequestsPage::setDetailsShown);
    connect(m_menu, &RequestMenu::detailsCopyRequested, this, [this] {
        // What upstream was asked comes later: what is there already stays.
        if (!m_showDetails->isChecked() || m_resting.isActive())
            showCurrent();
        QGuiApplication::clipboard()->setText(m_details->text());
    });
    connect(m_menu, &RequestMenu::exportRequested, this, [this](bool isSelectionOnly) {
        askForExportFile(this, [this, isSelectionOnly](const QString &path) {
            exportTo(path, isSelectionOnly);
        });
    });
    connect(m_menu, &RequestMenu::clearRequested, this, &RequestsPage::clear);
}

QWidget *RequestsPage::makeToolLine()
{
    auto *line = new QWidget(this);
    m_follow = toolButton(line, Symbol::Follow, tr("&Newest"),
                          tr("Go to the newest request and stay there"));
    connect(m_follow, &QToolButton::clicked, m_log, &RequestLog::follow);
    m_pause = toolButton(line, Symbol::Pause, tr("Pa&use"), tr("Keep the log as it is"));
    m_pause->setCheckable(true);
    connect(m_pause, &QToolButton::toggled, this, &RequestsPage::setPaused);
    QToolButton *more = toolButton(line, Symbol::Menu, tr("M&ore"), tr("Copy, export and clear"));
    more->setMenu(m_menu);
    more->setPopupMode(QToolButton::InstantPopup);

    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_follow);
    layout->addWidget(m_pause);
    layout->addWidget(toolButton(line, m_group));
    layout->addWidget(toolButton(line, m_showDetails));
    layout->addWidget(more);
    return line;
}

QWidget *RequestsPage::makeLog()
{
    m_noMatch = new QWidget(this);
    auto *words = new MutedLabel(tr("No request fits the filter."), m_noMatch);
    auto *all = new QPushButton(tr("&Show all"), m_noMatch);
    connect(all, &QPushButton::clicked, m_bar, &RequestFilterBar::reset);
    auto *middle = new QVBoxLayout(m_noMatch);
    middle->addStretch(2);
    middle->addWidget(words, 0, Qt::AlignHCenter);
    middle->addWidget(all, 0, Qt::AlignHCenter);
    middle->addStretch(3);
    for (QWidget *shown :
         {static_cast<QWidget *>(m_welcome), static_cast<QWidget *>(m_log), m_noMatch})
        m_stack->addWidget(shown);
    for (QWidget *part : {static_cast<QWidget *>(m_stack), static_cast<QWidget *>(m_details)}) {
        auto *card = new Card(m_splitter);
        auto *layout = new QVBoxLayout(card);
        layout->setContentsMargins(4, 4, 4, 4);
        layout->addWidget(part);
        m_splitter->addWidget(card);
    }
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->widget(1)->hide();
    new KeptSplitter(*m_splitter, QStringLiteral("request details"));
    return m_splitter;
}

void RequestsPage::connectLog()
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { noteNewRows(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &RequestsPage::refresh);
    connect(m_log, &RequestLog::countChanged, this, &RequestsPage::refresh);
    connect(m_log, &RequestLog::followingChanged, this,
            [this](bool isFollowing) { m_follow->setEnabled(!isFollowing); });
    m_follow->setEnabled(false);
    connect(m_log, &RequestLog::currentChanged, this, [this] {
        if (m_showDetails->isChecked())
            m_resting.start();
    });
    connect(m_log, &RequestLog::selectionChanged, this, &RequestsPage::refresh);
    connect(m_log, &RequestLog::activated, this, [this] { setDetailsShown(true); });
    connect(m_log, &RequestLog::menuRequested, m_menu,
            [this](const QPoint &position) { m_menu->popup(position); });
    connect(m_export, &ExportLine::busyChanged, this, &RequestsPage::refresh);
}

void RequestsPage::noteNewRows(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_bar->note(m_model.record(row));
    refresh();
}

void RequestsPage::refresh()
{
    const int kept = m_model.rowCount();
    const int shown = m_log->shownCount();
    QWidget *page = m_log;
    if (kept == 0)
        page = m_welcome;
    else if (shown == 0)
        page = m_noMatch;
    m_stack->setCurrentWidget(page);
    m_menu->refresh(m_export->isBusy());
    QString count;
    if (kept > 0)
        count = tr("%1 of %2 requests shown")
                    .arg(formatCount(static_cast<std::uint64_t>(shown)),
                         formatCount(static_cast<std::uint64_t>(kept)));
    if (m_skipped > 0)
        count += tr(", %1 skipped").arg(formatCount(m_skipped));
    m_count->setText(count);
}

/// A row that goes leaves its details: who reads them shall not lose them.
void RequestsPage::showCurrent()
{
    m_resting.stop();
    const RequestLog::Subject subject = m_log->current();
    if (const auto *pull = std::get_if<PullSummary>(&subject)) {
        ++m_questions;
        m_details->show(pullFacts(*pull));
    } else if (const auto *record = std::get_if<RequestRecord>(&subject)) {
        ++m_questions;
        m_details->show(requestFacts(*record));
        if (mayHaveAskedUpstream(*record))
            askUpstream(*record);
    }
}

void RequestsPage::askUpstream(const RequestRecord &record)
{
    m_engine.upstreamRequests(
        record, this, [this, question = m_questions](const Result<QList<UpstreamRecord>> &answer) {
            if (question == m_questions)
                m_details->setMore(upstreamFacts(answer.value_or(QList<UpstreamRecord>())));
        });
}

void RequestsPage::exportTo(const QString &path, bool isSelectionOnly)
{
    if (!m_export->isBusy())
        m_export->start(isSelectionOnly ? m_log->selectedRecords() : m_log->shownRecords(), path);
}

void RequestsPage::showServing(const ClientAddress &address)
{
    m_welcome->showAddress(address);
}

void RequestsPage::showStopped()
{
    m_welcome->showStopped();
}

void RequestsPage::addSkipped(quint64 skipped)
{
    m_skipped += skipped;
    refresh();
}

void RequestsPage::focusFilter()
{
    m_bar->focusText();
}

void RequestsPage::setPaused(bool isPaused)
{
    const QSignalBlocker once(m_pause);
    m_pause->setChecked(isPaused);
    m_pause->setText(isPaused ? tr("Res&ume") : tr("Pa&use"));
    m_pause->setIcon(symbolIcon(isPaused ? Symbol::Start : Symbol::Pause));
    Q_EMIT pauseChanged(isPaused);
}

void RequestsPage::clear()
{
    m_skipped = 0;
    m_model.clear();
    m_details->showNothing();
    refresh();
}

void RequestsPage::setGrouped(bool isGrouped)
{
    m_group->setChecked(isGrouped);
}

void RequestsPage::setDetailsShown(bool areShown)
{
    m_showDetails->setChecked(areShown);
    m_splitter->widget(1)->setVisible(areShown);
    if (areShown)
        showCurrent();
}

QByteArray RequestsPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << stateVersion << m_group->isChecked() << m_showDetails->isChecked();
    return state;
}

void RequestsPage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 version = 0;
    bool isGrouped = false;
    bool areDetailsShown = false;
    stream >> version >> isGrouped >> areDetailsShown;
    if (stream.status() != QDataStream::Ok || version != stateVersion)
        return;
    setGrouped(isGrouped);
    setDetailsShown(areDetailsShown);
}

} // namespace lanyard::ui
