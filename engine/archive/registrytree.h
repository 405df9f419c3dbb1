// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/imagesource.h"

#include <optional>

namespace lanyard::archive {

/// The storage of a registry (distribution 2 and 3, registry/storage/paths.go), such as that of a
/// pull-through proxy:
///
///     blobs/sha256/<hh>/<hex>/data
///     repositories/<name>/_manifests/tags/<tag>/current/link
///     repositories/<name>/_manifests/revisions/sha256/<hex>/link
///
/// A link holds a digest. Every revision without a tag is an image, too: whether another names it,
/// only their documents say.
class RegistryTree final : public ImageSource
{
public:
    /// The folder of `blobs` and `repositories` in or below `path`, which may be the root directory
    /// of the registry's configuration.
    static std::optional<std::string> rootIn(const std::string &path);

    RegistryTree(std::string root, std::string registry, std::stop_token stop);

    Result<std::vector<ArchivedImage>> images() override;
    Result<void> read(const std::unordered_set<Digest> &wanted, const Take &take) override;

private:
    const std::string m_root;
    const std::string m_registry;
    const std::stop_token m_stop;
};

} // namespace lanyard::archive
