// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace lanyard::acme {

/// A certificate that was issued: for whom, and how long it holds. A value.
struct IssuedIdentity
{
    std::vector<std::string> names; ///< in lower case; * too
    WallTime from;
    WallTime until;

    /// Whether it is for all of these.
    bool covers(const std::vector<std::string> &hosts) const;
};

/// Reads PEM in which a certificate stands first, then those that vouch for it, and its key
/// somewhere. InvalidInput says what is missing, or does not belong together. Pure.
Result<IssuedIdentity> readIdentity(const QByteArray &pem);

} // namespace lanyard::acme
