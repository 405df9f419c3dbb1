// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/answerhead.h"

#include <array>
#include <charconv>
#include <utility>

namespace lanyard::http {

namespace {

constexpr std::array<std::string_view, 7> dayNames = {"Sun", "Mon", "Tue", "Wed",
                                                      "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> monthNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr std::array<std::pair<int, std::string_view>, 27> reasonPhrases = {{
    {200, "OK"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
}};

void appendNumber(std::string &text, std::int64_t number)
{
    std::array<char, 20> digits; // NOLINT(*-init): to_chars fills what is read
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

void appendTwoDigits(std::string &text, int number)
{
    text += static_cast<char>('0' + number / 10);
    text += static_cast<char>('0' + number % 10);
}

} // namespace

std::string formatHttpDate(std::time_t time)
{
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::string text;
    text.append(dayNames[static_cast<std::size_t>(utc.tm_wday)]).append(", ");
    appendTwoDigits(text, utc.tm_mday);
    text.append(1, ' ').append(monthNames[static_cast<std::size_t>(utc.tm_mon)]).append(1, ' ');
    appendNumber(text, 1900 + utc.tm_year);
    text += ' ';
    appendTwoDigits(text, utc.tm_hour);
    text += ':';
    appendTwoDigits(text, utc.tm_min);
    text += ':';
    appendTwoDigits(text, utc.tm_sec);
    text += " GMT";
    return text;
}

std::string_view reasonPhrase(int status)
{
    for (const auto &[code, phrase] : reasonPhrases) {
        if (code == status)
            return phrase;
    }
    return {}; // RFC 9112 §4: it may be empty
}

bool isBodiless(int status)
{
    return status == 204 || status == 304;
}

AnswerHeadWriter::AnswerHeadWriter(std::string extraFields)
    : m_extraFields(std::move(extraFields))
{
}

std::string_view AnswerHeadWriter::write(const Response &response, const AnswerFraming &framing)
{
    refreshDate();
    m_head.assign("HTTP/1.1 ");
    appendNumber(m_head, response.status);
    m_head.append(1, ' ').append(reasonPhrase(response.status)).append("\r\n");
    m_head += m_dateField;
    // RFC 9112 §9.3: HTTP/1.1 persists unless told otherwise, HTTP/1.0 only when told so.
    if (!framing.keepsAlive)
        m_head += "Connection: close\r\n";
    else if (framing.requestMinorVersion == 0)
        m_head += "Connection: keep-alive\r\n";
    if (!isBodiless(response.status)) {
        m_head += "Content-Length: ";
        appendNumber(m_head, framing.contentLength);
        m_head += "\r\n";
    }
    m_head += m_extraFields;
    m_head.append(response.sharedFields.constData(),
                  static_cast<std::size_t>(response.sharedFields.size()));
    m_head.append(response.fields).append("\r\n");
    return m_head;
}

void AnswerHeadWriter::refreshDate()
{
    const std::time_t now = std::time(nullptr);
    if (now == m_dateTime)
        return;
    m_dateTime = now;
    m_dateField = "Date: " + formatHttpDate(now) + "\r\n";
}

} // namespace lanyard::http
