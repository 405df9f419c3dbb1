// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/statssnapshot.h"
#include "api/traffic.h"

#include <QWidget>

#include <optional>

class QComboBox;

namespace lanyard::ui {

class Figure;

/// How well the cache does, for a period that is chosen.
class FiguresCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FiguresCard)

public:
    enum class Period {
        Session, ///< since the program started
        Today,
        Month, ///< 30 days
        AllTime,
    };

    explicit FiguresCard(QWidget *parent = nullptr);

    void setStatistics(const StatsSnapshot &statistics);
    void setTraffic(const TrafficHistory &traffic);

    void choose(Period period);
    Period period() const;

    /// What is shown; nullopt: nothing is known of the period yet.
    std::optional<TrafficCounts> counts() const;

private:
    void show();

    StatsSnapshot m_statistics;
    std::optional<TrafficHistory> m_traffic;
    QComboBox *m_period;
    Figure *m_hitRatio;
    Figure *m_saved;
    Figure *m_served;
    Figure *m_fetched;
    Figure *m_requests;
};

} // namespace lanyard::ui
