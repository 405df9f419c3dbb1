// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/requesttable.h"

#include "requesttext.h"
#include "widgets/imagedelegate.h"
#include "widgets/resultdelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace lanyard::ui {

RequestTable::RequestTable(RequestFilter &filter, QWidget *parent)
    : QTableView(parent)
    , m_filter(filter)
{
    setAccessibleName(tr("Request log"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
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
    setItemDelegateForColumn(RequestModel::ImageColumn, new ImageDelegate(this));
    setItemDelegateForColumn(RequestModel::ResultColumn, new ResultDelegate(this));
    setUpColumns();

    connect(&filter, &QAbstractItemModel::rowsInserted, this, &RequestTable::onRowsInserted);
    connect(&filter, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onRowsRemoved(last - first + 1); });
    connect(&filter, &QAbstractItemModel::modelAboutToBeReset, this,
            &RequestTable::rememberCurrent);
    connect(&filter, &QAbstractItemModel::modelReset, this, &RequestTable::restoreCurrent);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this](int value) { setFollowing(value >= verticalScrollBar()->maximum()); });
    // A window that becomes smaller, or a longer list, moves the end away from the value.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int maximum) {
        if (m_isFollowing)
            verticalScrollBar()->setValue(maximum);
    });
}

void RequestTable::setUpColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(48);
    const auto wide = [this](const QString &sample) {
        return fontMetrics().horizontalAdvance(sample) + 20;
    };
    RequestRecord cutOff;
    cutOff.status = 200;
    cutOff.isComplete = false;
    header->resizeSection(RequestModel::TimeColumn, wide(QStringLiteral("00:00:00.000")));
    header->resizeSection(RequestModel::ClientColumn, wide(QStringLiteral("192.168.100.100")));
    header->resizeSection(RequestModel::StatusColumn, wide(statusText(cutOff)));
    int resultWidth = 0;
    for (const CacheResult result :
         {CacheResult::Hit, CacheResult::Revalidated, CacheResult::Miss, CacheResult::Collapsed,
          CacheResult::Stale, CacheResult::Failed})
        resultWidth = qMax(resultWidth, wide(resultName(result)) + 8);
    header->resizeSection(RequestModel::ResultColumn, resultWidth);
    header->resizeSection(RequestModel::SizeColumn, wide(QStringLiteral("1023 MiB")));
    header->resizeSection(RequestModel::DurationColumn, wide(QStringLiteral("59 min 59 s")));
    header->setSectionResizeMode(RequestModel::ImageColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(RequestModel::RequestColumn, QHeaderView::Stretch);
}

void RequestTable::follow()
{
    setFollowing(true);
    scrollToBottom();
}

void RequestTable::setFollowing(bool isFollowing)
{
    if (isFollowing == m_isFollowing)
        return;
    m_isFollowing = isFollowing;
    Q_EMIT followingChanged(isFollowing);
}

void RequestTable::onRowsInserted()
{
    if (m_isFollowing)
        scrollToBottom();
}

// Rows go only at the top; without this the others would move up under the reader's eyes.
void RequestTable::onRowsRemoved(int count)
{
    if (m_isFollowing)
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
        if (!m_isFollowing)
            scrollTo(m_filter.index(row, 0), PositionAtCenter);
    }
    if (m_isFollowing)
        scrollToBottom();
}

void RequestTable::copySelection() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QString text;
    for (const QModelIndex &row : std::as_const(rows))
        text += requestLine(m_filter.record(row.row())) + u'\n';
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void RequestTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace lanyard::ui
