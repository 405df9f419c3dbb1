// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <functional>
#include <utility>

namespace lanyard {

/// Gives content piece by piece, in order; an empty piece says that there is no more. After an
/// error it is not asked again. Called on whichever thread takes the content.
using ByteSource = std::function<Result<QByteArray>()>;

/// All of it at once.
inline ByteSource onePiece(QByteArray bytes)
{
    return [rest = std::move(bytes)]() mutable -> Result<QByteArray> {
        return std::exchange(rest, {});
    };
}

} // namespace lanyard
