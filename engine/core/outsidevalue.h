// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <string>

namespace lanyard {

// Values that a configuration leaves to others to say.

/// An environment variable of this process. NotFound where it is not set; the error names it.
Result<QByteArray> readVariable(const std::string &name);

/// Without the ends of its last lines, which editors put there. Pure.
QByteArray withoutLineEnds(QByteArray value);

} // namespace lanyard
