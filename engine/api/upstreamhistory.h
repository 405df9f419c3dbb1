// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamstatus.h"

#include <QList>
#include <QString>

#include <cstdint>

namespace lanyard {

/// What a registry granted to an account in an hour.
struct BudgetHour
{
    PullBudget last;         ///< as it said last
    std::int64_t lowest = 0; ///< pulls that were left when they were fewest
    bool operator==(const BudgetHour &) const = default;
};

/// What happened with an upstream in an hour.
struct UpstreamHour
{
    /// A full hour, since 1970-01-01 UTC; 0: all the time before those that are kept by the hour.
    std::int64_t beginMs = 0;
    std::uint64_t requests = 0;   ///< sent to it, tokens included
    std::uint64_t pullsSaved = 0; ///< manifests that clients got and it was not asked for
    QList<BudgetHour> budgets;    ///< by account
    bool operator==(const UpstreamHour &) const = default;
};

/// The hours of an upstream in which something happened, the oldest first.
struct UpstreamHistory
{
    QString registry;
    QList<UpstreamHour> hours;
    bool operator==(const UpstreamHistory &) const = default;
};

} // namespace lanyard
