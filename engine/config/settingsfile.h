// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/settings.h"
#include "core/result.h"

#include <QString>

// The configuration file of a desktop, as a whole. Any thread; blocks for the disk.
namespace lanyard::config {

/// What the file at `path`, which is absolute, says.
SettingsFile readSettings(const QString &path);

/// Writes what differs between `change.before` and `change.wanted`; what others have changed of it
/// meanwhile stays. Where there is no file it makes one, for its user alone (0600), and its folder.
/// Gives what the file comes to. InvalidInput: see settingsedit.h; InUse: somebody else changed it
/// at the same moment; Io. Then nothing has changed.
Result<Config> writeSettings(const SettingsChange &change);

} // namespace lanyard::config
