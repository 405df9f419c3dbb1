// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>

#include <cstdint>

namespace lanyard {

/// How much content of one name is stored.
struct StoredSize
{
    QByteArray name;              ///< a registry, or <registry>/<repository>
    std::int64_t storedBytes = 0; ///< each piece of content once
    std::int64_t sharedBytes = 0; ///< of them, that other names of its kind have, too
    bool operator==(const StoredSize &) const = default;
};

/// What is stored of each repository and each registry; those of which nothing is are left out.
struct RepositorySizes
{
    QList<StoredSize> registries;   ///< by name, bytewise ascending
    QList<StoredSize> repositories; ///< as those
    std::int64_t storedBytes = 0;   ///< of all content
    bool operator==(const RepositorySizes &) const = default;
};

} // namespace lanyard

Q_DECLARE_METATYPE(lanyard::RepositorySizes)
