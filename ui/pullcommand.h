// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientaddress.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace lanyard::ui {

/// A line for a terminal that pulls an image through the cache.
struct PullCommand
{
    QString client; ///< whose it is, with what it takes
    QString line;
    bool operator==(const PullCommand &) const = default;
};

/// For each kind of client, from the cache at `url` (http://HOST:PORT, or https), the image of this
/// ImageSummary::name(). Pure.
QList<PullCommand> pullCommands(const QString &url, const QByteArray &name);

/// The address `hostAndPort` of the cache with the way in which it is spoken to there, by what the
/// engine listens on; empty where that is empty. Pure.
QString urlOf(const QString &hostAndPort, const QStringList &listening);

/// A command that pulls an image through the cache, to try it on this computer.
QString examplePull(const ClientAddress &address);

/// What Docker's daemon.json needs so that it pulls through the cache.
QString dockerMirror(const ClientAddress &address);

} // namespace lanyard::ui
