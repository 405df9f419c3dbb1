// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/requestlog.h"

#include "widgets/endfollower.h"
#include "widgets/keptlayout.h"
#include "widgets/pulltree.h"
#include "widgets/requesttable.h"

#include <QHeaderView>

#include <utility>

namespace lanyard::ui {

RequestLog::RequestLog(RequestModel &model, QWidget *parent)
    : QStackedWidget(parent)
    , m_model(model)
    , m_filter(model)
    , m_table(new RequestTable(m_filter, this))
    , m_columns(new KeptColumns(*m_table->horizontalHeader(), QStringLiteral("requests")))
{
    addWidget(m_table);
    setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_table);
    connectView(*m_table, m_table->follower());
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &RequestLog::countChanged);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &RequestLog::countChanged);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &RequestLog::countChanged);
}

// The views go before the models that they show.
RequestLog::~RequestLog()
{
    delete m_tree;
    delete m_table;
}

void RequestLog::connectView(QAbstractItemView &view, EndFollower &follower)
{
    connect(&follower, &EndFollower::changed, this, &RequestLog::followingChanged);
    connect(view.selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RequestLog::currentChanged);
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RequestLog::selectionChanged);
    connect(&view, &QAbstractItemView::activated, this, &RequestLog::activated);
    connect(&view, &QWidget::customContextMenuRequested, this,
            [this, shown = &view](const QPoint &position) {
                Q_EMIT menuRequested(shown->viewport()->mapToGlobal(position));
            });
}

void RequestLog::setCriteria(const RequestCriteria &criteria)
{
    if (criteria == m_filter.criteria())
        return;
    const std::vector<std::uint64_t> selected =
        m_tree ? m_tree->selectedSequences() : std::vector<std::uint64_t>();
    m_filter.setCriteria(criteria);
    if (!m_pulls)
        return;
    m_pulls->setCriteria(criteria);
    if (m_tree->follower().isFollowing())
        m_tree->scrollToBottom();
    if (!selected.empty())
        m_tree->goTo(selected.back());
}

void RequestLog::setGrouped(bool isGrouped)
{
    if (isGrouped == this->isGrouped())
        return;
    if (isGrouped)
        group();
    else
        ungroup();
    Q_EMIT followingChanged(isFollowing());
    Q_EMIT currentChanged();
    Q_EMIT selectionChanged();
}

void RequestLog::group()
{
    const std::vector<std::uint64_t> selected = m_table->selectedSequences();
    m_pulls = std::make_unique<PullModel>(m_model, m_filter.criteria());
    m_tree = new PullTree(*m_pulls, this);
    m_columns->shareWith(*new KeptColumns(*m_tree->header(), {}));
    addWidget(m_tree);
    connectView(*m_tree, m_tree->follower());
    setCurrentWidget(m_tree);
    setFocusProxy(m_tree);
    // Else it is the last of the window, and Tab passes what is below it.
    setTabOrder(m_table, m_tree);
    m_tree->scrollToBottom();
    if (!selected.empty() && !m_table->follower().isFollowing())
        m_tree->goTo(selected.back());
}

void RequestLog::ungroup()
{
    const std::vector<std::uint64_t> selected = m_tree->selectedSequences();
    const bool isFollowing = m_tree->follower().isFollowing();
    setCurrentWidget(m_table);
    setFocusProxy(m_table);
    delete std::exchange(m_tree, nullptr);
    m_pulls.reset();
    if (isFollowing)
        m_table->follower().follow();
    if (!selected.empty())
        m_table->goTo(selected.back());
}

void RequestLog::follow()
{
    (m_tree ? m_tree->follower() : m_table->follower()).follow();
}

bool RequestLog::isFollowing() const
{
    return (m_tree ? m_tree->follower() : m_table->follower()).isFollowing();
}

QAbstractItemView &RequestLog::view() const
{
    return m_tree ? static_cast<QAbstractItemView &>(*m_tree) : *m_table;
}

QList<RequestRecord> RequestLog::shownRecords() const
{
    QList<RequestRecord> records;
    records.reserve(m_filter.rowCount());
    for (int row = 0; row < m_filter.rowCount(); ++row)
        records.append(m_filter.record(row));
    return records;
}

QList<RequestRecord> RequestLog::selectedRecords() const
{
    const auto sequences = m_tree ? m_tree->selectedSequences() : m_table->selectedSequences();
    QList<RequestRecord> records;
    records.reserve(static_cast<qsizetype>(sequences.size()));
    for (const std::uint64_t sequence : sequences)
        records.append(m_model.record(static_cast<int>(sequence - m_model.firstSequence())));
    return records;
}

bool RequestLog::hasSelection() const
{
    return view().selectionModel()->hasSelection();
}

RequestLog::Subject RequestLog::current() const
{
    const QModelIndex index = view().currentIndex();
    if (!index.isValid())
        return std::monostate();
    if (!m_pulls)
        return m_filter.record(index.row());
    if (const PullSummary *pull = m_pulls->pull(index))
        return *pull;
    return *m_pulls->record(index);
}

} // namespace lanyard::ui
