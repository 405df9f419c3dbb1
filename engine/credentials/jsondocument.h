// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace lanyard::credentials {

/// The JSON object that a text is. InvalidInput with line and column (in bytes, from 1) when it is
/// none; the text is not repeated. Pure.
Result<QJsonObject> parseJsonObject(const QByteArray &text);

} // namespace lanyard::credentials
