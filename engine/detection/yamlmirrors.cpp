// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/yamlmirrors.h"

#include "detection/tomlmirrors.h"
#include "textedit/yamldocument.h"

namespace lanyard::detection {

namespace {

using textedit::YamlEntry;
using textedit::YamlNode;

/// The value of a key; an empty one where it is no mapping, or has no such key.
const YamlNode &at(const YamlNode &node, const char *key)
{
    static const YamlNode nothing;
    const YamlEntry *const entry = node.find(key);
    return entry == nullptr ? nothing : entry->value;
}

QString textOf(const YamlNode &node)
{
    return QString::fromStdString(node.scalar);
}

QStringList textsOf(const YamlNode &node)
{
    QStringList texts;
    for (const YamlNode &item : node.items)
        texts << textOf(item);
    return texts;
}

} // namespace

Result<Mirrors> mirrorsInRegistriesYaml(const QByteArray &text)
{
    return textedit::readYaml(text).map([](const YamlNode &root) {
        Mirrors mirrors;
        for (const YamlEntry &registry : at(root, "mirrors").entries) {
            for (const QString &url : textsOf(at(registry.value, "endpoint")))
                mirrors << mirrorOfUrl(QString::fromStdString(registry.key), url);
        }
        return mirrors;
    });
}

Result<EarthlySettings> settingsInEarthlyConfig(const QByteArray &text)
{
    return textedit::readYaml(text).map([](const YamlNode &root) {
        const YamlNode &global = at(root, "global");
        const QByteArray added =
            QByteArray::fromStdString(at(global, "buildkit_additional_config").scalar);
        return EarthlySettings{.mirrors = mirrorsInBuildkitToml(added).value_or(Mirrors()),
                               .builder = textOf(at(global, "buildkit_host"))};
    });
}

Result<ColimaSettings> settingsInColimaYaml(const QByteArray &text)
{
    return textedit::readYaml(text).map([](const YamlNode &root) {
        ColimaSettings settings{.mirrors = {}, .runtime = textOf(at(root, "runtime"))};
        for (const QString &url : textsOf(at(at(root, "docker"), "registry-mirrors")))
            settings.mirrors << mirrorOfUrl(QStringLiteral("docker.io"), url);
        return settings;
    });
}

QString textInYaml(const QByteArray &text, const char *key)
{
    return textOf(at(textedit::readYaml(text).value_or(YamlNode()), key));
}

} // namespace lanyard::detection
