// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/storedmanifests.h"

#include "registry/answers.h"

namespace lanyard::registry {

StoredManifests::StoredManifests(store::Store &store)
    : m_store(store)
{
}

std::optional<HotManifest> StoredManifests::find(const Digest &digest, std::string_view mediaType)
{
    if (auto hot = m_hot.find(digest))
        return hot;
    const Result<QByteArray> bytes = m_store.readManifest(digest);
    if (!bytes)
        return std::nullopt;
    HotManifest manifest{.bytes = *bytes, .fields = manifestFields(digest, mediaType)};
    m_hot.insert(digest, manifest);
    return manifest;
}

void StoredManifests::insert(const Digest &digest, const HotManifest &manifest)
{
    m_hot.insert(digest, manifest);
}

} // namespace lanyard::registry
