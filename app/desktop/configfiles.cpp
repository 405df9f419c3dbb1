// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/configfiles.h"

#include "engine.h"

#include <QFileInfo>

namespace lanyard::desktop {

LoadedConfig loadConfig(const ConfigFiles &files)
{
    LoadedConfig loaded;
    if (!files.chosen.isEmpty() || QFileInfo::exists(files.used)) {
        loaded = Engine::loadConfig(files.used);
    } else {
        // The window shows the requests; a file that wants them on stdout as well says so.
        loaded.config = Engine::defaultConfig();
        loaded.config->accessLog = false;
        loaded.config->file = files.used;
    }
    if (loaded.config)
        loaded.config->hasKeychain = true;
    return loaded;
}

} // namespace lanyard::desktop
