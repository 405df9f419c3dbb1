// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/answerstatus.h"

#include "core/limits.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <charconv>

namespace lanyard::upstream {

namespace {

std::optional<std::chrono::seconds> parseSeconds(std::string_view text)
{
    std::uint32_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

/// IMF-fixdate (RFC 9110 §5.6.7); the obsolete forms have not been sent for decades.
std::optional<std::chrono::seconds> parseDate(std::string_view text, WallTime now)
{
    const QString string = QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    QDateTime date =
        QLocale::c().toDateTime(string, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    const auto wait = fromEpochMs(date.toMSecsSinceEpoch()) - now;
    return std::max(std::chrono::ceil<std::chrono::seconds>(wait), std::chrono::seconds{0});
}

} // namespace

AnswerKind kindOf(int status)
{
    switch (status) {
    case 200:
    case 206:
        return AnswerKind::Success;
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
        return AnswerKind::Redirect;
    case 401:
        return AnswerKind::Unauthorized;
    default:
        return AnswerKind::Failure;
    }
}

std::optional<std::chrono::seconds> parseRetryAfter(std::string_view field, WallTime now)
{
    const auto wait = parseSeconds(field);
    const auto any = wait ? wait : parseDate(field, now);
    if (!any)
        return std::nullopt;
    return std::min(*any, limits::retryAfterMax);
}

bool isDenial(const Error &error)
{
    return error.code == ErrorCode::NotFound && isAboutAccess(error);
}

bool isAboutAccess(const Error &error)
{
    return error.upstreamStatus == 400 || error.upstreamStatus == 401 ||
           error.upstreamStatus == 403;
}

Error errorForStatus(const Message &registry, int status, std::string_view retryAfter, WallTime now)
{
    Error error;
    error.upstreamStatus = status;
    //: %1: a registry, or its token service; %2: the status of HTTP
    error.message = {QT_TRANSLATE_NOOP("engine", "%1 answered %2"),
                     {registry, std::to_string(status)}};
    if (status == 401 || status == 403 || status == 404) {
        error.code = ErrorCode::NotFound;
    } else if (status == 429) {
        error.code = ErrorCode::RateLimited;
        error.retryAfter = parseRetryAfter(retryAfter, now).value_or(std::chrono::seconds{0});
    } else {
        error.code = ErrorCode::BadUpstream;
    }
    return error;
}

} // namespace lanyard::upstream
