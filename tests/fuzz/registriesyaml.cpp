// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as registries.yaml: refused at a place and without the secret, or edited so that the
// cache is the first endpoint; and where nothing of the kind was there, what was put there can be
// taken back to the byte. The first byte says what is put there.
#include "recipes/registriesyaml.h"
#include "textedit/yamldocument.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace lanyard;
using textedit::YamlNode;

constexpr const char *secret = "what-nobody-says";

void require(bool condition)
{
    if (!condition)
        std::abort();
}

recipes::Recipe recipeOf(unsigned choice)
{
    recipes::Recipe recipe{.kind = recipes::Recipe::Kind::RegistriesYaml};
    recipe.cache = {.host = QStringLiteral("10.0.0.9"), .port = 5000};
    recipe.registries = {QStringLiteral("docker.io"), QStringLiteral("_default")};
    if (choice & 1) {
        recipe.cache.isTls = true;
        recipe.authorityFile = QStringLiteral("/etc/rancher/k3s/lanyard-ca.pem");
    }
    if (choice & 2) {
        recipe.cache.user = QStringLiteral("null");
        recipe.cache.password = QString::fromLatin1(secret);
    }
    return recipe;
}

template <typename T>
void requireSafe(const QByteArray &text, const Result<T> &result)
{
    if (result)
        return;
    const std::string &message = result.error().message.english();
    require(result.error().code == ErrorCode::InvalidInput && message.starts_with("line "));
    require(text.contains(secret) || message.find(secret) == std::string::npos);
}

std::string firstEndpoint(const YamlNode &root, const char *registry)
{
    const YamlNode &mirror = root.find("mirrors")->value.find(registry)->value;
    return mirror.find("endpoint")->value.items.front().scalar;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1),
                          static_cast<qsizetype>(size - 1));
    const recipes::Recipe recipe = recipeOf(data[0]);
    const auto before = textedit::readYaml(text);
    const auto with = recipes::withRegistriesYaml(recipe, text);
    const auto without = recipes::withoutRegistriesYaml(recipe, text);
    requireSafe(text, with);
    requireSafe(text, without);
    require(before.has_value() || (!with && !without));
    if (!with)
        return 0;
    const auto root = textedit::readYaml(*with);
    require(root.has_value());
    const std::string url = recipe.cache.url().toStdString();
    for (const char *registry : {"docker.io", "*"})
        require(firstEndpoint(*root, registry) == url ||
                firstEndpoint(*root, registry) == url + '/');
    const auto again = recipes::withRegistriesYaml(recipe, *with);
    require(again && *again == *with);
    const auto undone = recipes::withoutRegistriesYaml(recipe, *with);
    requireSafe(*with, undone);
    if (!before->find("mirrors") && !before->find("configs") && !text.trimmed().isEmpty())
        require(undone && *undone == text);
    return 0;
}
