// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/requestspage.h"

#include "engine.h"
#include "format.h"
#include "requesttext.h"
#include "symbols.h"
#include "uilimits.h"
#include "widgets/card.h"
#include "widgets/exportline.h"
#include "widgets/mutedlabel.h"
#include "widgets/requestdetails.h"
#include "widgets/requestfilterbar.h"
#include "widgets/requestlog.h"
#include "widgets/welcome.h"

#include <QAction>
#include <QClipboard>
#include <QDataStream>
#include <QDateTime>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStandardPaths>
#include <QToolButton>

namespace lanyard::ui {

namespace {

constexpr quint32 stateVersion = 1;

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
    connectLog();
    noteNewRows(0, m_model.rowCount() - 1);
    refreshActions();
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
    connect(m_group, &QAction::toggled, this, &RequestsPage::refreshCount);
    m_showDetails = addPageAction(tr("&Details"));
    m_showDetails->setIcon(symbolIcon(Symbol::Info));
    m_showDetails->setToolTip(tr("Show what is known of the chosen row"));
    m_showDetails->setCheckable(true);
    m_showDetails->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(m_showDetails, &QAction::toggled, this, &RequestsPage::setDetailsShown);
    m_copyRows = addPageAction(tr("&Copy rows"));
    m_copyRows->setIcon(symbolIcon(Symbol::Copy));
    m_copyRows->setShortcut(QKeySequence::Copy);
    // Elsewhere on the page, the keys copy the text that is selected there.
    m_copyRows->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_log->addAction(m_copyRows);
    removeAction(m_copyRows);
    connect(m_copyRows, &QAction::triggered, this, [this] {
        QString text;
        for (const RequestRecord &record : m_log->selectedRecords())
            text += requestLine(record) + u'\n';
        if (!text.isEmpty())
            QGuiApplication::clipboard()->setText(text);
    });
    m_copyDetails = addPageAction(tr("Copy d&etails"));
    connect(m_copyDetails, &QAction::triggered, this, [this] {
        showCurrent();
        QGuiApplication::clipboard()->setText(m_details->text());
    });
    m_exportShown = addPageAction(tr("E&xport shown requests…"));
    m_exportShown->setIcon(symbolIcon(Symbol::Export));
    connect(m_exportShown, &QAction::triggered, this, [this] { askForFile(false); });
    m_exportSelected = addPageAction(tr("Export &selected requests…"));
    connect(m_exportSelected, &QAction::triggered, this, [this] { askForFile(true); });
    m_clear = addPageAction(tr("C&lear"));
    m_clear->setIcon(symbolIcon(Symbol::Remove));
    m_clear->setToolTip(tr("Empty the log of this window"));
    connect(m_clear, &QAction::triggered, this, &RequestsPage::clear);
    m_onlyClient = new QAction(tr("Only this cl&ient"), this);
    m_onlyImage = new QAction(tr("Only this i&mage"), this);
    m_onlyUpstream = new QAction(tr("Only this &upstream"), this);
    for (QAction *only : {m_onlyClient, m_onlyImage, m_onlyUpstream})
        connect(only, &QAction::triggered, this, [this, only] { narrow(only); });
    m_menu = makeMenu();
}

QMenu *RequestsPage::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->addActions({m_copyRows, m_copyDetails});
    menu->addSeparator();
    menu->addActions({m_onlyClient, m_onlyImage, m_onlyUpstream});
    menu->addSeparator();
    menu->addActions({m_exportShown, m_exportSelected});
    menu->addSeparator();
    menu->addAction(m_clear);
    return menu;
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
    return m_splitter;
}

void RequestsPage::connectLog()
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { noteNewRows(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &RequestsPage::refreshCount);
    connect(m_log, &RequestLog::countChanged, this, &RequestsPage::refreshCount);
    connect(m_log, &RequestLog::followingChanged, this,
            [this](bool isFollowing) { m_follow->setEnabled(!isFollowing); });
    m_follow->setEnabled(false);
    connect(m_log, &RequestLog::currentChanged, this, [this] { m_resting.start(); });
    connect(m_log, &RequestLog::selectionChanged, this, &RequestsPage::refreshActions);
    connect(m_log, &RequestLog::activated, this, [this] { setDetailsShown(true); });
    connect(m_log, &RequestLog::menuRequested, m_menu,
            [this](const QPoint &position) { m_menu->popup(position); });
    connect(m_export, &ExportLine::busyChanged, this, &RequestsPage::refreshActions);
}

