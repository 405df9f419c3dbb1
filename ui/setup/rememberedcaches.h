// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"

#include <QList>
#include <QString>

#include <functional>

class QSettings;

namespace lanyard::ui {

/// A cache on another computer as a person gave it, but for the password.
struct RememberedCache
{
    QString address; ///< as endpointOf() reads it
    QString user;
    QString authorityFile; ///< absolute; empty: what is trusted already
    bool operator==(const RememberedCache &) const = default;
};

/// What is kept across runs of the program.
struct RememberedCaches
{
    QList<RememberedCache> caches; ///< the last used first
    bool isChosen = false;         ///< the first was used last, and not the cache of this computer
    bool operator==(const RememberedCaches &) const = default;
};

/// Where the cache at this address stands among them, however it was typed; -1: it is not there.
qsizetype indexOf(const RememberedCaches &known, const CacheEndpoint &endpoint);

/// Puts this one first, and chooses it; of more than limits::rememberedCaches the oldest goes.
RememberedCaches remembering(const RememberedCaches &known, const RememberedCache &cache);

RememberedCaches readRememberedCaches(QSettings &settings);
void writeRememberedCaches(QSettings &settings, const RememberedCaches &caches);

/// The program around the window: how these are read and kept.
struct CacheMemory
{
    std::function<RememberedCaches()> read;
    std::function<void(const RememberedCaches &)> write;
};

} // namespace lanyard::ui
