// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imagerows.h"

#include "models/imagecell.h"

#include <algorithm>
#include <cstddef>

namespace lanyard::ui {

namespace {

using Level = ImageNode::Level;

void numberRows(const std::vector<ImageNode *> &nodes, std::size_t first)
{
    for (std::size_t row = first; row < nodes.size(); ++row)
        nodes[row]->row = static_cast<int>(row);
}

Qt::Alignment cellAlignment(int column)
{
    // Times too: they have one width, and a number before them.
    const bool isTrailing = column != ImageColumn::Name && column != ImageColumn::Status;
    return (isTrailing ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

ImageRows::ImageRows(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(Level::Root, nullptr, {})
{
    m_root.branch();
}

const ImageNode &ImageRows::node(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<const ImageNode *>(index.constInternalPointer()) : m_root;
}

ImageNode &ImageRows::mutableNode(const QModelIndex &index)
{
    return index.isValid() ? *static_cast<ImageNode *>(index.internalPointer()) : m_root;
}

QModelIndex ImageRows::indexOf(const ImageNode &node) const
{
    return node.isShown() ? createIndex(node.row, 0, &node) : QModelIndex();
}

QModelIndex ImageRows::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent).shownAt(row));
}

QModelIndex ImageRows::parent(const QModelIndex &child) const
{
    const ImageNode *above = child.isValid() ? node(child).parent : nullptr;
    return above ? indexOf(*above) : QModelIndex();
}

int ImageRows::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent).shownCount());
}

int ImageRows::columnCount(const QModelIndex & /*parent*/) const
{
    return ImageColumn::Count;
}

QVariant ImageRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImageNode &shown = node(index);
    switch (role) {
    case Qt::DisplayRole:
        return imageCellText(shown, index.column());
    case Qt::ToolTipRole:
        return imageToolTip(shown);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(cellAlignment(index.column()));
    case Qt::DecorationRole:
        if (index.column() != ImageColumn::Name)
            return {};
        if (const auto symbol = imageSymbol(shown))
            return symbolIcon(*symbol);
        return {};
    default:
        return {};
    }
}

QVariant ImageRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(cellAlignment(section));
    if (role == Qt::DisplayRole)
        return imageColumnTitle(section);
    return {};
}

void ImageRows::append(ImageNode &parent, const Nodes &nodes)
{
    if (nodes.empty())
        return;
    ImageNode::Branch &branch = parent.branch();
    const std::size_t first = branch.shown.size();
    const bool isSeen = isInSight(parent);
    if (isSeen)
        beginInsertRows(indexOf(parent), static_cast<int>(first),
                        static_cast<int>(first + nodes.size()) - 1);
    branch.shown.insert(branch.shown.end(), nodes.begin(), nodes.end());
    branch.isInOrder = false;
    numberRows(branch.shown, first);
    if (isSeen)
        endInsertRows();
}

void ImageRows::hide(ImageNode &parent, const Is &isHidden)
{
    Nodes &shown = parent.branch().shown;
    const auto stays = [&isHidden](const ImageNode *node) {
        return !isHidden(*node);
    };
    const auto first = std::find_if_not(shown.begin(), shown.end(), stays);
    if (first == shown.end())
        return;
    const std::ptrdiff_t count = shown.end() - first - std::count_if(first, shown.end(), stays);
    std::ptrdiff_t row = first - shown.begin();
    if (std::any_of(first, first + count, stays)) {
        Nodes order = shown;
        std::stable_partition(order.begin(), order.end(), stays);
        row = std::ssize(order) - count;
        reorder({{&parent, std::move(order)}});
    }
    const bool isSeen = isInSight(parent);
    if (isSeen)
        beginRemoveRows(indexOf(parent), static_cast<int>(row), static_cast<int>(row + count) - 1);
    const auto begin = shown.begin() + row;
    std::for_each(begin, begin + count, [](ImageNode *node) { node->row = -1; });
    shown.erase(begin, begin + count);
    numberRows(shown, static_cast<std::size_t>(row));
    if (isSeen)
        endRemoveRows();
}

void ImageRows::tell(ImageNode &parent, int firstRow, int lastRow)
{
    parent.branch().isInOrder = false;
    if (!isInSight(parent))
        return;
    const QModelIndex above = indexOf(parent);
    Q_EMIT dataChanged(index(firstRow, 0, above), index(lastRow, ImageColumn::Count - 1, above));
}

void ImageRows::reorder(Orders orders)
{
    QList<QPersistentModelIndex> parents;
    for (const auto &order : orders)
        parents.append(indexOf(*order.first));
    Q_EMIT layoutAboutToBeChanged(parents, VerticalSortHint);
    for (auto &[parent, nodes] : orders) {
        numberRows(nodes, 0);
        parent->branch().shown = std::move(nodes);
    }
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &one : before)
        after.append(createIndex(node(one).row, one.column(), &node(one)));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged(parents, VerticalSortHint);
}

void ImageRows::addOrder(ImageNode &node, Orders &orders) const
{
    ImageNode::Branch &branch = node.branch();
    if (std::exchange(branch.isInOrder, true) || m_order.isInOrder(branch.shown))
        return;
    Nodes sorted = branch.shown;
    m_order.sort(sorted);
    if (isInSight(node))
        orders.emplace_back(&node, std::move(sorted));
    else
        branch.shown = std::move(sorted);
}

void ImageRows::settle()
{
    Orders orders;
    addOrder(m_root, orders);
    for (const auto &upstream : m_root.branch().all) {
        addOrder(*upstream, orders);
        for (const auto &repository : upstream->branch().all)
            addOrder(*repository, orders);
    }
    if (!orders.empty())
        reorder(std::move(orders));
}

void ImageRows::sort(int column, Qt::SortOrder order)
{
    m_order = {.column = static_cast<ImageColumn::Value>(column), .direction = order};
    m_root.branch().isInOrder = false;
    for (const auto &upstream : m_root.branch().all) {
        upstream->branch().isInOrder = false;
        for (const auto &repository : upstream->branch().all)
            repository->branch().isInOrder = false;
    }
    settle();
}

void ImageRows::showFitting(ImageNode &parent, const Is &fits)
{
    ImageNode::Branch &branch = parent.branch();
    branch.shown.clear();
    for (const auto &child : branch.all) {
        child->row = -1;
        if (child->level != Level::Image)
            showFitting(*child, fits);
        if (child->level == Level::Image ? fits(*child) : child->shownCount() > 0)
            branch.shown.push_back(child.get());
    }
    m_order.sort(branch.shown);
    branch.isInOrder = true;
    numberRows(branch.shown, 0);
}

} // namespace lanyard::ui
