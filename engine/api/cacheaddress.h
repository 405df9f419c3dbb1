// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// Where a cache is that clients are set up for: pure functions.
namespace lanyard {

/// What a person types: 192.168.0.80:5000, cache.lan (on port 5000), [fd00::1]:5000, or with
/// http:// or https:// before it. Nullopt: it is no address.
std::optional<CacheEndpoint> endpointOf(const QString &text);

/// The shortest text that is the same address: https is said.
QString endpointText(const CacheEndpoint &endpoint);

/// Whether a host is the computer itself, for whoever asks: localhost and names below it (RFC 6761
/// §6.3), 127.0.0.0/8, ::1.
bool isLoopback(const QString &host);

/// The cache of this computer among the addresses that the engine listens on (http://HOST:PORT,
/// https://HOST:PORT) and those of this computer: where other machines, and builders in containers,
/// reach it, if there is such a way. Nullopt: it does not listen.
std::optional<CacheEndpoint> ownEndpoint(const QStringList &listening,
                                         const QList<QHostAddress> &computer);

} // namespace lanyard
