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

YamlValue mappingOf(const std::vector<FieldValue> &fields)
{
    std::vector<YamlField> written;
    for (const FieldValue &field : fields) {
        if (!field.isDefault)
            written.push_back({.key = field.key, .value = field.value});
    }
    return YamlValue::mapping(std::move(written));
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

FieldValue textsField(std::string key, const std::vector<std::string> &texts)
{
    return {std::move(key), YamlValue::texts(texts), texts.empty()};
}

FieldValue textField(std::string key, const std::string &text)
{
    return {std::move(key), YamlValue::ofText(text), text.empty()};
}

} // namespace

std::vector<FieldValue> fieldsOf(const UpstreamConfig &upstream)
{
    return {
        {"url", YamlValue::ofText(upstream.url)},
        textsField("fallbackUrls", upstream.fallbackUrls),
        {"enabled", YamlValue::word(upstream.isEnabled ? "true" : "false"), upstream.isEnabled},
        textsField("aliases", upstream.aliases),
        textsField("hosts", upstream.hosts),
        textField("caFile", upstream.caFile),
        textField("proxy", upstream.proxy),
        textsField("tokenRealms", upstream.tokenRealms),
        textsField("redirectHosts", upstream.redirectHosts),
        {"tagRules", valueOf(upstream.tagRules), upstream.tagRules == defaultTagRules()},
    };
}

YamlValue completeValueOf(const UpstreamConfig &upstream)
{
    std::vector<FieldValue> fields = fieldsOf(upstream);
    fields.insert(fields.begin(), {"registry", YamlValue::ofText(upstream.registry)});
    return mappingOf(fields);
}

} // namespace lanyard::config
