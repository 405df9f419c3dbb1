// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cardcolumn.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lanyard::ui {

CardColumn makeCardColumn(int widthEms, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    auto *column = new QWidget(area);
    auto *inner = new QWidget(column);
    inner->setMaximumWidth(widthEms * parent->fontMetrics().horizontalAdvance(u'm'));
    auto *rows = new QVBoxLayout(inner);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    auto *layout = new QHBoxLayout(column);
    layout->setContentsMargins(0, 0, 6, 0);
    constexpr int untilItIsWide = 100;
    layout->addWidget(inner, untilItIsWide);
    layout->addStretch(1);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(column);
    area->viewport()->setAutoFillBackground(false);
    column->setAutoFillBackground(false);
    return {.area = area, .rows = rows};
}

} // namespace lanyard::ui
