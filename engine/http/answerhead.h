// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/message.h"

#include <cstdint>
#include <ctime>
#include <string>
#include <string_view>

namespace lanyard::http {

/// "Tue, 24 Nov 2026 08:49:37 GMT" (RFC 9110 §5.6.7). Pure.
std::string formatHttpDate(std::time_t time);

std::string_view reasonPhrase(int status);

/// Whether an answer with that status never has a body (RFC 9110 §6.4.1).
bool isBodiless(int status);

/// What an answer's head says beyond the Response.
struct AnswerFraming
{
    int requestMinorVersion = 1;
    bool keepsAlive = true;
    std::int64_t contentLength = 0; ///< not sent where the status forbids it
};

/// Writes the heads of answers. One per network thread: its buffer and the text of the date serve
/// one answer after the other.
class AnswerHeadWriter
{
public:
    /// `extraFields`: ready field lines, added to every answer.
    explicit AnswerHeadWriter(std::string extraFields);

    /// Valid until the next call.
    std::string_view write(const Response &response, const AnswerFraming &framing);

private:
    void refreshDate();

    const std::string m_extraFields;
    std::string m_head;
    std::time_t m_dateTime = -1;
    std::string m_dateField;
};

} // namespace lanyard::http
