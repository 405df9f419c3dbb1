// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "detection/mirrors.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>

namespace lanyard::detection {

// What the files of clients in TOML say of mirrors. Errors are InvalidInput, with line and column:
// the text is no TOML. What makes no sense in it is passed over: who edits the file refuses it.
// Pure.

/// hosts.toml of one registry; that of "_default" is for all.
Result<Mirrors> mirrorsInHostsToml(const QString &registry, const QByteArray &text);

/// buildkitd.toml.
Result<Mirrors> mirrorsInBuildkitToml(const QByteArray &text);

/// What registries.conf says of one registry.
struct RegistryTable
{
    QString location; ///< what is asked in its place; empty: the registry itself
    bool isBlocked = false;
    bool isInsecure = false;
    Mirrors mirrors;
};

/// registries.conf: for each prefix that it has a table for, what it says. A later file replaces
/// what earlier ones say of a prefix, even by nothing.
Result<std::map<QString, RegistryTable>> tablesInRegistriesConf(const QByteArray &text);

/// What config.toml of containerd says of its CRI plugin.
struct ContainerdSettings
{
    QStringList hostFolders; ///< of config_path, absolute; empty: it does not say
    bool isCriOff = false;
    bool hasOldMirrors = false; ///< `mirrors` in the file itself, as of 1.x
};

Result<ContainerdSettings> settingsInContainerdToml(const QByteArray &text);

/// `hosts_dir` of nerdctl.toml, absolute; empty: it does not say.
QStringList hostFoldersInNerdctlToml(const QByteArray &text);

} // namespace lanyard::detection
