// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <QString>

namespace lanyard::desktop {

/// Where the configuration is.
struct ConfigFiles
{
    QString chosen; ///< of --config; empty: none
    QString used;   ///< absolute; the chosen one, else the one in the usual place
};

/// What the engine is started with: what the file says where there is one, else the defaults, of
/// which changes are written to that file. Blocks for the disk.
LoadedConfig loadConfig(const ConfigFiles &files);

} // namespace lanyard::desktop
