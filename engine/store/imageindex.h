// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/catalogue.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <string>
#include <vector>

/// index.json of the image layout (OCI image-spec, image-layout.md and image-index.md): a
/// descriptor for every root manifest of every repository. Other tools find the images in it with
/// Lanyard stopped, as in `skopeo inspect oci:<data>:docker.io/library/alpine:3.19`, and Lanyard
/// finds them again when its database is lost.
///
/// The annotation org.opencontainers.image.ref.name is the whole reference,
/// <registry>/<repository>:<tag>; the specification allows '/' and ':' in it, and skopeo, podman
/// and buildah split `oci:<folder>:<name>` at the first colon only. A folder with a colon in its
/// path cannot be named to them. A manifest without a tag has an annotation of Lanyard's own
/// instead, io.github.lanyard.repository: <registry>/<repository>. What the user has pinned has the
/// annotation io.github.lanyard.pinned: true.
namespace lanyard::store {

/// Writes index.json piece by piece, a repository at a time, so that it is never in memory whole.
class ImageIndexText
{
public:
    /// `catalogue` outlives it; its lock is taken once for a repository.
    explicit ImageIndexText(const Catalogue &catalogue);

    /// The next piece; empty after the last.
    QByteArray next();

private:
    const Catalogue &m_catalogue;
    RepositoryId m_repository = 0; ///< the next
    bool m_hasBegun = false;
    bool m_hasDescriptor = false;
    bool m_hasEnded = false;
};

/// What index.json says of one manifest. The names keep the rules of core/imageref.
struct ImageRoot
{
    std::string registry;
    std::string repository;
    std::string tag; ///< empty: none
    Descriptor manifest;
    bool isPinned = false;
};

/// The roots in index.json, whoever wrote it and whatever became of it: a descriptor that is not
/// one, or names no repository, is left out, and of a text that is cut, what comes before the cut
/// is read. Pure; needs little memory besides what it returns.
std::vector<ImageRoot> parseImageIndex(QByteArrayView json);

} // namespace lanyard::store
