// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/budgetdelegate.h"

#include "models/upstreammodel.h"
#include "upstreamtext.h"
#include "widgets/gauge.h"

#include <QApplication>
#include <QPainter>

namespace lanyard::ui {

BudgetDelegate::BudgetDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void BudgetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString numbers = std::exchange(item.text, QString());
    const QStyle *style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const QVariant share = index.data(UpstreamModel::ShareRole);
    if (!share.isValid())
        return;

    const int em = item.fontMetrics.height();
    const int margin = em / 4;
    const int thick = em / 3;
    const QRect area = item.rect.adjusted(margin, 0, -margin, 0);
    const QRect track(area.left(), area.center().y() - thick / 2, qMin(em * 3, area.width() / 3),
                      thick);
    QRect text = area;
    text.setLeft(track.right() + em / 2);
    painter->save();
    paintGauge(*painter, QStyle::visualRect(item.direction, item.rect, track), share.toDouble(),
               budgetColour(share.toDouble(), item.palette), item.direction, item.palette);
    painter->setPen(item.palette.color(
        item.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QStyle::visualRect(item.direction, item.rect, text),
                      QStyle::visualAlignment(item.direction, Qt::AlignLeft | Qt::AlignVCenter),
                      item.fontMetrics.elidedText(numbers, Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace lanyard::ui
