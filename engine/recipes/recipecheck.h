// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "recipes/recipe.h"

namespace lanyard::recipes {

/// Whether all that the recipe says has the form that it must have, so that nothing of it can be
/// read as something else in a file of a client. InvalidInput names the field, and never holds the
/// password. Pure.
Result<void> checkRecipe(const Recipe &recipe);

} // namespace lanyard::recipes
