// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/diskuse.h"
#include "api/upstreamstatus.h"

#include <QMap>
#include <QWidget>

class QVBoxLayout;

namespace lanyard::ui {

class GaugeLine;
class MutedLabel;

/// How much of the disk the cache uses, and what each registry still grants.
class UsageCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UsageCard)

public:
    explicit UsageCard(QWidget *parent = nullptr);

    void setDisk(const DiskUse &disk);
    /// `nowMs` since 1970-01-01 UTC.
    void setUpstreams(const UpstreamOverview &overview, std::int64_t nowMs);

private:
    void showBudget(const UpstreamStatus &upstream, const PullBudget &budget, std::int64_t nowMs);

    GaugeLine *m_disk;
    QVBoxLayout *m_budgetLayout;
    MutedLabel *m_noBudget;
    QMap<QString, GaugeLine *> m_budgets; ///< by registry
};

} // namespace lanyard::ui
