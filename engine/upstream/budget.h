// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamstatus.h"
#include "core/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace lanyard::upstream {

/// The fields of an answer that say how many pulls are left.
struct BudgetFields
{
    std::string limit;     ///< ratelimit-limit: 100;w=21600
    std::string remaining; ///< ratelimit-remaining: 97;w=21600
    std::string source;    ///< docker-ratelimit-source: whose pulls are counted
};

/// nullopt when they say nothing, or nothing that can be true. Pure. What Docker Hub sends is
/// documented at docs.docker.com/docker-hub/usage/pulls: a number, and its window in seconds.
std::optional<PullBudget> parseBudget(const BudgetFields &fields, WallTime now);

/// The budgets of one upstream, by account: what was heard last of each, at most
/// limits::budgetsMax. One thread.
class Budget
{
public:
    void note(const PullBudget &heard);

    /// From now on it may be somebody else's that counts.
    void forgetWhose() { m_isWhoseKnown = false; }

    /// The last to be heard of first. One whose window has passed has all of it.
    QList<PullBudget> all(WallTime now) const;

    /// How much of the budget is left, from 0 to 1, of the account that was heard of last. All of
    /// it when nobody counts, when its window has passed since, or when nobody knows whose counts.
    double share(WallTime now) const;

private:
    QList<PullBudget> m_all;
    bool m_isWhoseKnown = false;
};

} // namespace lanyard::upstream
