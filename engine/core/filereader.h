// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <functional>

namespace lanyard {

/// Gives the bytes of a file of at most `bytesMax` bytes, or says in a few words why not: NotFound,
/// InvalidInput (too large), Io. The message does not repeat the path.
using FileReader = std::function<Result<QByteArray>(const QString &path, std::int64_t bytesMax)>;

/// Reads from the disk, or from a pipe such as /dev/stdin. Blocks.
Result<QByteArray> readSmallFile(const QString &path, std::int64_t bytesMax);

} // namespace lanyard
