// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "textedit/yamlvalue.h"

#include <string>
#include <vector>

namespace lanyard::config {

using textedit::YamlField;
using textedit::YamlValue;

/// A field of a mapping as it is to be written; what has its default is not. A plain value, a tree.
struct FieldValue
{
    std::string key;
    YamlValue value;
    bool isDefault = false;
    /// Of a section, a mapping of which some fields are somebody else's; then there is no `value`.
    std::vector<FieldValue> parts = {};

    /// It has its default when all of its parts have.
    static FieldValue section(std::string key, std::vector<FieldValue> parts);
    static FieldValue ofText(std::string key, const std::string &text);
    static FieldValue ofTexts(std::string key, const std::vector<std::string> &texts);
    bool operator==(const FieldValue &other) const;
};

/// The fields that have not their default, with those of sections. Pure.
YamlValue mappingOf(const std::vector<FieldValue> &fields);

/// The same of those fields alone that were otherwise; both are the same ones in the same order.
YamlValue differencesOf(const std::vector<FieldValue> &old, const std::vector<FieldValue> &wanted);

} // namespace lanyard::config
