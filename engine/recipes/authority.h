// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "recipes/recipe.h"

#include <QByteArray>

#include <optional>

// The certificate of the cache's authority in a file of its own.
namespace lanyard::recipes {

/// Whether it is one certificate or more as PEM, with nothing around them. Pure.
bool isCertificates(const QByteArray &text);

/// See withRecipe(). Other certificates in its place are replaced: the authority was another one.
/// InvalidInput: there is something else.
Result<QByteArray> withAuthority(const Recipe &recipe, const std::optional<QByteArray> &text);

/// See withoutRecipe().
Result<std::optional<QByteArray>> withoutAuthority(const Recipe &recipe, const QByteArray &text);

} // namespace lanyard::recipes
