// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

// The configuration file of a desktop that has none yet.
namespace lanyard::config {

/// What stands in it before anything is changed in it: the defaults. Pure.
QByteArray firstFileText();
/// What that comes to. Pure.
Config firstFileConfig();

/// Makes it with `text`, for its user alone (0600), and its folder. Io, or NoRoom; the message
/// names it. Any thread; blocks for the disk.
Result<void> makeFile(const QString &path, const QByteArray &text);

} // namespace lanyard::config
