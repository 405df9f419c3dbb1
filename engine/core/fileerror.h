// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

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

/// Io, with what the system says of its last call (errno): that is the last value of `sentence`.
inline Error systemError(const char *sentence, std::vector<Message> values = {})
{
    values.push_back(std::generic_category().message(errno));
    return {ErrorCode::Io, {sentence, std::move(values)}};
}

} // namespace lanyard
