// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/tagrules.h"

#include "core/durationtext.h"
#include "core/limits.h"

#include <QString>

#include <algorithm>
#include <cstddef>
#include <string>

namespace lanyard::registry {

namespace {

constexpr std::string_view regularExpressionPrefix = "re:";

/// The shares at which `CompiledRule::applied` is worked out.
constexpr std::array steps{1.0, limits::budgetAlmostGone, 0.0};

std::size_t stepOf(double budgetShare)
{
    if (budgetShare < limits::budgetAlmostGone)
        return 2;
    return budgetShare < limits::budgetLow ? 1 : 0;
}

QRegularExpression compiled(std::string_view match)
{
    const auto toQString = [](std::string_view text) {
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    };
    if (match.starts_with(regularExpressionPrefix))
        return QRegularExpression(toQString(match.substr(regularExpressionPrefix.size())));
    return QRegularExpression(QRegularExpression::wildcardToRegularExpression(toQString(match)));
}

std::chrono::seconds stretched(std::chrono::seconds ttl, double budgetShare)
{
    if (ttl.count() == 0 || budgetShare >= limits::budgetLow)
        return ttl;
    const std::chrono::seconds longest = std::max(ttl, limits::stretchedTtl);
    return budgetShare < limits::budgetAlmostGone ? longest : std::min(ttl * 4, longest);
}

Message revalidatedAlways()
{
    //: How long a tag holds: at every request the registry is asked whether it still does
    return QT_TRANSLATE_NOOP("engine", "revalidate always");
}

Message holding(const TagRule &rule, std::chrono::seconds ttl)
{
    if (rule.isImmutable)
        //: How long a tag holds: the registry is never asked again
        return QT_TRANSLATE_NOOP("engine", "immutable");
    if (ttl.count() == 0)
        return revalidatedAlways();
    if (ttl == rule.ttl)
        return durationText(ttl);
    //: How long a tag holds, and how long its rule says; times such as 20m
    return {QT_TRANSLATE_NOOP("engine", "%1, stretched from %2"),
            {durationText(ttl), durationText(rule.ttl)}};
}

SharedMessage shared(Message message)
{
    return std::make_shared<const Message>(std::move(message));
}

} // namespace

AppliedRule applied(const TagRule &rule, double budgetShare)
{
    const std::chrono::seconds ttl = stretched(rule.ttl, budgetShare);
    return {.isImmutable = rule.isImmutable,
            .ttl = ttl,
            .text = shared(Message::at(rule.match, holding(rule, ttl)))};
}

TagRules::TagRules(const std::vector<TagRule> &rules)
{
    m_rules.reserve(rules.size());
    for (const TagRule &rule : rules) {
        CompiledRule made{.pattern = compiled(rule.match), .applied = {}};
        for (std::size_t step = 0; step < steps.size(); ++step)
            made.applied.at(step) = applied(rule, steps.at(step));
        m_rules.push_back(std::move(made));
    }
}

AppliedRule TagRules::ruleFor(std::string_view tag, double budgetShare) const
{
    const QString text = QString::fromUtf8(tag.data(), static_cast<qsizetype>(tag.size()));
    for (const CompiledRule &candidate : m_rules) {
        if (candidate.pattern.match(text).hasMatch())
            return candidate.applied.at(stepOf(budgetShare));
    }
    static const SharedMessage none = shared(
        //: In the place of a tag rule: there is none for this tag
        Message::at(QT_TRANSLATE_NOOP("engine", "no rule"), revalidatedAlways()));
    return {.text = none};
}

} // namespace lanyard::registry
