// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/yamlreader.h"

#include <utility>

namespace lanyard::config {

std::optional<YamlNode> parseYaml(const QByteArray &text, const QString &source,
                                  DuplicateKeys duplicateKeys, Diagnostics &diagnostics)
{
    textedit::ParsedYaml parsed = textedit::parseYaml(text, source, duplicateKeys);
    for (const textedit::YamlProblem &problem : parsed.problems) {
        if (problem.isError)
            diagnostics.error(problem.place, problem.message);
        else
            diagnostics.warning(problem.place, problem.message);
    }
    return std::move(parsed.root);
}

} // namespace lanyard::config
