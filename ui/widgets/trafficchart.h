// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trafficview.h"

#include <QChartView>

class QCategoryAxis;
class QGraphicsLineItem;
class QLineSeries;

namespace lanyard::ui {

/// Two lines over time that differ by colour and by the way they are drawn. The values of a step
/// are told for the mouse over it and, with the focus, for the arrow keys.
class TrafficChart final : public QChartView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrafficChart)

public:
    enum class Measure {
        Bytes,    ///< served to clients, and fetched from upstreams
        Requests, ///< all of them, and the hits
    };

    explicit TrafficChart(Measure measure, QWidget *parent = nullptr);

    /// Draws nothing anew when it is what is drawn.
    void setSteps(const QList<TrafficStep> &steps, TrafficSpan span);

    /// In words, for who cannot see it: what it adds up to and when it was most.
    QString summary() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The values of a step in words; empty: of none any more.
    void stepTold(const QString &text);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLineSeries *addLine(const QString &name, Qt::PenStyle style);
    void addAxes();
    void applyColours();
    void draw();
    void drawTimes(double from, double to);
    void tell(qsizetype step);
    void placeMarker();
    QString textOf(qsizetype step) const;
    std::uint64_t firstValue(const TrafficCounts &counts) const;
    std::uint64_t secondValue(const TrafficCounts &counts) const;
    QString valueText(std::uint64_t value) const;

    const Measure m_measure;
    QLineSeries *m_first;
    QLineSeries *m_second;
    QCategoryAxis *m_times;
    QCategoryAxis *m_values;
    QGraphicsLineItem *m_marker;
    QList<TrafficStep> m_steps;
    TrafficSpan m_span = TrafficSpan::Hour;
    qsizetype m_told = -1; ///< the step whose values are told; -1: none
};

} // namespace lanyard::ui
