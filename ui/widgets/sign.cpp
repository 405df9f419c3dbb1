// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sign.h"

#include <QIcon>
#include <QLabel>
#include <QStyle>

namespace lanyard::ui {

QLabel *makeSign(const QIcon &icon, const QString &name, QWidget *parent)
{
    auto *sign = new QLabel(parent);
    const int side = parent->style()->pixelMetric(QStyle::PM_SmallIconSize);
    sign->setPixmap(icon.pixmap(QSize(side, side), parent->devicePixelRatioF()));
    sign->setAccessibleName(name);
    return sign;
}

} // namespace lanyard::ui
