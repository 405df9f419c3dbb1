// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QString>

namespace lanyard::test {

/// As a test compares it.
inline QString inEnglish(const Message &message)
{
    return QString::fromStdString(message.english());
}

} // namespace lanyard::test
