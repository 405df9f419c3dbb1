// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <cstdint>

namespace lanyard {

/// How all stored content shall be checked.
struct ContentCheckRequest
{
    bool isRepairing = false;        ///< what is damaged is put aside, and fetched anew on next use
    bool isFromStart = false;        ///< also what a check that was interrupted has seen already
    std::int64_t bytesPerSecond = 0; ///< that are read; 0: as many as the disk gives
};

/// How far a check is. What a check before it has seen counts as done.
struct ContentCheckProgress
{
    std::int64_t files = 0;
    std::int64_t totalFiles = 0;
    std::int64_t bytes = 0;
    std::int64_t totalBytes = 0;
    int damaged = 0;
};

struct DamagedContent
{
    QByteArray digest;
    std::int64_t size = 0; ///< bytes it should have
    Message reason;
    QByteArrayList repositories; ///< that have it, at most limits::damagedOwnersMax
    bool isPutAside = false;     ///< it counts as not stored now
};

/// A check that is done.
struct ContentCheckResult
{
    std::int64_t files = 0; ///< that were checked, by this one and those that it goes on from
    std::int64_t bytes = 0;
    bool isContinued = false; ///< it went on from where another was interrupted
    std::int64_t damagedFiles = 0;
    QList<DamagedContent> damaged; ///< at most limits::damagedListedMax
};

} // namespace lanyard
