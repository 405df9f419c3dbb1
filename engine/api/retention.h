// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>

#include <cstdint>

namespace lanyard {

/// Which images shall go: those that are named, or, when nothing is named, those that were used
/// longest ago, until there is room.
struct RemovalRequest
{
    QByteArrayList images;       ///< as people write them: alpine:3.19, name@sha256:...
    QByteArrayList repositories; ///< as people write them, without a tag
    QByteArrayList registries;   ///< names of upstreams
    bool isAll = false;          ///< everything

    std::int64_t freeBytes = 0; ///< so many go
    std::int64_t keepBytes = 0; ///< as many go as leave so many; 0: not asked for

    bool takesPinned = false;
    bool isDryRun = false; ///< nothing goes; the answer says what would
};

struct RemovedImage
{
    QByteArray name;   ///< as ImageSummary::name(); content without an image has its repository's
    QByteArray reason; ///< chosen, last-used, no-image
    std::int64_t lastUsedAtMs = 0; ///< since 1970-01-01 UTC; 0: never
    std::int64_t freedBytes = 0;
    std::int64_t sharedBytes = 0; ///< of it, that stay, because other images have them
    QByteArrayList sharedWith;    ///< some of these
};

/// An image whose turn it was, or that was named, and that stays.
struct KeptImage
{
    QByteArray name;
    QByteArray reason; ///< pinned, in-use, unknown
};

/// What has gone, or would go.
struct RemovalResult
{
    bool isDryRun = false;
    QList<RemovedImage> images; ///< in the order in which they go; at most limits::listPageMax
    QList<KeptImage> kept;      ///< at most limits::listPageMax
    std::int64_t imageCount = 0;
    std::int64_t freedBytes = 0;
};

/// An image is to stay, or need not stay any more.
struct PinRequest
{
    QByteArray reference; ///< as people write it
    bool isPinned = true;
};

struct PinResult
{
    QByteArray name; ///< whole
    bool isPinned = true;
};

} // namespace lanyard
