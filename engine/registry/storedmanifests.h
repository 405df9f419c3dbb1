// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/hotmanifests.h"
#include "store/store.h"

#include <optional>
#include <string_view>

namespace lanyard::registry {

/// Stored manifests, ready to be sent: from memory, else from disk, their digest checked.
/// Thread-safe.
class StoredManifests
{
public:
    explicit StoredManifests(store::Store &store);

    /// The manifest that the catalogue says is stored; nullopt when it cannot be read. Reads a file
    /// of at most limits::manifestBytesMax on a miss.
    std::optional<HotManifest> find(const Digest &digest, std::string_view mediaType);
    /// Keeps one that was just fetched, so that it can be served before it is on disk.
    void insert(const Digest &digest, const HotManifest &manifest);

private:
    store::Store &m_store;
    HotManifests m_hot;
};

} // namespace lanyard::registry
