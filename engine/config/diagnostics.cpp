// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/diagnostics.h"

#include "core/limits.h"

#include <utility>

namespace lanyard::config {

void Diagnostics::error(const Place &place, Message message)
{
    m_hasErrors = true;
    add(ConfigDiagnostic::Severity::Error, place, std::move(message));
}

void Diagnostics::warning(const Place &place, Message message)
{
    add(ConfigDiagnostic::Severity::Warning, place, std::move(message));
}

void Diagnostics::add(ConfigDiagnostic::Severity severity, const Place &place, Message message)
{
    if (m_list.size() > limits::configDiagnosticsMax)
        return;
    ConfigDiagnostic diagnostic{
        .severity = severity,
        .file = place.source,
        .line = place.line,
        .column = place.column,
        .message = std::move(message),
    };
    if (m_list.size() == limits::configDiagnosticsMax) {
        // Whatever was left out may have been an error.
        diagnostic.severity = ConfigDiagnostic::Severity::Error;
        diagnostic.message =
            QT_TRANSLATE_NOOP("engine", "too many problems; the rest is not listed");
        m_hasErrors = true;
    }
    m_list.append(std::move(diagnostic));
}

} // namespace lanyard::config
