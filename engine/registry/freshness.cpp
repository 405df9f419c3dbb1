// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/freshness.h"

namespace lanyard::registry {

std::int64_t freshUntilMs(const AppliedRule &rule, std::int64_t checkedAtMs)
{
    if (rule.isImmutable)
        return freshForever;
    return checkedAtMs + std::chrono::milliseconds(rule.ttl).count();
}

std::optional<std::int64_t> ageSeconds(const store::TagState &tag, std::int64_t nowMs)
{
    if (tag.checkedAtMs == 0)
        return std::nullopt;
    return (nowMs - tag.checkedAtMs) / 1000;
}

std::optional<Digest> newerUpstream(const std::optional<store::TagState> &tag,
                                    const std::optional<store::SeenTag> &seen)
{
    const bool isNewer =
        tag && seen && seen->digest != tag->digest && seen->seenAtMs > tag->checkedAtMs;
    return isNewer ? std::optional(seen->digest) : std::nullopt;
}

Verdict judge(const std::optional<store::TagState> &tag, const AppliedRule &rule,
              std::int64_t nowMs)
{
    if (!tag)
        return Verdict::Fetch;
    if (rule.isImmutable)
        return Verdict::Serve;
    if (tag->checkedAtMs > nowMs)
        return Verdict::Revalidate;
    return nowMs < freshUntilMs(rule, tag->checkedAtMs) ? Verdict::Serve : Verdict::Revalidate;
}

} // namespace lanyard::registry
