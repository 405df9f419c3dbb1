// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "http/requesthandler.h"
#include "journal/accesslog.h"
#include "journal/books.h"

#include <optional>

namespace lanyard::journal {

/// Writes every finished request where it is counted, logged and shown. Thread-safe.
class RequestRecorder final : public http::RequestObserver
{
public:
    /// `books` outlive it. The access log goes to stdout; nullopt: there is none.
    RequestRecorder(Books &books, std::optional<LogFormat> logFormat);

    void requestFinished(RequestRecord &&record) override;
    void connectionsChanged(int difference) override;

private:
    Books &m_books;
    std::optional<AccessLog> m_accessLog;
};

} // namespace lanyard::journal
