// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/imagetree.h"

#include "format.h"
#include "imagetext.h"
#include "uilimits.h"
#include "widgets/columnwidth.h"
#include "widgets/keptlayout.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

namespace lanyard::ui {

ImageTree::ImageTree(ImageModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setAccessibleName(tr("Images"));
    setFrameShape(NoFrame);
    setAlternatingRowColors(true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideMiddle);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setModel(&model);
    setUpColumns();
    new KeptColumns(*header(), QStringLiteral("images"));
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &above, int first, int last) {
                if (!above.isValid())
                    openUpstreams(first, last);
            });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &ImageTree::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &ImageTree::restore);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ImageTree::selectionMoved);
}

void ImageTree::setUpColumns()
{
    setSortingEnabled(true);
    sortByColumn(ImageColumn::Name, Qt::AscendingOrder);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(fontMetrics().height() * 3);
    const auto wide = [this](const QString &sample) {
        return fontMetrics().horizontalAdvance(sample) + fontMetrics().height() * 2;
    };
    header()->setSectionResizeMode(ImageColumn::Name, QHeaderView::Stretch);
    fitColumn(*header(), ImageColumn::Status,
              wide(completenessText(false, 99, 100) + QStringLiteral(" · private")));
    fitColumn(*header(), ImageColumn::Size, wide(formatBytes(1'023'000'000)));
    fitColumn(*header(), ImageColumn::Shared, wide(formatBytes(1'023'000'000)));
    fitColumn(*header(), ImageColumn::Pulls, wide(formatCount(100'000)));
    fitColumn(*header(), ImageColumn::Used, wide(momentText(QDateTime::currentMSecsSinceEpoch())));
}

void ImageTree::openUpstreams(int first, int last)
{
    for (int row = first; row <= last; ++row)
        expand(m_model.index(row, 0));
}

ImageSelection ImageTree::selection() const
{
    return ImageSelection::of(m_model, selectionModel()->selectedRows());
}

const ImageNode *ImageTree::onlySelected() const
{
    const QItemSelection ranges = selectionModel()->selection();
    if (ranges.size() != 1 || ranges.constFirst().height() != 1)
        return nullptr;
    return &m_model.node(ranges.constFirst().topLeft());
}

void ImageTree::copySelection() const
{
    QStringList names;
    for (const QByteArray &name : selection().allImages)
        names.append(printable(name));
    names.sort();
    if (!names.isEmpty())
        QGuiApplication::clipboard()->setText(names.join(u'\n'));
}

void ImageTree::goTo(const ImageNode &node)
{
    const QModelIndex index = m_model.indexOf(node);
    if (!index.isValid())
        return;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        expand(above);
    setCurrentIndex(index);
    scrollTo(index);
}

void ImageTree::remember()
{
    m_selected.clear();
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (m_model.node(row).level <= ImageNode::Level::Image)
            m_selected.append(m_model.node(row).fullName());
    }
    m_current = m_model.node(currentIndex()).fullName();
    if (!m_model.search().isEmpty())
        return; // what it has opened is not to last
    m_open.clear();
    collectOpen({});
}

void ImageTree::collectOpen(const QModelIndex &parent)
{
    const int count = m_model.rowCount(parent);
    for (int row = 0; row < count; ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        if (!isExpanded(index) || m_model.node(index).level > ImageNode::Level::Image)
            continue;
        m_open.insert(m_model.node(index).fullName());
        collectOpen(index);
    }
}

void ImageTree::restore()
{
    openBelow({});
    QItemSelection selected;
    for (const QByteArray &name : std::as_const(m_selected)) {
        const ImageNode *node = m_model.find(name);
        if (node && node->isShown())
            selected.select(m_model.indexOf(*node), m_model.indexOf(*node));
    }
    if (const ImageNode *node = m_model.find(m_current); node && node->isShown()) {
        selectionModel()->setCurrentIndex(m_model.indexOf(*node), QItemSelectionModel::NoUpdate);
        scrollTo(m_model.indexOf(*node));
    }
    selectionModel()->select(selected,
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    Q_EMIT selectionMoved();
}

/// Opens what was open, or what a search has found unless that is too much.
void ImageTree::openBelow(const QModelIndex &parent)
{
    const bool isSearch = !m_model.search().isEmpty();
    const int count = m_model.rowCount(parent);
    for (int row = 0; row < count; ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        const ImageNode &node = m_model.node(index);
        if (node.level > ImageNode::Level::Image)
            return;
        const bool isFound = node.level == ImageNode::Level::Upstream ||
                             (node.level == ImageNode::Level::Repository &&
                              m_model.matchCount() <= limits::imageMatchesOpen);
        if (isSearch ? isFound : m_open.contains(node.fullName())) {
            expand(index);
            openBelow(index);
        }
    }
}

void ImageTree::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ImageTree::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->pos();
    if (event->reason() == QContextMenuEvent::Keyboard)
        position = visualRect(currentIndex()).center();
    Q_EMIT menuWanted(viewport()->mapToGlobal(position));
}

} // namespace lanyard::ui
