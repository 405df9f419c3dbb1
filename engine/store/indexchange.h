// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "store/catalogue.h"
#include "store/folder.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

/// The changes that the index takes; each can be applied twice without harm.
namespace lanyard::store {

/// The names behind an id; comes before any other change with that id.
struct RepositoryAdded
{
    RepositoryId repository = 0;
    std::string registry;
    std::string name;
};

/// Who can read it upstream.
struct AccessSet
{
    RepositoryId repository = 0;
    RepositoryAccess access;
};

struct ContentStored
{
    Digest digest;
    std::int64_t size = 0; ///< bytes
};

struct ContentMissing
{
    Digest digest;
};

struct ContentLinked
{
    RepositoryId repository = 0;
    Descriptor descriptor;
    bool isManifest = false;
};

/// What a manifest names.
struct ManifestRead
{
    Digest manifest;
    std::vector<Digest> children;
};

struct ContentUsed
{
    RepositoryId repository = 0;
    Digest digest;
    std::int64_t usedAtMs = 0; ///< since 1970-01-01 UTC
    std::uint32_t pulls = 0;   ///< that were among the uses; the index adds them up
};

struct TagSet
{
    RepositoryId repository = 0;
    std::string tag;
    Digest digest;
    std::int64_t checkedAtMs = 0; ///< since 1970-01-01 UTC
};

struct TagRemoved
{
    RepositoryId repository = 0;
    std::string tag;
};

/// What the user wants to keep.
struct PinSet
{
    RepositoryId repository = 0;
    std::string name; ///< a tag, or the digest of a manifest
    bool isPinned = false;
};

/// Of a pinned tag; else nothing changes.
struct TagSeen
{
    RepositoryId repository = 0;
    std::string tag;
    SeenTag seen;
};

struct ContentUnlinked
{
    RepositoryId repository = 0;
    Digest digest;
};

/// It is not stored any more, and no repository has it.
struct ContentSwept
{
    Digest digest;
};

/// index.json, as it lies on disk, names all that the changes before this one have made.
struct ImageIndexWritten
{
    FileStamp stamp;
};

/// The changes after this one are all there is.
struct AllForgotten
{
};

using IndexChange =
    std::variant<AllForgotten, RepositoryAdded, AccessSet, ContentStored, ContentMissing,
                 ContentLinked, ManifestRead, ContentUsed, TagSet, TagRemoved, PinSet, TagSeen,
                 ContentUnlinked, ContentSwept, ImageIndexWritten>;

} // namespace lanyard::store
