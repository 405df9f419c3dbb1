// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/configfile.h"

#include "config/registryconfig.h"
#include "config/yamldocument.h"
#include "core/limits.h"

#include <QDir>

namespace lanyard::config {

namespace {

UpstreamConfig upstream(std::string registry, std::string url)
{
    UpstreamConfig config;
    config.registry = std::move(registry);
    config.url = std::move(url);
    return config;
}

LoadedConfig from(const QString &path, LoadedConfig loaded)
{
    if (loaded.config)
        loaded.config->file = QDir::current().absoluteFilePath(path);
    return loaded;
}

} // namespace

Config defaultConfig()
{
    Config config;
    config.upstreams = {
        upstream("docker.io", "https://registry-1.docker.io"),
        upstream("quay.io", "https://quay.io"),
        upstream("ghcr.io", "https://ghcr.io"),
        upstream("registry.k8s.io", "https://registry.k8s.io"),
    };
    config.defaultUpstream = "docker.io";
    return config;
}

LoadedConfig loadConfigFile(const QString &path, const Environment &environment)
{
    Diagnostics diagnostics;
    const Place file{.source = path, .line = 0, .column = 0};
    const auto text = readSmallFile(path, limits::configBytesMax);
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
    unknownVersion.error(version ? version->value.place : root->place,
                         "expected version: 1 (Lanyard), or version: 0.1 (a registry as a proxy)");
    return {.config = std::nullopt, .diagnostics = unknownVersion.list()};
}

} // namespace lanyard::config
