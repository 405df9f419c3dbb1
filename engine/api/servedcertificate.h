// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace lanyard {

/// A certificate by which clients know the cache.
struct ServedCertificate
{
    QString file;                  ///< absolute
    bool isIssued = false;         ///< Lanyard replaces it before it ends; else somebody else does
    std::int64_t validFromMs = 0;  ///< since 1970-01-01 UTC
    std::int64_t validUntilMs = 0; ///< since 1970-01-01 UTC
    bool operator==(const ServedCertificate &) const = default;
};

} // namespace lanyard
