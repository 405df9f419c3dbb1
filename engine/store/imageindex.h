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
/// annotation io.github.lanyard.pinned: true, and what may not be for everybody
/// io.github.lanyard.private: true.
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

/// A descriptor of an index.json, with the annotations that say which image it is. Each is empty
/// where it is not there.
struct LayoutEntry
{
    Descriptor manifest;
    std::string reference;  ///< org.opencontainers.image.ref.name: a tag, or a whole reference
    std::string imageName;  ///< io.containerd.image.name: a whole reference
    std::string repository; ///< io.github.lanyard.repository
    bool isPinned = false;
    bool isPrivate = false;
};

/// The index.json of a layout with these images.
QByteArray layoutIndexText(const std::vector<LayoutEntry> &entries);

/// The descriptors in an index.json, whoever wrote it and whatever became of it: one that has no
/// digest, or no size of a manifest, is left out, and of a text that is cut, what comes before the
/// cut is read. Pure.
std::vector<LayoutEntry> parseLayoutIndex(QByteArrayView json);

/// What index.json says of one manifest. The names keep the rules of core/imageref.
struct ImageRoot
{
    std::string registry;
    std::string repository;
    std::string tag; ///< empty: none
    Descriptor manifest;
    bool isPinned = false;
    bool isPrivate = false; ///< its repository
};

/// The roots in an index.json that Lanyard has written: of the same entries, those that name a
/// repository as Lanyard does. Pure; needs little memory besides what it returns.
std::vector<ImageRoot> parseImageIndex(QByteArrayView json);

} // namespace lanyard::store
