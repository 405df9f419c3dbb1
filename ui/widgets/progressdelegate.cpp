// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/progressdelegate.h"

#include "models/downloadmodel.h"
#include "theme.h"

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
    const QRectF area = item.rect.adjusted(margin, 0, -margin, 0);
    const QRectF track(area.left(), area.center().y() - height / 2.0,
                       qMax(0.0, area.width() - textWidth - 2.0 * margin), height);
    const double share = index.data(DownloadModel::ProgressRole).toDouble();

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(outlineColour(item.palette));
    painter->drawRoundedRect(track, height / 2.0, height / 2.0);
    if (share > 0) {
        QRectF done = track;
        done.setWidth(qMax(track.width() * share, double(height)));
        painter->setBrush(resultColour(CacheResult::Miss, item.palette));
        painter->drawRoundedRect(done, height / 2.0, height / 2.0);
    }
    painter->setPen(item.palette.color(
        item.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, percent);
    painter->restore();
}

} // namespace lanyard::ui
