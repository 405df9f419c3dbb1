// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/diskuse.h"
#include "api/enginestate.h"
#include "api/servedcertificate.h"
#include "api/statssnapshot.h"
#include "api/wrongdigests.h"
#include "core/message.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <cstdint>

namespace lanyard {

/// A running engine at a glance.
struct EngineStatus
{
    EngineState state = EngineState::Stopped;
    QStringList addresses; ///< where it serves, as http://HOST:PORT
    QString debugAddress;  ///< empty: none
    QString dataDirectory;
    Message storageTrouble; ///< why the disk cannot be used, and clients get 503; empty: it can
    std::int64_t startedAtMs = 0; ///< since 1970-01-01 UTC
    StatsSnapshot statistics;
    DiskUse disk;
    WrongDigests wrongDigests;
    bool isBusy = false; ///< an import, an export or a prefetch runs, which a stop cuts short
    QList<ServedCertificate> certificates; ///< of the listeners, each once
    bool operator==(const EngineStatus &) const = default;
};

} // namespace lanyard
