// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "core/filedescriptor.h"

#include <memory>
#include <unordered_set>

namespace lanyard::store {

/// Which content somebody reads or brings now, so that its file is not removed.
///
/// Thread-safe, and outlived by its holds without harm.
class ContentUse
{
    struct Counts;

public:
    /// As long as it lives, the content is in use.
    class Hold
    {
    public:
        Hold(Hold &&) noexcept = default;
        Hold &operator=(Hold &&) = delete;
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;
        ~Hold();

    private:
        friend class ContentUse;
        Hold(std::shared_ptr<Counts> counts, const Digest &digest);

        std::shared_ptr<Counts> m_counts; ///< nullptr: moved away
        const Digest m_digest;
    };

    ContentUse();

    Hold hold(const Digest &digest);
    /// The same file; the content is in use as long as anyone has it.
    static SharedFile holding(Hold hold, SharedFile file);

    bool isInUse(const Digest &digest) const;
    /// All that is in use.
    std::unordered_set<Digest> inUse() const;

private:
    const std::shared_ptr<Counts> m_counts;
};

} // namespace lanyard::store
