// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trafficchart.h"

#include <QWidget>

namespace lanyard::ui {

class MutedLabel;

/// A chart with its title, and below it in words what it shows.
class ChartCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartCard)

public:
    ChartCard(const QString &title, TrafficChart::Measure measure, QWidget *parent = nullptr);

    void setSteps(const QList<TrafficStep> &steps, TrafficSpan span);

    TrafficChart &chart() { return *m_chart; }

    /// What stands below the chart.
    QString words() const;

private:
    void tell(const QString &step);

    TrafficChart *m_chart;
    MutedLabel *m_words;
};

} // namespace lanyard::ui
