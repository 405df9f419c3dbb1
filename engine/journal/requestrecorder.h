// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "http/requesthandler.h"
#include "journal/accesslog.h"
#include "journal/journal.h"
#include "journal/statistics.h"

#include <optional>

namespace lanyard::journal {

/// Writes every finished request where it is counted, logged and shown. Thread-safe.
class RequestRecorder final : public http::RequestObserver
{
public:
    /// `journal` and `statistics` outlive it. The access log goes to stdout; nullopt: there is
    /// none.
    RequestRecorder(Journal &journal, Statistics &statistics, std::optional<LogFormat> logFormat);

    void requestFinished(RequestRecord &&record) override;
    void connectionsChanged(int difference) override;

private:
    Journal &m_journal;
    Statistics &m_statistics;
    std::optional<AccessLog> m_accessLog;
};

} // namespace lanyard::journal
