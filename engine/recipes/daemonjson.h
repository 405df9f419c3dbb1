// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/recipe.h"

namespace lanyard::recipes {

// Docker Engine's daemon.json, which is strict JSON: the cache is the first of registry-mirrors,
// and where Recipe::isInsecureToo one of insecure-registries, there with its scheme.
//
// JSON has no comments, so no value can be told from one that a person has put there: before a
// set-up with another address, the recipe of the one before has to be taken out.

/// See withRecipe(). Pure.
Result<QByteArray> withDaemonJson(const Recipe &recipe, const std::optional<QByteArray> &text);

/// See withoutRecipe(). A list that loses its last item goes, too. Pure.
Result<std::optional<QByteArray>> withoutDaemonJson(const Recipe &recipe, const QByteArray &text);

/// The text with an empty list for each key of the recipe that it does not have. A reload of the
/// daemon does not clear what is not there (moby daemon/reload.go), but does with an empty list:
/// what withoutDaemonJson() gives is only installed after a reload with this. Pure.
Result<QByteArray> withEmptyMirrors(const Recipe &recipe, const std::optional<QByteArray> &text);

} // namespace lanyard::recipes
