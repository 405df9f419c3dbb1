// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "detection/mirrors.h"
#include "detection/proxy.h"

#include <QByteArray>
#include <QStringList>

namespace lanyard::detection {

/// What daemon.json says of an engine of Docker. A value.
struct DaemonSettings
{
    Mirrors mirrors;   ///< of docker.io
    Proxy proxy;       ///< of `proxies`
    QStringList hosts; ///< where it listens
};

/// InvalidInput: it is no JSON object. What makes no sense in it is passed over: who edits the file
/// refuses it. Pure.
Result<DaemonSettings> settingsInDaemonJson(const QByteArray &text);

} // namespace lanyard::detection
