// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/fieldvalue.h"

#include <algorithm>
#include <utility>

namespace lanyard::config {

FieldValue FieldValue::section(std::string key, std::vector<FieldValue> parts)
{
    const bool isDefault = std::ranges::all_of(parts, &FieldValue::isDefault);
    return {.key = std::move(key),
            .value = YamlValue::mapping({}),
            .isDefault = isDefault,
            .parts = std::move(parts)};
}

FieldValue FieldValue::ofText(std::string key, const std::string &text)
{
    return {.key = std::move(key), .value = YamlValue::ofText(text), .isDefault = text.empty()};
}

FieldValue FieldValue::ofTexts(std::string key, const std::vector<std::string> &texts)
{
    return {.key = std::move(key), .value = YamlValue::texts(texts), .isDefault = texts.empty()};
}

// By hand, as of YamlValue.
bool FieldValue::operator==(const FieldValue &other) const
{
    return key == other.key && value == other.value && isDefault == other.isDefault &&
           parts == other.parts;
}

YamlValue mappingOf(const std::vector<FieldValue> &fields)
{
    std::vector<YamlField> written;
    for (const FieldValue &field : fields) {
        if (!field.isDefault)
            written.push_back(
                {.key = field.key,
                 .value = field.parts.empty() ? field.value : mappingOf(field.parts)});
    }
    return YamlValue::mapping(std::move(written));
}

YamlValue differencesOf(const std::vector<FieldValue> &old, const std::vector<FieldValue> &wanted)
{
    std::vector<YamlField> written;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const FieldValue &field = wanted[i];
        if (field.isDefault || field == old[i])
            continue;
        written.push_back({.key = field.key,
                           .value = field.parts.empty()
                                        ? field.value
                                        : differencesOf(old[i].parts, field.parts)});
    }
    return YamlValue::mapping(std::move(written));
}

} // namespace lanyard::config
