// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "store/catalogue.h"

#include <QRegularExpression>

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace lanyard::registry {

/// The tag rules of one upstream, ready to be asked. Engine thread.
class TagRules
{
public:
    /// Patterns are valid already: the configuration was checked.
    explicit TagRules(const std::vector<TagRule> &rules);

    /// The first rule that fits `tag`; nullopt when none does: such a tag is asked at every
    /// request.
    std::optional<TagRule> ruleFor(std::string_view tag) const;

private:
    struct CompiledRule
    {
        QRegularExpression pattern;
        TagRule rule;
    };

    std::vector<CompiledRule> m_rules;
};

/// The rule that counts while so much of the pull budget is left, from 0 to 1: a tag that changed
/// costs a pull, so below limits::budgetLow it holds four times as long, and below
/// limits::budgetAlmostGone for a day. A ttl of 0, which asks at every request, is what the user
/// wants. Pure.
std::optional<TagRule> stretched(std::optional<TagRule> rule, double budgetShare);

inline constexpr std::int64_t freshForever = std::numeric_limits<std::int64_t>::max();

/// Until when a tag that upstream confirmed at `checkedAtMs` is served without asking again.
/// Pure. Times are milliseconds since 1970-01-01 UTC; freshForever for an immutable tag.
std::int64_t freshUntilMs(const std::optional<TagRule> &rule, std::int64_t checkedAtMs);

/// How long ago upstream said what a tag names; nullopt: it never did, the tag was imported. Pure.
std::optional<std::int64_t> ageSeconds(const store::TagState &tag, std::int64_t nowMs);

/// What to do for a request of a tag.
enum class Verdict {
    Serve,      ///< the cached digest holds
    Revalidate, ///< ask upstream whether it still does (HEAD: not counted as a pull by Docker Hub)
    Fetch,      ///< nothing is cached
};

/// Decides between them. Pure. A clock that was set back (checked in the future) counts as not
/// checked at all.
Verdict judge(const std::optional<store::TagState> &tag, const std::optional<TagRule> &rule,
              std::int64_t nowMs);

} // namespace lanyard::registry
