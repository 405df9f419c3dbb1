// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/catalogue.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace lanyard::store {

/// A repository as index.json has it.
struct TaggedRepository
{
    std::string name; ///< <registry>/<repository>
    std::vector<TaggedManifest> manifests;
};

/// index.json of the image layout (OCI image-spec, image-layout.md and image-index.md): a
/// descriptor for each tag, so that other tools find the images with Lanyard stopped, as in
/// `skopeo inspect oci:<data>:docker.io/library/alpine:3.19`.
///
/// The annotation org.opencontainers.image.ref.name is the whole reference,
/// <registry>/<repository>:<tag>; the specification allows '/' and ':' in it, and skopeo, podman
/// and buildah split `oci:<folder>:<name>` at the first colon only. A folder with a colon in its
/// path cannot be named to them.
QByteArray imageIndexJson(const std::vector<TaggedRepository> &repositories);

/// Everything in the catalogue that index.json names. Takes its lock once for a repository.
std::vector<TaggedRepository> taggedRepositories(const Catalogue &catalogue);

} // namespace lanyard::store
