// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/message.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace lanyard {

/// What a person sets in a window: all of a configuration but its upstreams and what only servers
/// need. Each is as of Config.
struct Settings
{
    std::vector<ListenConfig> listen;
    QString dataDirectory;
    std::optional<std::int64_t> capacity;
    std::optional<std::int64_t> keepFree;
    PinnedConfig pinned;
    std::vector<std::string> allow;
    PrivateAccess privateAccess = PrivateAccess::Trusted;
    std::vector<std::string> trusted;
    std::optional<LoginConfig> login;
    std::optional<ListenAddress> debug;
    std::vector<std::string> debugAllow;
    LogFormat logFormat = LogFormat::Combined;
    bool accessLog = true;
    int networkThreads = 2;

    bool operator==(const Settings &) const = default;
};

Settings settingsOf(const Config &config);
/// `config` with these settings.
Config withSettings(Config config, const Settings &settings);
/// `now` with what differs between `before` and `wanted`: what others have changed meanwhile stays.
Settings merged(Settings now, const Settings &before, const Settings &wanted);

/// The configuration file as a person sees it.
struct SettingsFile
{
    QString path; ///< absolute
    bool isThere = false;
    /// What it says; without a file, what a new one would say. None: it is wrong, see
    /// `diagnostics`.
    std::optional<Settings> settings;
    QList<ConfigDiagnostic> diagnostics;
    Message readOnlyReason; ///< for the user; empty: it can be changed

    bool operator==(const SettingsFile &) const = default;
};

struct SettingsChange
{
    QString path;
    Settings before; ///< as it was shown
    Settings wanted;
};

/// What became of it: the file is written.
struct SettingsResult
{
    SettingsFile file;
    /// Settings of the running engine that wait for its next start, by their names in the file;
    /// empty: all counts at once, or nothing runs.
    QStringList waiting;
};

/// An address where somebody wants to listen.
struct AddressCheck
{
    Message trouble; ///< why it cannot be had, with the program that has it; empty: it can
    std::optional<ListenAddress> next; ///< the next port that is free there, when it is taken
};

/// The disk that a folder is on, or will be.
struct DiskSpace
{
    std::int64_t bytes = 0;     ///< its size
    std::int64_t freeBytes = 0; ///< for this user
};

/// `50GiB`, `1.5 TB`; nullopt for anything else.
std::optional<std::int64_t> parseSize(const QString &text);
/// The shortest text that parseSize() reads as exactly so many bytes: `50GiB`.
QString sizeText(std::int64_t bytes);

} // namespace lanyard
