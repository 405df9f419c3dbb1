// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imageselection.h"

#include <QSet>

namespace lanyard::ui {

namespace {

using Level = ImageNode::Level;

} // namespace

ImageSelection ImageSelection::of(const ImageModel &model, const QModelIndexList &rows)
{
    QList<const ImageNode *> selected; // each once, in the order of the rows
    QSet<const ImageNode *> known;
    for (const QModelIndex &row : rows) {
        const ImageNode *node = &model.node(row);
        if (node->level > Level::Image)
            node = node->above(Level::Image);
        if (!known.contains(node))
            selected.append(node);
        known.insert(node);
    }
    const bool isWhole = model.search().isEmpty();
    ImageSelection selection;
    for (const ImageNode *node : std::as_const(selected)) {
        bool isWithin = false;
        for (const ImageNode *above = node->parent; above; above = above->parent)
            isWithin |= known.contains(above);
        if (isWithin)
            continue;
        if (node->level == Level::Upstream && isWhole)
            selection.registries.append(node->fullName());
        else if (node->level == Level::Repository && isWhole)
            selection.repositories.append(node->fullName());
        const qsizetype before = selection.allImages.size();
        selection.add(*node);
        if (node->level == Level::Image || !isWhole)
            selection.images += selection.allImages.mid(before);
    }
    return selection;
}

void ImageSelection::add(const ImageNode &node)
{
    if (node.level == Level::Image) {
        allImages.append(node.fullName());
        if (!node.name.isEmpty())
            tagged.append(allImages.last());
        pinned += node.isPinned ? 1 : 0;
        storedBytes += node.storedBytes;
        return;
    }
    for (std::size_t row = 0; row < node.shownCount(); ++row)
        add(*node.shownAt(static_cast<int>(row)));
}

} // namespace lanyard::ui
