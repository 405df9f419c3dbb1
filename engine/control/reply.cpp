// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/reply.h"

#include <utility>

namespace lanyard::control {

namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

Reply::Reply(Send send)
    : m_send(std::move(send))
{
}

Reply::~Reply()
{
    fail({.code = ErrorCode::Cancelled, .message = "the request was given up"});
}

void Reply::progress(const QJsonObject &event)
{
    if (m_send)
        m_send({{QStringLiteral("event"), event}}, false);
}

void Reply::finish(const QJsonObject &result)
{
    end({{QStringLiteral("result"), result}});
}

void Reply::fail(const Error &error)
{
    end({{QStringLiteral("error"),
          QJsonObject{{QStringLiteral("code"), text(nameOf(error.code))},
                      {QStringLiteral("message"), text(error.message.english())}}}});
}

void Reply::setOnAbandoned(std::function<void()> onAbandoned)
{
    m_onAbandoned = std::move(onAbandoned);
}

void Reply::abandon()
{
    m_send = nullptr;
    if (const auto tell = std::exchange(m_onAbandoned, nullptr))
        tell();
}

void Reply::end(const QJsonObject &line)
{
    m_onAbandoned = nullptr;
    if (const Send send = std::exchange(m_send, nullptr))
        send(line, true);
}

std::string_view nameOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return "invalid-input";
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::RateLimited:
        return "rate-limited";
    case ErrorCode::Unreachable:
        return "unreachable";
    case ErrorCode::Offline:
        return "offline";
    case ErrorCode::TimedOut:
        return "timed-out";
    case ErrorCode::BadUpstream:
        return "bad-upstream";
    case ErrorCode::Corrupt:
        return "corrupt";
    case ErrorCode::Io:
        return "io";
    case ErrorCode::NoRoom:
        return "no-room";
    case ErrorCode::InUse:
        return "in-use";
    case ErrorCode::Cancelled:
        return "cancelled";
    }
    return "io";
}

} // namespace lanyard::control
