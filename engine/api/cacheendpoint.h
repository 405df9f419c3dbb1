// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace lanyard {

/// Where and how a client reaches a cache.
struct CacheEndpoint
{
    QString host; ///< a name or an address; IPv6 without brackets
    std::uint16_t port = 0;
    bool isTls = false;
    QByteArray
        authority;    ///< PEM, what clients have to trust for TLS; empty: what they trust already
    QString user;     ///< empty: nobody has to log in
    QString password; ///< a secret: never logged, shown or recorded

    /// HOST:PORT, IPv6 in brackets.
    QString hostPort() const;
    /// http://HOST:PORT, or https.
    QString url() const;
    /// Without user and password, for what has no place for them.
    CacheEndpoint withoutLogin() const;
    bool operator==(const CacheEndpoint &) const = default;
};

/// What a cache says of itself.
struct CacheFacts
{
    QString version;
    QStringList registries; ///< that it mirrors, the default one first
    bool operator==(const CacheFacts &) const = default;
};

} // namespace lanyard
