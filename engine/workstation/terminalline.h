// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"
#include "core/message.h"

#include <QString>
#include <QStringList>

namespace lanyard::workstation {

/// How a client is set up in a terminal where the system asks nobody for the privilege, and
/// how that is taken back: it is root's then, which has another cache or none, and another journal.
/// A sentence. Pure.
Message terminalLine(const QString &client, const CacheEndpoint &cache,
                     const QStringList &registries);

} // namespace lanyard::workstation
