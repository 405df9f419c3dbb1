// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pulltree.h"

#include "widgets/endfollower.h"
#include "widgets/requestcolumns.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace lanyard::ui {

PullTree::PullTree(PullModel &pulls, QWidget *parent)
    : QTreeView(parent)
    , m_pulls(pulls)
{
    setAccessibleName(tr("Request log, by pull"));
    // What every row would cost to ask for, with 100,000 of them.
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setExpandsOnDoubleClick(false); // it shows the details
    // Connected before the view connects, as in RequestTable.
    connect(&pulls, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &line, int first, int last) {
                const auto goes = [&](const QModelIndex &row) {
                    return row.isValid() && row.parent() == line && row.row() >= first &&
                           row.row() <= last;
                };
                if (goes(currentIndex()) || goes(currentIndex().parent()))
                    selectionModel()->clearCurrentIndex();
            });
    setModel(&pulls);
    setUpRequestView(*this, *header(), 2 * indentation());

    m_follower = new EndFollower(*this);
    connect(this, &QTreeView::expanded, m_follower, &EndFollower::stay);
    connect(&pulls, &PullModel::batchBegins, this, &PullTree::rememberTop);
    connect(&pulls, &PullModel::batchEnded, this, &PullTree::restoreTop);
}

void PullTree::rememberTop()
{
    m_top = m_follower->isFollowing() ? QModelIndex() : indexAt({0, 0});
    m_topOffset = visualRect(m_top).top();
}

// Lines above it may have gone, or have more below them.
void PullTree::restoreTop()
{
    if (!m_top.isValid())
        return;
    const int moved = visualRect(m_top).top() - m_topOffset;
    if (moved != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    m_top = QModelIndex();
}

std::vector<std::uint64_t> PullTree::selectedSequences() const
{
    std::vector<std::uint64_t> sequences;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const auto shown = m_pulls.sequences(row);
        sequences.insert(sequences.end(), shown.begin(), shown.end());
    }
    std::sort(sequences.begin(), sequences.end());
    sequences.erase(std::unique(sequences.begin(), sequences.end()), sequences.end());
    return sequences;
}

void PullTree::goTo(std::uint64_t sequence)
{
    if (const QModelIndex index = m_pulls.indexOf(sequence); index.isValid())
        setCurrentIndex(index);
}

} // namespace lanyard::ui
