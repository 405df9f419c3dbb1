// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "recipes/recipe.h"

#include <QByteArray>

#include <optional>

// buildkitd.toml of BuildKit, also the one that stands inside of a configuration of Earthly. In
// [registry."R"] of every registry the cache is the first of `mirrors`, and [registry."HOST:PORT"]
// says how it is reached: BuildKit knows the scheme of a mirror from there alone. A comment
// "Managed by Lanyard" stands behind the headers and keys that are ours; an address whose own table
// has it is ours wherever it is a mirror.
namespace lanyard::recipes {

/// See withRecipe(). The cache is a mirror of no other registry afterwards. InvalidInput, too: a
/// table of a person for this address says that it is reached otherwise.
Result<QByteArray> withBuildkitToml(const Recipe &recipe, const std::optional<QByteArray> &text);

/// See withoutRecipe().
Result<std::optional<QByteArray>> withoutBuildkitToml(const Recipe &recipe, const QByteArray &text);

} // namespace lanyard::recipes
