// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/registriesyaml.h"

#include "recipes/editedyaml.h"

#include <string>

namespace lanyard::recipes {

namespace {

using textedit::YamlNode;
using textedit::YamlPath;
using textedit::YamlValue;

std::string urlOf(const Recipe &recipe)
{
    return recipe.cache.url().toStdString();
}

YamlPath endpointsOf(const QString &registry)
{
    const QString name = registry == QLatin1String("_default") ? QStringLiteral("*") : registry;
    return {"mirrors", name.toStdString(), "endpoint"};
}

YamlPath ofHost(const Recipe &recipe, const char *section, const char *key)
{
    return {"configs", recipe.cache.hostPort().toStdString(), section, key};
}

bool hasAuthority(const Recipe &recipe)
{
    return recipe.cache.isTls && !recipe.authorityFile.isEmpty();
}

/// In quotes, as some readers stumble over a colon between brackets.
YamlValue quoted(const std::string &text)
{
    return YamlValue::word(textedit::doubleQuoted(text).toStdString());
}

bool isSameUrl(const YamlNode &node, const std::string &url)
{
    return node.kind == YamlNode::Kind::Scalar && (node.scalar == url || node.scalar == url + '/');
}

void addEndpoint(EditedYaml &file, const QString &registry, const std::string &url)
{
    const YamlPath path = endpointsOf(registry);
    const YamlNode *list = file.find(path);
    if (!list) {
        file.put(path, YamlValue::list({quoted(url)}));
        return;
    }
    if (!list->items.empty() && isSameUrl(list->items.front(), url))
        return;
    file.takeBackItems(path, [&url](const YamlNode &node) { return isSameUrl(node, url); });
    file.prepend(path, quoted(url));
}

} // namespace

Result<QByteArray> withRegistriesYaml(const Recipe &recipe, const std::optional<QByteArray> &text)
{
    EditedYaml file(text.value_or(QByteArray()));
    for (const QString &registry : recipe.registries)
        addEndpoint(file, registry, urlOf(recipe));
    if (hasAuthority(recipe))
        file.put(ofHost(recipe, "tls", "ca_file"),
                 YamlValue::ofText(recipe.authorityFile.toStdString()));
    if (!recipe.cache.user.isEmpty()) {
        file.put(ofHost(recipe, "auth", "username"),
                 YamlValue::ofText(recipe.cache.user.toStdString()));
        file.put(ofHost(recipe, "auth", "password"),
                 YamlValue::ofText(recipe.cache.password.toStdString()));
    }
    return file.text();
}

Result<std::optional<QByteArray>> withoutRegistriesYaml(const Recipe &recipe,
                                                        const QByteArray &text)
{
    EditedYaml file(text);
    const auto isOurs = [url = urlOf(recipe)](const YamlNode &node) {
        return isSameUrl(node, url);
    };
    for (const QString &registry : recipe.registries)
        file.takeBackItems(endpointsOf(registry), isOurs);
    const auto takeBackIfSame = [&file](const YamlPath &path, const QString &value) {
        const YamlNode *node = file.find(path);
        const bool isSame = node && node->scalar == value.toStdString();
        if (isSame)
            file.takeBack(path);
        return isSame;
    };
    if (hasAuthority(recipe))
        takeBackIfSame(ofHost(recipe, "tls", "ca_file"), recipe.authorityFile);
    // The password is not kept for this; it goes with its user.
    if (!recipe.cache.user.isEmpty() &&
        takeBackIfSame(ofHost(recipe, "auth", "username"), recipe.cache.user))
        file.takeBack(ofHost(recipe, "auth", "password"));
    return file.text().map([](const QByteArray &rest) {
        return rest.trimmed().isEmpty() ? std::nullopt : std::optional(rest);
    });
}

} // namespace lanyard::recipes
