// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "recipes/recipe.h"

#include <QByteArray>

#include <optional>

// registries.conf of Podman and its family, in a file of its own: a complete [[registry]] for every
// registry, with the cache as its [[registry.mirror]]. Where somebody has written the registry
// himself, only the mirror is added, before his. What is ours has the comment "Managed by Lanyard"
// behind its header.
namespace lanyard::recipes {

/// See withRecipe(). InvalidInput, too: the file has the old form of the format, beside which the
/// new one must not stand.
Result<QByteArray> withRegistriesConf(const Recipe &recipe, const std::optional<QByteArray> &text);

/// See withoutRecipe().
Result<std::optional<QByteArray>> withoutRegistriesConf(const Recipe &recipe,
                                                        const QByteArray &text);

} // namespace lanyard::recipes
