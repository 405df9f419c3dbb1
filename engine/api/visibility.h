// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace lanyard {

/// Who can read a repository upstream.
enum class Visibility : std::uint8_t {
    Unknown,   ///< nobody has found out
    Public,    ///< everybody
    Unproven,  ///< it was read with a credential; whether everybody can is not known yet
    Private,   ///< whoever has a credential
    Withdrawn, ///< it could be read once, and cannot any more
};

/// Whether it may be that not everybody can.
constexpr bool isRestricted(Visibility visibility)
{
    return visibility != Visibility::Unknown && visibility != Visibility::Public;
}

/// Known not to be everybody's.
inline bool isPrivate(Visibility visibility)
{
    return visibility == Visibility::Private || visibility == Visibility::Withdrawn;
}

} // namespace lanyard
