// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace lanyard {

/// Replaces what is in the file at `path` by `after`, all of it or nothing, if it still is
/// `before`: nobody's change of it is lost. InUse says that it is not. The file keeps its mode and
/// its owner, and a link to it stays a link; its other names (hard links) keep what was there. Io:
/// the disk refused, or the owner cannot be kept; NotFound: there is no such file. The message does
/// not repeat the path. Blocks.
Result<void> replaceFile(const QString &path, const QByteArray &before, const QByteArray &after);

} // namespace lanyard
