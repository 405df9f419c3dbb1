// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"

namespace lanyard::recipes {

// registries.yaml of k3s and RKE2: the cache is the first endpoint of each registry ("_default" is
// their "*"), and where there is TLS with an authority of its own or a login, the cache's host has
// it among `configs`.
//
// A value is not marked as ours: before a set-up with another address, the recipe of the one before
// has to be taken out.

/// See withRecipe(). Pure.
Result<QByteArray> withRegistriesYaml(const Recipe &recipe, const std::optional<QByteArray> &text);

/// See withoutRecipe(). A list or mapping that loses its last value goes, too. Pure.
Result<std::optional<QByteArray>> withoutRegistriesYaml(const Recipe &recipe,
                                                        const QByteArray &text);

} // namespace lanyard::recipes
