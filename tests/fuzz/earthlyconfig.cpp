// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a configuration of Earthly: refused, or the mirrors are in its text, all else is as
// it was, the same recipe again changes nothing, and it can be taken out. The first byte says which
// recipe.
#include "recipes/earthlyconfig.h"
#include "recipes/earthlydocument.h"

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

Recipe recipeOf(std::uint8_t choice)
{
    Recipe recipe;
    recipe.kind = Recipe::Kind::EarthlyConfig;
    recipe.cache = {.host = QStringLiteral("192.168.0.80"), .port = 5000};
    recipe.registries = {QStringLiteral("docker.io")};
    if (choice % 2 == 1)
        recipe.registries += QStringLiteral("quay.io");
    if (choice / 2 % 2 == 1) {
        recipe.cache.isTls = true;
        recipe.authorityFile = QStringLiteral("/etc/ssl/lanyard-ca.pem");
    }
    return recipe;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1),
                          static_cast<qsizetype>(size - 1));
    const Recipe recipe = recipeOf(data[0]);
    const auto before = EarthlyDocument::read(text);
    const auto with = withEarthlyConfig(recipe, text);
    require(with || !with.error().message.isEmpty());
    if (with) {
        const auto document = EarthlyDocument::read(*with);
        require(before && document && document->isSameBesides(*before));
        const auto toml = document->toml();
        require(toml && *toml && (*toml)->contains("192.168.0.80:5000"));
        require(recipe.authorityFile.isEmpty() ||
                document->foreignArguments().size() + 2 ==
                    document->find(EarthlyDocument::argumentsKey)->items.size());
        const auto again = withEarthlyConfig(recipe, *with);
        require(again && *again == *with);
    }
    const auto without = withoutEarthlyConfig(recipe, with ? *with : text);
    require(without || !without.error().message.isEmpty());
    if (without && *without) {
        const auto document = EarthlyDocument::read(**without);
        require(document && (!before || document->isSameBesides(*before)));
    }
    return 0;
}
