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

std::string holding(const TagRule &rule, std::chrono::seconds ttl)
{
    if (rule.isImmutable)
        return "immutable";
    if (ttl.count() == 0)
        return "revalidate always";
    if (ttl == rule.ttl)
        return durationText(ttl);
    return durationText(ttl) + ", stretched from " + durationText(rule.ttl);
}

} // namespace

AppliedRule applied(const TagRule &rule, double budgetShare)
{
    const std::chrono::seconds ttl = stretched(rule.ttl, budgetShare);
    return {.isImmutable = rule.isImmutable,
            .ttl = ttl,
            .text = QByteArray::fromStdString(rule.match + ": " + holding(rule, ttl))};
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
    return {.text = QByteArrayLiteral("no rule: revalidate always")};
}

} // namespace lanyard::registry