void RequestsPage::noteNewRows(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_bar->note(m_model.record(row));
    refreshCount();
}

void RequestsPage::refreshCount()
{
    const int kept = m_model.rowCount();
    const int shown = m_log->shownCount();
    QWidget *page = m_log;
    if (kept == 0)
        page = m_welcome;
    else if (shown == 0)
        page = m_noMatch;
    m_stack->setCurrentWidget(page);
    m_clear->setEnabled(kept > 0);
    m_exportShown->setEnabled(shown > 0 && !m_export->isBusy());
    QString count;
    if (kept > 0)
        count = tr("%1 of %2 requests shown")
                    .arg(formatCount(static_cast<std::uint64_t>(shown)),
                         formatCount(static_cast<std::uint64_t>(kept)));
    if (m_skipped > 0)
        count += tr(", %1 skipped").arg(formatCount(m_skipped));
    m_count->setText(count);
}

void RequestsPage::refreshActions()
{
    const bool hasSelection = m_log->hasSelection();
    m_copyRows->setEnabled(hasSelection);
    m_exportSelected->setEnabled(hasSelection && !m_export->isBusy());
    const bool hasCurrent = !std::holds_alternative<std::monostate>(m_log->current());
    for (QAction *action : {m_copyDetails, m_onlyClient, m_onlyImage, m_onlyUpstream})
        action->setEnabled(hasCurrent);
    refreshCount();
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
    refreshActions();
}

void RequestsPage::askUpstream(const RequestRecord &record)
{
    m_engine.upstreamRequests(
        record, this, [this, question = m_questions](const Result<QList<UpstreamRecord>> &answer) {
            if (question == m_questions)
                m_details->setMore(upstreamFacts(answer.value_or(QList<UpstreamRecord>())));
        });
}

void RequestsPage::narrow(QAction *action)
{
    const RequestLog::Subject subject = m_log->current();
    RequestLabels labels;
    QByteArray client;
    if (const auto *pull = std::get_if<PullSummary>(&subject)) {
        client = pull->client;
        labels.upstream = pull->upstream;
        labels.repository = pull->repository;
    } else if (const auto *record = std::get_if<RequestRecord>(&subject)) {
        client = record->client;
        labels = record->labels;
    }
    if (action == m_onlyClient)
        m_bar->chooseClient(client);
    else if (action == m_onlyUpstream)
        m_bar->chooseUpstream(labels.upstream);
    else if (!labels.repository.isEmpty())
        m_bar->setText(QStringLiteral("image:") + imageName(labels));
}

void RequestsPage::askForFile(bool isSelectionOnly)
{
    auto *dialog = new QFileDialog(this, tr("Export requests"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON (*.json)"), tr("JSON lines (*.jsonl)")});
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("requests-%1.csv")
                           .arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss")));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const qsizetype dot = filter.lastIndexOf(u'.');
        dialog->setDefaultSuffix(filter.sliced(dot + 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, isSelectionOnly](const QString &path) { exportTo(path, isSelectionOnly); });
    dialog->open();
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
    refreshCount();
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
    refreshActions();
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
    stream << stateVersion << m_group->isChecked() << m_showDetails->isChecked()
           << m_splitter->saveState();
    return state;
}

void RequestsPage::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 version = 0;
    bool isGrouped = false;
    bool areDetailsShown = false;
    QByteArray splitter;
    stream >> version >> isGrouped >> areDetailsShown >> splitter;
    if (stream.status() != QDataStream::Ok || version != stateVersion)
        return;
    m_splitter->restoreState(splitter);
    setGrouped(isGrouped);
    setDetailsShown(areDetailsShown);
}

} // namespace lanyard::ui
