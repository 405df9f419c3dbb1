// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QList>
#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>

namespace lanyard {

/// What a server of an upstream says when it is asked whether it is there.
struct ServerTest
{
    enum class Access {
        Unknown,   ///< it could not be asked
        Open,      ///< it wants nothing
        Anonymous, ///< it gives a token to everybody
        Accepted,  ///< the credentials are right
        Refused,   ///< they are not
        Required,  ///< it wants some, and there are none
    };

    struct Certificate
    {
        QString subject;
        QString issuer;
        std::int64_t expiresAtMs = 0; ///< since 1970-01-01 UTC
        bool operator==(const Certificate &) const = default;
    };

    QString url;
    bool isReachable = false;
    Message trouble;                      ///< why not, or why access is not had
    std::chrono::milliseconds latency{0}; ///< from the request to the head of its answer
    Access access = Access::Unknown;
    std::optional<Certificate> certificate; ///< of https
    bool operator==(const ServerTest &) const = default;
};

/// All servers of an upstream, in the order in which they are asked.
struct UpstreamTest
{
    QString registry;
    QList<ServerTest> servers;
    bool operator==(const UpstreamTest &) const = default;
};

} // namespace lanyard
