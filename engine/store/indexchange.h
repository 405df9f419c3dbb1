// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "store/catalogue.h"

#include <cstdint>
#include <string>
#include <variant>

/// The changes that the index takes; each can be applied twice without harm.
namespace lanyard::store {

/// The names behind an id; comes before any other change with that id.
struct RepositoryAdded
{
    RepositoryId repository = 0;
    std::string registry;
    std::string name;
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

struct ContentUsed
{
    RepositoryId repository = 0;
    Digest digest;
    std::int64_t usedAtMs = 0; ///< since 1970-01-01 UTC
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

using IndexChange = std::variant<RepositoryAdded, ContentStored, ContentMissing, ContentLinked,
                                 ContentUsed, TagSet, TagRemoved>;

} // namespace lanyard::store
