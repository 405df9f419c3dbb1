// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/requestrecorder.h"

#include <unistd.h>
#include <utility>

namespace lanyard::journal {

RequestRecorder::RequestRecorder(Journal &journal, Statistics &statistics,
                                 std::optional<LogFormat> logFormat)
    : m_journal(journal)
    , m_statistics(statistics)
{
    if (logFormat)
        m_accessLog.emplace(STDOUT_FILENO, *logFormat);
}

void RequestRecorder::requestFinished(RequestRecord &&record)
{
    m_statistics.countRequest(record);
    if (m_accessLog)
        m_accessLog->append(record);
    m_journal.append(std::move(record));
}

void RequestRecorder::connectionsChanged(int difference)
{
    m_statistics.connectionsChanged(difference);
}

} // namespace lanyard::journal
