// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/catalogue.h"

#include <QByteArray>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::store {

/// Where the image of a manifest runs, as an index or a config says (OCI image-spec,
/// image-index.md "platform"). Empty: not said.
struct Platform
{
    std::string os;
    std::string architecture;
    std::string variant;
    bool operator==(const Platform &) const = default;
};

/// Whether an index has this for what is about an image, such as an attestation, and runs nowhere.
bool isAttachment(const Platform &platform);

/// What a cache needs to know of a manifest; its bytes are kept verbatim beside it.
struct Manifest
{
    std::string mediaType;    ///< as the document says, else as its answer did
    std::string artifactType; ///< empty: not said
    /// The manifests of an index; the layers of an image, then its config.
    std::vector<Descriptor> children;
    /// So many of the children, the first ones, are manifests.
    std::size_t manifestCount = 0;
    std::vector<Platform> platforms; ///< of each of those
    bool isIndex = false;
    bool hasConfig = false; ///< it is the last child
};

/// Reads an image manifest, an index, or an artifact manifest (OCI image-spec 1.1, Docker schema
/// 2). Pure. `contentType` is the Content-Type it came with. InvalidInput when it is not JSON of
/// that shape, is an index and an image at once, or breaks limits::manifestChildrenMax; a
/// descriptor with a malformed digest, or one of an algorithm that is not known here, is left out:
/// it cannot be asked for. Media types are well-formed (RFC 6838 §4.2); that of a child is empty
/// where the document has none.
Result<Manifest> parseManifest(const QByteArray &bytes, std::string_view contentType);

/// The platform that the config of an image names (OCI image-spec, config.md). Pure; nothing is
/// said by what is no such document.
Platform platformOfConfig(const QByteArray &bytes);

/// The media type of a Content-Type without its parameters; empty when it is not well-formed.
std::string_view mediaTypeOf(std::string_view contentType);

std::vector<Digest> digestsOf(const std::vector<Descriptor> &descriptors);

} // namespace lanyard::store
