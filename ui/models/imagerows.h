// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imageorder.h"

#include <QAbstractItemModel>

#include <functional>
#include <utility>
#include <vector>

namespace lanyard::ui {

/// The rows of the tree of images: which nodes are shown, in what order, and what their cells say.
/// What comes and goes is decided by who derives from it. Lives on the UI thread.
class ImageRows : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageRows)

public:
    explicit ImageRows(QObject *parent = nullptr);

    /// Of an index of this model; the root for none. Valid until its row goes.
    const ImageNode &node(const QModelIndex &index) const;
    /// In the first column; invalid while it is not shown, and for the root.
    QModelIndex indexOf(const ImageNode &node) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

protected:
    using Nodes = std::vector<ImageNode *>;
    using Is = std::function<bool(const ImageNode &)>;

    ImageNode &root() { return m_root; }

    ImageNode &mutableNode(const QModelIndex &index);

    /// Shows nodes of `parent`, at its end, until they are sorted.
    void append(ImageNode &parent, const Nodes &nodes);
    /// Takes rows out of sight. Those that stand scattered are moved together first: it is one
    /// removal.
    void hide(ImageNode &parent, const Is &isHidden);
    /// Rows of `parent` say something else than before.
    void tell(ImageNode &parent, int firstRow, int lastRow);
    /// Gives what is out of order its place; one change of order.
    void settle();
    /// Shows what fits everywhere. Within a reset.
    void showFitting(ImageNode &parent, const Is &fits);

private:
    using Orders = std::vector<std::pair<ImageNode *, Nodes>>;

    bool isInSight(const ImageNode &node) const { return &node == &m_root || node.isShown(); }

    void reorder(Orders orders);
    void addOrder(ImageNode &node, Orders &orders) const;

    ImageNode m_root;
    ImageOrder m_order;
};

} // namespace lanyard::ui
