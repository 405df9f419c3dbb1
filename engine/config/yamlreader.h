// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/diagnostics.h"
#include "textedit/yamldocument.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace lanyard::config {

using textedit::DuplicateKeys;
using textedit::YamlEntry;
using textedit::YamlNode;

/// The document of a configuration; what is wrong with it goes to the diagnostics. nullopt: it is
/// no YAML. See textedit::parseYaml(). Pure.
std::optional<YamlNode> parseYaml(const QByteArray &text, const QString &source,
                                  DuplicateKeys duplicateKeys, Diagnostics &diagnostics);

} // namespace lanyard::config
