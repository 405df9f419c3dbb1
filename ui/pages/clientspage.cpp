// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/clientspage.h"

#include "clienttext.h"
#include "engine.h"
#include "format.h"
#include "symbols.h"
#include "uilimits.h"
#include "widgets/actionbutton.h"
#include "widgets/card.h"
#include "widgets/columnwidth.h"
#include "widgets/keptlayout.h"
#include "widgets/messageline.h"
#include "widgets/mutedlabel.h"
#include "widgets/plaintable.h"

#include <QAction>
#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace lanyard::ui {

namespace {

/// Of those that were not served. In some languages the words for one time are longer than those
/// for several.
QString widestState(const QFontMetrics &metrics)
{
    QString widest;
    for (const std::uint64_t fallbacks : {0, 1, 10}) {
        ClientSummary client;
        client.isServed = false;
        client.fallbacks = fallbacks;
        if (fallbacks > 0)
            client.lastFallback.emplace();
        const QString state = fallbackState(client);
        if (metrics.horizontalAdvance(state) > metrics.horizontalAdvance(widest))
            widest = state;
    }
    return widest;
}

} // namespace

ClientsPage::ClientsPage(const Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_count(new MutedLabel({}, this))
    , m_showRequests(new QAction(symbolIcon(Symbol::Requests), tr("&Show its requests"), this))
    , m_fallback(new MessageLine(this))
{
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(ClientModel::SortRole);
    m_sorted.setSortCaseSensitivity(Qt::CaseInsensitive);
    setUpTable();
    auto *none = new MutedLabel(tr("Nobody has asked the cache yet. Who pulls through it is listed "
                                   "here, with what could not be given."),
                                this);
    none->setAlignment(Qt::AlignCenter);
    none->setWordWrap(true);
    m_stack->addWidget(none);
    m_stack->addWidget(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    m_timer.setInterval(limits::clientPollInterval);
    connect(&m_timer, &QTimer::timeout, this, &ClientsPage::poll);
    connect(&m_hostNames, &HostNames::found, this, &ClientsPage::poll);
    connect(m_showRequests, &QAction::triggered, this, [this] {
        if (const ClientSummary *client = selected())
            Q_EMIT requestsWanted(client->address);
    });
    showSelected();
}

QWidget *ClientsPage::makeContent()
{
    auto *content = new QWidget(this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_count);
    top->addStretch(1);
    top->addWidget(makeActionButton(*m_showRequests, content));
    auto *card = new Card(content);
    auto *inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(4, 4, 4, 4);
    inCard->addWidget(m_table);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(top);
    layout->addWidget(card, 1);
    layout->addWidget(m_fallback);
    return content;
}

void ClientsPage::setUpTable()
{
    setUpPlainTable(*m_table);
    m_table->setModel(&m_sorted);
    m_table->setAccessibleName(tr("Clients of the cache"));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ClientModel::SeenColumn, Qt::DescendingOrder);
    m_table->addAction(m_showRequests);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    setUpColumns(*m_table->horizontalHeader());
    new KeptColumns(*m_table->horizontalHeader(), QStringLiteral("clients"));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ClientsPage::showSelected);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ClientsPage::showSelected);
    connect(m_table, &QTableView::activated, m_showRequests, &QAction::trigger);
}

/// As wide as their texts are at most; names, which may be of any length, share the rest.
void ClientsPage::setUpColumns(QHeaderView &header)
{
    const int em = fontMetrics().height();
    const auto widen = [this, &header, em](int column, const QString &sample, int sign = 0) {
        fitColumn(header, column, fontMetrics().horizontalAdvance(sample) + em * 3 / 4 + sign);
    };
    widen(ClientModel::StateColumn, widestState(fontMetrics()), em * 5 / 4);
    widen(ClientModel::SeenColumn,
          QLocale().toString(QDateTime({2026, 12, 28}, {22, 58}), QLocale::ShortFormat));
    widen(ClientModel::RequestsColumn, formatCount(100'000));
    widen(ClientModel::ServedColumn, formatBytes(1'023'000'000));
    widen(ClientModel::HitsColumn, formatHitRatio(1, 0));
    for (const int column :
         {ClientModel::NameColumn, ClientModel::ProgramColumn, ClientModel::FormColumn})
        header.setSectionResizeMode(column, QHeaderView::Stretch);
    // A title that is about as long as its texts, in some languages, is not cut for others.
    if (header.sectionSizeHint(ClientModel::FormColumn) > em * 8) {
        header.setSectionResizeMode(ClientModel::FormColumn, QHeaderView::Interactive);
        fitColumn(header, ClientModel::FormColumn, 0);
    }
}

void ClientsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_timer.start();
    poll();
}

void ClientsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
}

void ClientsPage::poll()
{
    QList<ClientRow> rows;
    const QList<ClientSummary> clients = m_engine.clients();
    rows.reserve(clients.size());
    for (const ClientSummary &client : clients)
        rows += {.client = client, .hostName = m_hostNames.nameOf(client.address)};
    // The engine knows no order: without one of its own, rows would move at every look.
    std::sort(rows.begin(), rows.end(),
              [](const ClientRow &a, const ClientRow &b) { return a.key() < b.key(); });
    m_model.assign(rows);
    m_count->setText(tr("%n clients since the program began", nullptr, m_model.rowCount()));
    m_stack->setCurrentIndex(rows.isEmpty() ? 0 : 1);
    selectWanted();
}

void ClientsPage::choose(const QString &address)
{
    m_wanted = address;
    if (m_timer.isActive())
        poll();
}

void ClientsPage::selectWanted()
{
    const QString wanted = std::exchange(m_wanted, {});
    int found = -1;
    for (int row = 0; row < m_model.rowCount() && !wanted.isEmpty(); ++row) {
        const ClientSummary &client = m_model.at(row).client;
        const bool isBetter =
            found < 0 || (client.lastFallback && !m_model.at(found).client.lastFallback);
        if (printable(client.address) == wanted && isBetter)
            found = row;
    }
    if (found < 0)
        return;
    const QModelIndex index = m_sorted.mapFromSource(m_model.index(found, 0));
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

const ClientSummary *ClientsPage::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return nullptr;
    return &m_model.at(m_sorted.mapToSource(rows.constFirst()).row()).client;
}

void ClientsPage::showSelected()
{
    const ClientSummary *client = selected();
    m_showRequests->setEnabled(client != nullptr);
    const QString explanation = client ? fallbackExplanation(*client) : QString();
    if (explanation.isEmpty())
        m_fallback->clear();
    else if (explanation != m_fallback->text())
        m_fallback->tell({.severity = Notice::Severity::Warning, .text = explanation});
}

} // namespace lanyard::ui
