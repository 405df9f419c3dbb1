// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "recipes/recipe.h"

#include <QByteArray>

#include <optional>

// config.yml of Earthly and EarthBuild. `global.buildkit_additional_config` is a buildkitd.toml in
// a text: they write it behind their own, which has no registries. It is edited as such a file is,
// in a literal block; a text in quotes or a folded one becomes such a block. The certificate of the
// authority comes into the container of BuildKit as a volume, by `global.buildkit_additional_args`.
namespace lanyard::recipes {

/// See withRecipe(). InvalidInput, too: `global` stands in brackets, or the path of the certificate
/// has a colon, with which no volume can be named.
Result<QByteArray> withEarthlyConfig(const Recipe &recipe, const std::optional<QByteArray> &text);

/// See withoutRecipe(). A text that has become a block stays one.
Result<std::optional<QByteArray>> withoutEarthlyConfig(const Recipe &recipe,
                                                       const QByteArray &text);

} // namespace lanyard::recipes
