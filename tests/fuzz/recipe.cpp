// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the JSON of a recipe, which the program that writes for root takes: refused, or the
// same again as JSON, and a file can be made of it or the message says why not.
#include "recipes/recipe.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;
using namespace lanyard::recipes;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto recipe = recipeFromJson(json);
    if (!recipe) {
        require(!recipe.error().message.isEmpty());
        return 0;
    }
    const auto again = recipeFromJson(toJson(*recipe, true));
    require(again && *again == *recipe);
    const auto with = withRecipe(*recipe, std::nullopt);
    require(with || !with.error().message.isEmpty());
    if (!with)
        return 0;
    const auto twice = withRecipe(*recipe, *with);
    require(twice && *twice == *with);
    const auto without = withoutRecipe(*recipe, *with);
    require(without && !*without);
    return 0;
}
