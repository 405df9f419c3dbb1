// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "textedit/place.h"

#include <QList>

#include <string_view>

namespace lanyard::config {

using textedit::inQuotes;
using textedit::Place;

/// Collects what is wrong with a configuration, so that a user sees all of it in one run; at most
/// limits::configDiagnosticsMax. One thread at a time.
class Diagnostics
{
public:
    /// `message` is UTF-8 and never holds a secret.
    void error(const Place &place, std::string_view message);
    void warning(const Place &place, std::string_view message);

    bool hasErrors() const { return m_hasErrors; }

    const QList<ConfigDiagnostic> &list() const { return m_list; }

private:
    void add(ConfigDiagnostic::Severity severity, const Place &place, std::string_view message);

    QList<ConfigDiagnostic> m_list;
    bool m_hasErrors = false;
};

} // namespace lanyard::config
