// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/imagedelegate.h"

#include "models/requestmodel.h"
#include "symbols.h"

namespace lanyard::ui {

ImageDelegate::ImageDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void ImageDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    // Its end tells more than its middle.
    option->textElideMode = Qt::ElideMiddle;
    if (!index.data(RequestModel::PrivateRole).toBool())
        return;
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = symbolIcon(Symbol::Lock);
    const int side = option->fontMetrics.ascent();
    option->decorationSize = {side, side};
}

} // namespace lanyard::ui
