// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/requesttable.h"

#include "widgets/endfollower.h"
#include "widgets/requestcolumns.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace lanyard::ui {

RequestTable::RequestTable(RequestFilter &filter, QWidget *parent)
    : QTableView(parent)
    , m_filter(filter)
{
    setAccessibleName(tr("Request log"));
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    // Connected before the view connects: it would make a neighbour of a current row that goes the
    // current one, and scroll to it.
    connect(&filter, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int, int last) {
                if (currentIndex().isValid() && currentIndex().row() <= last)
                    selectionModel()->clearCurrentIndex();
            });
    setModel(&filter);
    setUpRequestView(*this, *horizontalHeader(), 0);

    m_follower = new EndFollower(*this);
    connect(&filter, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onRowsRemoved(last - first + 1); });
    connect(&filter, &QAbstractItemModel::modelAboutToBeReset, this,
            &RequestTable::rememberCurrent);
    connect(&filter, &QAbstractItemModel::modelReset, this, &RequestTable::restoreCurrent);
}

// Rows go only at the top; without this the others would move up under the reader's eyes.
void RequestTable::onRowsRemoved(int count)
{
    if (m_follower->isFollowing())
        return;
    const int height = verticalHeader()->defaultSectionSize();
    verticalScrollBar()->setValue(verticalScrollBar()->value() - count * height);
}

void RequestTable::rememberCurrent()
{
    m_remembered.reset();
    if (currentIndex().isValid())
        m_remembered = m_filter.sequenceAt(currentIndex().row());
}

void RequestTable::restoreCurrent()
{
    const int row = m_remembered ? m_filter.rowOf(*m_remembered) : -1;
    m_remembered.reset();
    if (row >= 0) {
        setCurrentIndex(m_filter.index(row, 0));
        if (!m_follower->isFollowing())
            scrollTo(m_filter.index(row, 0), PositionAtCenter);
    }
    if (m_follower->isFollowing())
        scrollToBottom();
}

std::vector<std::uint64_t> RequestTable::selectedSequences() const
{
    std::vector<std::uint64_t> sequences;
    const QModelIndexList rows = selectionModel()->selectedRows();
    sequences.reserve(static_cast<std::size_t>(rows.size()));
    for (const QModelIndex &row : rows)
        sequences.push_back(m_filter.sequenceAt(row.row()));
    std::sort(sequences.begin(), sequences.end());
    return sequences;
}

void RequestTable::goTo(std::uint64_t sequence)
{
    if (const int row = m_filter.rowOf(sequence); row >= 0)
        setCurrentIndex(m_filter.index(row, 0));
}

} // namespace lanyard::ui
