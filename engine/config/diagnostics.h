// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "textedit/place.h"

#include <QList>

namespace lanyard::config {

using textedit::inQuotes;
using textedit::Place;

/// Collects what is wrong with a configuration, so that a user sees all of it in one run; at most
/// limits::configDiagnosticsMax. One thread at a time.
class Diagnostics
{
public:
    void error(const Place &place, Message message);
    void warning(const Place &place, Message message);

    bool hasErrors() const { return m_hasErrors; }

    const QList<ConfigDiagnostic> &list() const { return m_list; }

private:
    void add(ConfigDiagnostic::Severity severity, const Place &place, Message message);

    QList<ConfigDiagnostic> m_list;
    bool m_hasErrors = false;
};

} // namespace lanyard::config
