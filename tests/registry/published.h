// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/cachefixture.h"

#include <string>
#include <vector>

namespace lanyard::test {

/// An image of layers that no other has.
struct Published
{
    Digest manifest;
    std::vector<Digest> blobs;
    std::int64_t bytes = 0;
};

/// An image of `layers` layers, made of `seed`; without a tag when that is empty.
Published publish(ScriptedRegistry &registry, const std::string &repository, const std::string &tag,
                  int layers, const QByteArray &seed);

/// An index of linux/amd64, linux/arm/v7 and linux/arm64, and an attestation, all made of `seed`.
std::vector<Published> publishIndex(ScriptedRegistry &registry, const std::string &repository,
                                    const std::string &tag, const QByteArray &seed);

/// Whether the cache has its manifest and all its layers.
bool isWhole(const CacheFixture &cache, const Published &image);

} // namespace lanyard::test
