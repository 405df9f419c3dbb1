// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/diagnostics.h"

#include "core/limits.h"

namespace lanyard::config {

void Diagnostics::error(const Place &place, std::string_view message)
{
    m_hasErrors = true;
    add(ConfigDiagnostic::Severity::Error, place, message);
}

void Diagnostics::warning(const Place &place, std::string_view message)
{
    add(ConfigDiagnostic::Severity::Warning, place, message);
}

void Diagnostics::add(ConfigDiagnostic::Severity severity, const Place &place,
                      std::string_view message)
{
    if (m_list.size() > limits::configDiagnosticsMax)
        return;
    ConfigDiagnostic diagnostic{
        .severity = severity,
        .file = place.source,
        .line = place.line,
        .column = place.column,
        .message = QString::fromUtf8(message.data(), static_cast<qsizetype>(message.size())),
    };
    if (m_list.size() == limits::configDiagnosticsMax) {
        // Whatever was left out may have been an error.
        diagnostic.severity = ConfigDiagnostic::Severity::Error;
        diagnostic.message = QStringLiteral("too many problems; the rest is not listed");
        m_hasErrors = true;
    }
    m_list.append(diagnostic);
}

} // namespace lanyard::config
