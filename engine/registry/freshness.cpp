// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/freshness.h"

#include "core/limits.h"

#include <QString>

#include <algorithm>

namespace lanyard::registry {

namespace {

constexpr std::string_view regularExpressionPrefix = "re:";

QRegularExpression compiled(std::string_view match)
{
    const auto toQString = [](std::string_view text) {
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    };
    if (match.starts_with(regularExpressionPrefix))
        return QRegularExpression(toQString(match.substr(regularExpressionPrefix.size())));
    return QRegularExpression(QRegularExpression::wildcardToRegularExpression(toQString(match)));
}

} // namespace

TagRules::TagRules(const std::vector<TagRule> &rules)
{
    m_rules.reserve(rules.size());
    for (const TagRule &rule : rules)
        m_rules.push_back({compiled(rule.match), rule});
}

std::optional<TagRule> TagRules::ruleFor(std::string_view tag) const
{
    const QString text = QString::fromUtf8(tag.data(), static_cast<qsizetype>(tag.size()));
    for (const CompiledRule &candidate : m_rules) {
        if (candidate.pattern.match(text).hasMatch())
            return candidate.rule;
    }
    return std::nullopt;
}

std::optional<TagRule> stretched(std::optional<TagRule> rule, double budgetShare)
{
    if (!rule || rule->isImmutable || rule->ttl.count() == 0 || budgetShare >= limits::budgetLow)
        return rule;
    rule->ttl = budgetShare < limits::budgetAlmostGone
                    ? std::max(rule->ttl, limits::stretchedTtl)
                    : std::min(rule->ttl * 4, std::max(rule->ttl, limits::stretchedTtl));
    return rule;
}

std::int64_t freshUntilMs(const std::optional<TagRule> &rule, std::int64_t checkedAtMs)
{
    if (!rule)
        return checkedAtMs;
    if (rule->isImmutable)
        return freshForever;
    return checkedAtMs + std::chrono::milliseconds(rule->ttl).count();
}

std::optional<std::int64_t> ageSeconds(const store::TagState &tag, std::int64_t nowMs)
{
    if (tag.checkedAtMs == 0)
        return std::nullopt;
    return (nowMs - tag.checkedAtMs) / 1000;
}

Verdict judge(const std::optional<store::TagState> &tag, const std::optional<TagRule> &rule,
              std::int64_t nowMs)
{
    if (!tag)
        return Verdict::Fetch;
    if (rule && rule->isImmutable)
        return Verdict::Serve;
    if (tag->checkedAtMs > nowMs)
        return Verdict::Revalidate;
    return nowMs < freshUntilMs(rule, tag->checkedAtMs) ? Verdict::Serve : Verdict::Revalidate;
}

} // namespace lanyard::registry
