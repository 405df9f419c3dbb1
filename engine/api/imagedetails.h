// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagesummary.h"
#include "core/message.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QMetaType>

#include <cstdint>

namespace lanyard {

/// A piece of content that an image names: its config, or a layer.
struct ImageContent
{
    QByteArray digest;
    QByteArray mediaType; ///< empty: the manifest does not say
    std::int64_t bytes = 0;
    bool isStored = false;
    std::int64_t sharers = 0;  ///< other images that have it
    QByteArrayList sharedWith; ///< the first limits::imageSharersMax of them
    bool operator==(const ImageContent &) const = default;
};

/// The image of one platform.
struct ImagePlatform
{
    // Of an index: as it says; of a single image: as its config says, when that is stored. Empty
    // where nothing is known.
    QByteArray os;
    QByteArray architecture;
    QByteArray variant;

    ImageContent manifest;
    ImageContent config;        ///< no digest: it has none, or the manifest is not stored
    QList<ImageContent> layers; ///< empty while the manifest is not stored
    bool isComplete = false;    ///< manifest, config and all layers are stored
    /// It is no platform but something about one (BuildKit's attestations are listed as
    /// unknown/unknown): no client needs it to run the image.
    bool isAttachment = false;

    /// The layers and the config that are not stored.
    QList<ImageContent> missing() const;
    bool operator==(const ImagePlatform &) const = default;
};

/// Everything about one image.
struct ImageDetails
{
    ImageSummary summary;
    QList<QByteArray> tags; ///< of its repository, that point at it, bytewise ascending
    Message rule = {};      ///< by which its tag holds, as in RequestLabels; empty: it has no tag
    QList<ImagePlatform> platforms; ///< one, unless it is an index
    bool operator==(const ImageDetails &) const = default;
};

} // namespace lanyard

Q_DECLARE_METATYPE(lanyard::ImageDetails)
