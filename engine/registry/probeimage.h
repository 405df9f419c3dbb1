// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lanyard::registry {

/// One document of a probe image, or its layer.
struct ProbePart
{
    enum class Kind : std::uint8_t { Manifest, Config, Layer };

    Kind kind = Kind::Manifest;
    std::string_view mediaType; ///< a literal
    QByteArray bytes;
    Digest digest;
};

/// A tiny image for every platform that clients run on, as OCI has it and as Docker had it before.
/// Nothing of it is in the image of another nonce, so that no client has a part of it already. A
/// value.
class ProbeImage
{
public:
    /// The same for the same nonce, always.
    explicit ProbeImage(std::string_view nonce);

    /// What the tag stands for, for a client that sends this Accept field: an index, or for one
    /// that takes none, the manifest of linux/amd64.
    const ProbePart &taggedFor(std::string_view accept) const;

    /// Each of another digest.
    const std::vector<ProbePart> &parts() const { return m_parts; }

private:
    std::vector<ProbePart> m_parts; ///< the first ones are those that a tag may stand for
};

/// "manifest", "config" or "layer".
std::string_view nameOf(ProbePart::Kind kind);

} // namespace lanyard::registry
