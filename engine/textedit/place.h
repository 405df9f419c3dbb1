// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QString>

#include <string>
#include <string_view>

namespace lanyard::textedit {

/// Where something stands: in a file, or in an environment variable (line 0).
struct Place
{
    QString source; ///< file name, or the name of the variable
    int line = 0;   ///< from 1
    int column = 0; ///< from 1
    bool operator==(const Place &) const = default;
};

/// "line 3, column 5".
Message lineAndColumn(qsizetype line, qsizetype column);

/// `text` in quotes for a message: shortened, and without control characters.
std::string inQuotes(std::string_view text);

} // namespace lanyard::textedit
