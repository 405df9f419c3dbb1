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

/// Reads a regular file from the disk; Io for all else, such as a pipe, which could keep whoever
/// reads it for ever. Blocks for the disk.
Result<QByteArray> readSmallFile(const QString &path, std::int64_t bytesMax);

/// The same of what a person names, which may be a pipe such as /dev/stdin. Blocks until its end.
Result<QByteArray> readSmallInput(const QString &path, std::int64_t bytesMax);

} // namespace lanyard
