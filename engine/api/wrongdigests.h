// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdint>

namespace lanyard {

/// How often upstreams sent bytes that are not those of their digest, since the engine started.
/// None of them was stored, or served whole.
struct WrongDigests
{
    std::uint64_t count = 0;
    QByteArray lastRegistry; ///< of the last one
    QByteArray lastRepository;
    std::int64_t lastAtMs = 0; ///< since 1970-01-01 UTC; 0: never
    bool operator==(const WrongDigests &) const = default;
};

} // namespace lanyard
