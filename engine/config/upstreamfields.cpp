// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/upstreamfields.h"

#include "core/durationtext.h"

#include <utility>

namespace lanyard::config {

namespace {

std::vector<FieldValue> fieldsOf(const TagRule &rule)
{
    const bool hasTtl = rule.ttl.count() != 0;
    return {
        {"match", YamlValue::ofText(rule.match)},
        {"immutable", YamlValue::word(rule.isImmutable ? "true" : "false"), !rule.isImmutable},
        {"revalidate", YamlValue::word("always"), rule.isImmutable || hasTtl},
        {"ttl", YamlValue::word(durationText(rule.ttl)), !hasTtl},
    };
}

YamlValue valueOf(const std::vector<TagRule> &rules)
{
    std::vector<YamlValue> items;
    for (const TagRule &rule : rules) {
        items.push_back(mappingOf(fieldsOf(rule)));
        items.back().isInline = true;
    }
    return YamlValue::list(std::move(items));
}

} // namespace

std::vector<FieldValue> fieldsOf(const UpstreamConfig &upstream)
{
    return {
        {"url", YamlValue::ofText(upstream.url)},
        FieldValue::ofTexts("fallbackUrls", upstream.fallbackUrls),
        {"enabled", YamlValue::word(upstream.isEnabled ? "true" : "false"), upstream.isEnabled},
        FieldValue::ofTexts("aliases", upstream.aliases),
        FieldValue::ofTexts("hosts", upstream.hosts),
        FieldValue::ofText("caFile", upstream.caFile),
        FieldValue::ofText("proxy", upstream.proxy),
        FieldValue::ofTexts("tokenRealms", upstream.tokenRealms),
        FieldValue::ofTexts("redirectHosts", upstream.redirectHosts),
        {"tagRules", valueOf(upstream.tagRules), upstream.tagRules == defaultTagRules()},
    };
}

YamlValue completeValueOf(const UpstreamConfig &upstream)
{
    std::vector<FieldValue> fields = {{"registry", YamlValue::ofText(upstream.registry)}};
    for (FieldValue &field : fieldsOf(upstream))
        fields.push_back(std::move(field));
    return mappingOf(fields);
}

} // namespace lanyard::config
