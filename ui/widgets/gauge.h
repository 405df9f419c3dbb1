// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace lanyard::ui {

/// A slim bar, filled to `share` (0 to 1) from the side where reading begins.
void paintGauge(QPainter &painter, const QRectF &track, double share, const QColor &fill,
                Qt::LayoutDirection direction, const QPalette &palette);

/// What is left of something. Says nothing by itself: the number stands beside it.
class Gauge final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Gauge)

public:
    /// From 0 to 1; the colour is that of a pull budget.
    explicit Gauge(double share, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const double m_share;
};

} // namespace lanyard::ui
