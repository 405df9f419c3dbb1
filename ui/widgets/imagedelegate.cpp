// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/imagedelegate.h"

#include "models/requestmodel.h"
#include "theme.h"

namespace lanyard::ui {

ImageDelegate::ImageDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void ImageDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(RequestModel::PrivateRole).toBool())
        return;
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon =
        lockIcon(option->palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    const int side = option->fontMetrics.ascent();
    option->decorationSize = {side, side};
}

} // namespace lanyard::ui
