// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/configfile.h"

#include "config/presets.h"
#include "config/registryconfig.h"
#include "config/yamlreader.h"
#include "core/limits.h"

#include <QDir>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>

namespace lanyard::config {

namespace {

LoadedConfig from(const QString &path, LoadedConfig loaded)
{
    if (loaded.config)
        loaded.config->file = QDir::current().absoluteFilePath(path);
    return loaded;
}

} // namespace

Environment systemEnvironment()
{
    Environment environment;
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    for (const QString &name : system.keys())
        environment.emplace(name.toStdString(), system.value(name).toStdString());
    return environment;
}

Config defaultConfig()
{
    Config config;
    for (const char *registry : {"docker.io", "quay.io", "ghcr.io", "registry.k8s.io"}) {
        UpstreamConfig &upstream = config.upstreams.emplace_back();
        upstream.registry = registry;
        upstream.url = placeOf(registry);
    }
    config.defaultUpstream = "docker.io";
    return config;
}

QString dataDirectoryOf(const Config &config)
{
    if (!config.dataDirectory.isEmpty())
        return config.dataDirectory;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/lanyard");
}

LoadedConfig loadConfigFile(const QString &path, const Environment &environment)
{
    Diagnostics diagnostics;
    const Place file{.source = path, .line = 0, .column = 0};
    const auto text = readSmallInput(path, limits::configBytesMax);
    if (!text) {
        diagnostics.error(file, text.error().message);
        return {.config = std::nullopt, .diagnostics = diagnostics.list()};
    }
    const auto root = parseYaml(*text, path, DuplicateKeys::Warning, diagnostics);
    if (!root)
        return {.config = std::nullopt, .diagnostics = diagnostics.list()};

    const YamlEntry *version = root->find("version");
    if (version && version->value.scalar == "1")
        return from(path, readConfig(*text, path, readSmallFile));
    if (version && version->value.scalar == "0.1")
        return from(path, readRegistryConfig(*text, path, environment));
    Diagnostics unknownVersion;
    unknownVersion.error(
        version ? version->value.place : root->place,
        QT_TRANSLATE_NOOP(
            "engine", "expected version: 1 (Lanyard), or version: 0.1 (a registry as a proxy)"));
    return {.config = std::nullopt, .diagnostics = unknownVersion.list()};
}

Message firstErrorOf(const LoadedConfig &loaded)
{
    const auto first = std::find_if(loaded.diagnostics.begin(), loaded.diagnostics.end(),
                                    [](const ConfigDiagnostic &one) {
                                        return one.severity == ConfigDiagnostic::Severity::Error;
                                    });
    if (first == loaded.diagnostics.end())
        return QT_TRANSLATE_NOOP("engine", "this is no configuration");
    return first->toMessage();
}

} // namespace lanyard::config
