// SPDX-License-Identifier: GPL-3.0-or-later
#include "badge.h"

#include "theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>
#include <QPolygonF>

namespace lanyard::ui {

namespace {

QColor colourOf(Badge badge)
{
    switch (badge) {
    case Badge::Stopped:
        return 0x6f747c;
    case Badge::Busy:
        return 0xb87400;
    case Badge::Running:
        return 0x1f9d46;
    case Badge::Offline:
        return 0x1c64c8;
    case Badge::Attention:
        return 0xc0232c;
    }
    return {};
}

/// In a square of side 1.
QPainterPath markOf(Badge badge)
{
    QPainterPath mark;
    switch (badge) {
    case Badge::Stopped:
        mark.addRect(0.33, 0.33, 0.34, 0.34);
        break;
    case Badge::Busy:
        for (const double x : {0.28, 0.5, 0.72})
            mark.addEllipse(QPointF(x, 0.5), 0.08, 0.08);
        break;
    case Badge::Running:
        mark.addPolygon(QPolygonF({{0.38, 0.28}, {0.74, 0.5}, {0.38, 0.72}}));
        break;
    case Badge::Offline:
        mark.addRect(0.26, 0.43, 0.48, 0.14);
        break;
    case Badge::Attention:
        mark.addRoundedRect(QRectF(0.43, 0.2, 0.14, 0.38), 0.06, 0.06);
        mark.addEllipse(QPointF(0.5, 0.73), 0.08, 0.08);
        break;
    }
    return mark;
}

QPixmap withBadge(const QPixmap &sign, Badge badge)
{
    QPixmap pixmap = sign;
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = pixmap.width();
    const double diameter = side * 0.5;
    painter.translate(side - diameter, side - diameter);
    painter.scale(diameter, diameter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(QRectF(0, 0, 1, 1));
    constexpr double rim = 0.09;
    painter.setBrush(colourOf(badge));
    painter.drawEllipse(QRectF(rim, rim, 1 - 2 * rim, 1 - 2 * rim));
    painter.setBrush(Qt::white);
    painter.drawPath(markOf(badge));
    return pixmap;
}

} // namespace

Badge badgeOf(EngineState state)
{
    switch (state) {
    case EngineState::Stopped:
        return Badge::Stopped;
    case EngineState::Starting:
    case EngineState::Stopping:
        return Badge::Busy;
    case EngineState::Running:
        return Badge::Running;
    }
    return Badge::Stopped;
}

QIcon badgedIcon(Badge badge)
{
    QIcon icon;
    const QIcon sign = applicationIcon();
    const QList<QSize> sizes = sign.availableSizes();
    for (const QSize &size : sizes)
        icon.addPixmap(withBadge(sign.pixmap(size, 1.0), badge));
    return icon;
}

} // namespace lanyard::ui
