// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recipe.h"

#include "recipes/authority.h"
#include "recipes/buildkittoml.h"
#include "recipes/daemonjson.h"
#include "recipes/earthlyconfig.h"
#include "recipes/hoststoml.h"
#include "recipes/recipecheck.h"
#include "recipes/registriesconf.h"
#include "recipes/registriesyaml.h"

namespace lanyard::recipes {

namespace {

using Kind = Recipe::Kind;

/// What makes the texts of one kind of file.
struct Format
{
    Result<QByteArray> (*with)(const Recipe &, const std::optional<QByteArray> &);
    Result<std::optional<QByteArray>> (*without)(const Recipe &, const QByteArray &);
};

Format formatOf(Kind kind)
{
    switch (kind) {
    case Kind::DaemonJson:
        return {withDaemonJson, withoutDaemonJson};
    case Kind::HostsToml:
        return {withHostsToml, withoutHostsToml};
    case Kind::BuildkitToml:
        return {withBuildkitToml, withoutBuildkitToml};
    case Kind::EarthlyConfig:
        return {withEarthlyConfig, withoutEarthlyConfig};
    case Kind::RegistriesConf:
        return {withRegistriesConf, withoutRegistriesConf};
    case Kind::RegistriesYaml:
        return {withRegistriesYaml, withoutRegistriesYaml};
    case Kind::Authority:
        return {withAuthority, withoutAuthority};
    }
    return {withAuthority, withoutAuthority};
}

} // namespace

Result<QByteArray> withRecipe(const Recipe &recipe, const std::optional<QByteArray> &text)
{
    return checkRecipe(recipe).and_then([&] { return formatOf(recipe.kind).with(recipe, text); });
}

Result<std::optional<QByteArray>> withoutRecipe(const Recipe &recipe, const QByteArray &text)
{
    return checkRecipe(recipe).and_then(
        [&] { return formatOf(recipe.kind).without(recipe, text); });
}

} // namespace lanyard::recipes
