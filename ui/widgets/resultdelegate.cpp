// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/resultdelegate.h"

#include "models/requestmodel.h"
#include "theme.h"

#include <QApplication>
#include <QPainter>

namespace lanyard::ui {

ResultDelegate::ResultDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

QSize ResultDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // The badge has room around its word.
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(qMax(size.height(), option.fontMetrics.height() + 8));
    return size;
}

void ResultDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString word = std::exchange(item.text, QString());
    const QStyle *style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    if (word.isEmpty())
        return;

    const auto result = static_cast<CacheResult>(index.data(RequestModel::ResultRole).toInt());
    const bool isSelected = item.state.testFlag(QStyle::State_Selected);
    const QColor colour = isSelected ? item.palette.color(QPalette::HighlightedText)
                                     : resultColour(result, item.palette);
    constexpr int margin = 3;
    constexpr int padding = 7;
    const int available = item.rect.width() - 2 * margin;
    const int wanted = item.fontMetrics.horizontalAdvance(word) + 2 * padding;
    const QRect badge =
        QStyle::visualRect(item.direction, item.rect,
                           QRect(item.rect.left() + margin, item.rect.top() + margin - 1,
                                 qMin(available, wanted), item.rect.height() - 2 * margin + 1));
    QColor tint = colour;
    tint.setAlphaF(isSelected ? 0.20F : 0.13F);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tint);
    painter->drawRoundedRect(badge, 4, 4);
    painter->setPen(colour);
    painter->drawText(badge, Qt::AlignCenter,
                      item.fontMetrics.elidedText(word, Qt::ElideRight, badge.width() - padding));
    painter->restore();
}

} // namespace lanyard::ui
