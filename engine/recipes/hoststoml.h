// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "recipes/recipe.h"

#include <QByteArray>

#include <optional>

// hosts.toml of one registry, or of all (_default): [host."URL"] of the cache before the hosts that
// are there, as they are tried in this order. The one with the comment "Managed by Lanyard" behind
// its header is ours.
namespace lanyard::recipes {

/// See withRecipe(). `server` is written into a new file only: without it, clients ask the registry
/// itself last. InvalidInput, too: a host of a person for this address cannot pull.
Result<QByteArray> withHostsToml(const Recipe &recipe, const std::optional<QByteArray> &text);

/// See withoutRecipe().
Result<std::optional<QByteArray>> withoutHostsToml(const Recipe &recipe, const QByteArray &text);

} // namespace lanyard::recipes
