// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace lanyard::ui {

using FileRead = std::function<void(const Result<QByteArray> &)>;

/// Reads a regular file on a thread of its own, as a disk may hang. `done` is called on this
/// thread, later, unless `context` is gone by then. The error is a sentence for the user.
void readSmallFile(const QString &path, qint64 bytesMax, QObject *context, const FileRead &done);

} // namespace lanyard::ui
