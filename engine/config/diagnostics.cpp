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

std::string inQuotes(std::string_view text)
{
    constexpr std::size_t shownBytesMax = 80;
    std::string result = "'";
    for (const char c : text.substr(0, shownBytesMax))
        result += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;
    result += text.size() > shownBytesMax ? "...'" : "'";
    return result;
}

} // namespace lanyard::config
