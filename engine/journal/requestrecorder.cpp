// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/requestrecorder.h"

#include <unistd.h>
#include <utility>

namespace lanyard::journal {

RequestRecorder::RequestRecorder(Books &books, std::optional<LogFormat> logFormat)
    : m_books(books)
{
    if (logFormat)
        m_accessLog.emplace(STDOUT_FILENO, *logFormat);
}

void RequestRecorder::requestFinished(RequestRecord &&record)
{
    m_books.statistics.countRequest(record);
    m_books.clients.count(record);
    if (m_accessLog)
        m_accessLog->append(record);
    m_books.journal.append(std::move(record));
}

void RequestRecorder::connectionsChanged(int difference)
{
    m_books.statistics.connectionsChanged(difference);
}

} // namespace lanyard::journal
