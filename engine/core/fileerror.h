// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace lanyard {

/// Puts the name of a file before an error's message, for Result::map_error().
inline auto inFile(const QString &path)
{
    return [path](const Error &error) {
        Error named = error;
        named.message = Message::at(path, error.message);
        return named;
    };
}

} // namespace lanyard
