// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contentuse.h"

#include <mutex>
#include <unordered_map>
#include <utility>

namespace lanyard::store {

struct ContentUse::Counts
{
    std::mutex mutex;
    std::unordered_map<Digest, int> holds; // guarded by mutex; none is 0
};

ContentUse::Hold::Hold(std::shared_ptr<Counts> counts, const Digest &digest)
    : m_counts(std::move(counts))
    , m_digest(digest)
{
    const std::lock_guard lock(m_counts->mutex);
    ++m_counts->holds[m_digest];
}

ContentUse::Hold::~Hold()
{
    if (!m_counts)
        return;
    const std::lock_guard lock(m_counts->mutex);
    int &count = m_counts->holds[m_digest];
    if (--count == 0)
        m_counts->holds.erase(m_digest);
}

ContentUse::ContentUse()
    : m_counts(std::make_shared<Counts>())
{
}

ContentUse::Hold ContentUse::hold(const Digest &digest)
{
    return {m_counts, digest};
}

SharedFile ContentUse::holding(Hold hold, SharedFile file)
{
    struct Held
    {
        Hold hold;
        SharedFile file;
    };

    const FileDescriptor *descriptor = file.get();
    // The hold goes after the file: members are destroyed in reverse.
    return {std::make_shared<Held>(Held{std::move(hold), std::move(file)}), descriptor};
}

bool ContentUse::isInUse(const Digest &digest) const
{
    const std::lock_guard lock(m_counts->mutex);
    return m_counts->holds.contains(digest);
}

std::unordered_set<Digest> ContentUse::inUse() const
{
    std::unordered_set<Digest> all;
    const std::lock_guard lock(m_counts->mutex);
    for (const auto &[digest, count] : m_counts->holds)
        all.insert(digest);
    return all;
}

} // namespace lanyard::store
