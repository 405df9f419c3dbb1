// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "core/limits.h"

#include <QByteArray>

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace lanyard::registry {

/// A manifest ready to be sent: its bytes, and the field lines that are the same in every answer.
/// Both are implicitly shared, so a copy costs two reference counts.
struct HotManifest
{
    QByteArray bytes;
    QByteArray fields; ///< Content-Type, Docker-Content-Digest, ETag, ...
};

/// The manifests that were asked for last, in memory, bounded in bytes. Thread-safe.
class HotManifests
{
public:
    explicit HotManifests(std::size_t bytesMax = limits::hotManifestBytesMax);

    std::optional<HotManifest> find(const Digest &digest);
    void insert(const Digest &digest, HotManifest manifest);
    void remove(const Digest &digest);

private:
    struct Entry
    {
        HotManifest manifest;
        std::list<Digest>::iterator place;
    };

    void removeLocked(const Digest &digest);

    const std::size_t m_bytesMax;
    std::mutex m_mutex;
    // All guarded by m_mutex.
    std::size_t m_bytes = 0;
    std::list<Digest> m_order; // the latest used first
    std::unordered_map<Digest, Entry> m_entries;
};

} // namespace lanyard::registry
