// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/visibility.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>

#include <cstdint>

namespace lanyard {

enum class ImageKind : std::uint8_t {
    Image,    ///< for one platform
    Index,    ///< images for several platforms
    Artifact, ///< something else that a registry keeps: a chart, a signature
};

/// An image of the cache, as a row of a list: a tag, or a stored manifest that no tag and no index
/// names. Sizes count what is known of it: itself and what it names, of an index those platforms
/// whose manifest is stored; content that is named twice counts once.
struct ImageSummary
{
    QByteArray registry; ///< the upstream's name
    QByteArray repository;
    QByteArray tag;    ///< empty: known by its digest only
    QByteArray digest; ///< of its manifest
    QByteArray mediaType;
    ImageKind kind = ImageKind::Image;
    std::int64_t totalBytes = 0;
    std::int64_t storedBytes = 0;
    /// It can be pulled when no upstream is there: all of an image, at least one whole platform of
    /// an index, since a client pulls only its own.
    bool isComplete = false;
    bool isPinned = false;                       ///< by this name: eviction leaves it alone
    Visibility visibility = Visibility::Unknown; ///< of its repository
    std::uint64_t pulls = 0;       ///< how often clients have got its manifest, since it is here
    std::int64_t lastUsedAtMs = 0; ///< since 1970-01-01 UTC; 0: never
    std::int64_t checkedAtMs = 0;  ///< when upstream last said so of the tag; 0: there is none
    /// The digest that upstream has now, of a pinned tag; empty: it is not known to have another.
    QByteArray newerUpstream = {};

    /// <registry>/<repository>:<tag>, or @<digest> where there is no tag: in every form of
    /// reference, this one included, it stands for the same image.
    QByteArray name() const;
    bool operator==(const ImageSummary &) const = default;
};

/// Which images are asked for.
struct ImageQuery
{
    QByteArray after;    ///< the name() of an image, that need not exist; empty: from the start
    QByteArray contains; ///< what their names must contain; empty: anything
    int max = 100;       ///< from 1 to limits::listPageMax
    bool operator==(const ImageQuery &) const = default;
};

/// A part of the list: by repository and tag, bytewise ascending; those without a tag after the
/// tags of their repository.
struct ImagePage
{
    QList<ImageSummary> images;
    bool hasMore = false; ///< beyond the last of them
    bool operator==(const ImagePage &) const = default;
};

} // namespace lanyard

Q_DECLARE_METATYPE(lanyard::ImageSummary)
