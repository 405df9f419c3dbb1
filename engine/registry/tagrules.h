// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/sharedmessage.h"

#include <QRegularExpression>

#include <array>
#include <chrono>
#include <string_view>
#include <vector>

namespace lanyard::registry {

/// What a rule says of a tag, as things are now.
struct AppliedRule
{
    bool isImmutable = false;
    std::chrono::seconds ttl{0}; ///< 0: asked at every request
    SharedMessage text = {};     ///< for a record: its pattern, and how long the tag holds by it
};

/// A rule as it counts while so much of the pull budget is left, from 0 to 1: a tag that changed
/// costs a pull, so below limits::budgetLow it holds four times as long, and below
/// limits::budgetAlmostGone for a day. A ttl of 0, which asks at every request, is what the user
/// wants. Pure.
AppliedRule applied(const TagRule &rule, double budgetShare);

/// The tag rules of one upstream, ready to be asked. Engine thread.
class TagRules
{
public:
    /// Patterns are valid already: the configuration was checked.
    explicit TagRules(const std::vector<TagRule> &rules);

    /// The first rule that fits `tag`, while so much of the pull budget is left. When none does,
    /// the tag is asked at every request.
    AppliedRule ruleFor(std::string_view tag, double budgetShare) const;

private:
    struct CompiledRule
    {
        QRegularExpression pattern;
        std::array<AppliedRule, 3> applied; ///< by what is left: enough, little, almost nothing
    };

    std::vector<CompiledRule> m_rules;
};

} // namespace lanyard::registry
