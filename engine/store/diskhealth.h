// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <optional>

namespace lanyard::store {

/// Why the disk cannot be used.
struct DiskTrouble
{
    Message reason; ///< of the newest look, in a few words and without a path
    WallTime since; ///< the first of the looks that failed
};

/// What looks at the disk come to: so many in a row that fail make it unusable, until one succeeds.
/// A value; pure.
class DiskHealth
{
public:
    /// `threshold` is at least 1.
    explicit DiskHealth(int threshold);

    /// Takes in the newest look. Whether the disk cannot be used from now on, or can be again.
    bool note(const Result<void> &look, WallTime now);

    /// nullopt: it can be used.
    const std::optional<DiskTrouble> &trouble() const { return m_trouble; }

private:
    int m_threshold;
    int m_failures = 0; // in a row, up to the threshold
    WallTime m_failingSince;
    std::optional<DiskTrouble> m_trouble;
};

} // namespace lanyard::store
