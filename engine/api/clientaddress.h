// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

namespace lanyard {

/// What to write into a client's configuration to reach the cache: HOST:PORT, or empty where
/// there is no such way.
struct ClientAddress
{
    QString local;    ///< from this computer
    QString localUrl; ///< the same with the way of speaking: http://HOST:PORT, or https
    QString network;  ///< from the other machines of the network
    bool operator==(const ClientAddress &) const = default;

    /// The one to show where there is room for one.
    const QString &preferred() const { return network.isEmpty() ? local : network; }
};

/// Finds them among the addresses that the engine listens on (http://HOST:PORT,
/// https://HOST:PORT) and those of this computer. Pure.
ClientAddress clientAddress(const QStringList &listening, const QList<QHostAddress> &computer);

} // namespace lanyard
