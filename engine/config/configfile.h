// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/filereader.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <string>

namespace lanyard::config {

using Environment = std::map<std::string, std::string>;

/// The process's.
Environment systemEnvironment();

/// What Lanyard uses without a file.
Config defaultConfig();

/// Where an engine with this configuration keeps its data: an absolute path.
QString dataDirectoryOf(const Config &config);

/// Reads the file at `path`: Lanyard's YAML (version: 1), or distribution's (version: 0.1), told by
/// the version key. Blocks for the file, and the password files it names. `environment` is the
/// process's; REGISTRY_* apply to the latter.
LoadedConfig loadConfigFile(const QString &path, const Environment &environment);

/// Lanyard's own YAML. `fileName` is for the diagnostics only; `readFile` reads the password files
/// it names. An unknown key is an error that names it at its line and column, and so is a wrong
/// value.
LoadedConfig readConfig(const QByteArray &text, const QString &fileName,
                        const FileReader &readFile);

/// Why there is no configuration, in one line. Pure.
Message firstErrorOf(const LoadedConfig &loaded);

} // namespace lanyard::config
