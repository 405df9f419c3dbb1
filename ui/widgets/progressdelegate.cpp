// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/progressdelegate.h"

#include "models/downloadmodel.h"
#include "theme.h"
#include "widgets/gauge.h"

#include <QApplication>
#include <QPainter>

namespace lanyard::ui {

ProgressDelegate::ProgressDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void ProgressDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString percent = std::exchange(item.text, QString());
    const QStyle *style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    constexpr int margin = 4;
    constexpr int height = 6;
    const int textWidth = item.fontMetrics.horizontalAdvance(QStringLiteral("100 %"));
    const QRect area = item.rect.adjusted(margin, 0, -margin, 0);
    const QRect track(area.left(), area.center().y() - height / 2,
                      qMax(0, area.width() - textWidth - 2 * margin), height);
    const double share = index.data(DownloadModel::ProgressRole).toDouble();

    painter->save();
    paintGauge(*painter, QStyle::visualRect(item.direction, item.rect, track), share,
               resultColour(CacheResult::Miss, item.palette), item.direction, item.palette);
    painter->setPen(item.palette.color(
        item.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(
        area, QStyle::visualAlignment(item.direction, Qt::AlignRight | Qt::AlignVCenter), percent);
    painter->restore();
}

} // namespace lanyard::ui
