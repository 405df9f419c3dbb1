// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a TOML file of a client: refused, or edited so that it reads as TOML and has the
// cache in it, the same edit again changes nothing, and it can be taken out again. The first byte
// says which file, and what is in the recipe.
#include "recipes/buildkittoml.h"
#include "recipes/hoststoml.h"
#include "recipes/registriesconf.h"
#include "textedit/tomldocument.h"

#include <algorithm>
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

Recipe recipeOf(unsigned choice)
{
    Recipe recipe;
    recipe.cache = {.host = QStringLiteral("h.lan"), .port = 5000};
    recipe.registries = {QStringLiteral("docker.io")};
    if (choice & 4)
        recipe.cache.isTls = true;
    if (choice & 8)
        recipe.authorityFile = QStringLiteral("/ca.pem");
    if (choice & 16) {
        recipe.cache.user = QStringLiteral("u");
        recipe.cache.password = QStringLiteral("what-nobody-says");
    }
    return recipe;
}

/// Whether the recipe is in the document, read without what wrote it.
bool holds(const textedit::TomlDocument &document, const Recipe &recipe, unsigned choice)
{
    using textedit::TomlPath;
    const std::string address = recipe.cache.hostPort().toStdString();
    if (choice % 4 == 0) {
        const auto *host = document.find(TomlPath{"host", recipe.cache.url().toStdString()});
        return host && (recipe.authorityFile.isEmpty() || host->find("ca"));
    }
    if (choice % 4 == 1) {
        const auto *mirrors = document.find(TomlPath{"registry", "docker.io", "mirrors"});
        const auto texts = mirrors ? mirrors->texts() : std::vector<std::string>();
        return std::find(texts.begin(), texts.end(), address) != texts.end() &&
               document.find(TomlPath{"registry", address});
    }
    const auto *registries = document.root().find("registry");
    for (const auto &registry :
         registries ? registries->items : std::vector<textedit::TomlNode>()) {
        const auto *mirrors = registry.find("mirror");
        for (const auto &mirror : mirrors ? mirrors->items : std::vector<textedit::TomlNode>()) {
            const auto *location = mirror.find("location");
            if (location && location->scalar == address + "/docker.io")
                return true;
        }
    }
    return false;
}

Result<QByteArray> with(const Recipe &recipe, const QByteArray &text, unsigned choice)
{
    return choice % 4 == 0   ? withHostsToml(recipe, text)
           : choice % 4 == 1 ? withBuildkitToml(recipe, text)
                             : withRegistriesConf(recipe, text);
}

Result<std::optional<QByteArray>> without(const Recipe &recipe, const QByteArray &text,
                                          unsigned choice)
{
    return choice % 4 == 0   ? withoutHostsToml(recipe, text)
           : choice % 4 == 1 ? withoutBuildkitToml(recipe, text)
                             : withoutRegistriesConf(recipe, text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const unsigned choice = data[0];
    const QByteArray text(reinterpret_cast<const char *>(data + 1),
                          static_cast<qsizetype>(size - 1));
    const Recipe recipe = recipeOf(choice);
    const auto before = textedit::TomlDocument::read(text);
    const auto result = with(recipe, text, choice);
    if (!result) {
        require(!result.error().message.isEmpty() &&
                result.error().message.english().find("what-nobody-says") == std::string::npos);
    } else {
        require(before || text.trimmed().isEmpty());
        const auto after = textedit::TomlDocument::read(*result);
        require(after && holds(*after, recipe, choice));
        const auto again = with(recipe, *result, choice);
        require(again && *again == *result);
    }
    const auto undone = without(recipe, result ? *result : text, choice);
    if (undone && *undone)
        require(textedit::TomlDocument::read(**undone).has_value());
    // Nothing is ours in a text that does not say so: it comes back as it was.
    const bool isOfOthers = !text.contains("Lanyard") && !text.contains("h.lan") &&
                            !text.contains('\\') && !text.trimmed().isEmpty();
    if (result && isOfOthers)
        require(undone && *undone && **undone == text);
    return 0;
}
