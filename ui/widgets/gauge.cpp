// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/gauge.h"

#include "theme.h"
#include "upstreamtext.h"

#include <QPainter>

namespace lanyard::ui {

void paintGauge(QPainter &painter, const QRectF &track, double share, const QColor &fill,
                Qt::LayoutDirection direction, const QPalette &palette)
{
    const double radius = track.height() / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(outlineColour(palette));
    painter.drawRoundedRect(track, radius, radius);
    if (share > 0) {
        QRectF done = track;
        done.setWidth(qMax(track.width() * qMin(share, 1.0), track.height()));
        if (direction == Qt::RightToLeft)
            done.moveRight(track.right());
        painter.setBrush(fill);
        painter.drawRoundedRect(done, radius, radius);
    }
    painter.restore();
}

Gauge::Gauge(double share, QWidget *parent)
    : QWidget(parent)
    , m_share(share)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize Gauge::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().height() / 2};
}

void Gauge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintGauge(painter, rect(), m_share, budgetColour(m_share, palette()), layoutDirection(),
               palette());
}

} // namespace lanyard::ui
