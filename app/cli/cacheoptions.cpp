// SPDX-License-Identifier: GPL-3.0-or-later
#include "cacheoptions.h"

#include "arguments.h"
#include "command.h"
#include "diagnosticsprinter.h"

#include "engine.h"

#include <QDir>

namespace lanyard::cli {

CacheOptions::CacheOptions(QCommandLineParser &parser)
    : m_config(QStringLiteral("config"),
               QStringLiteral("Read FILE: Lanyard's YAML (version: 1), or the configuration of a "
                              "registry as a proxy (version: 0.1). Without it: docker.io, quay.io, "
                              "ghcr.io and registry.k8s.io on port 5000."),
               QStringLiteral("FILE"))
    , m_data(QStringLiteral("data"),
             QStringLiteral("Images are in DIR, whatever the configuration says."),
             QStringLiteral("DIR"))
    , m_json(QStringLiteral("json"), QStringLiteral("Print one JSON document."))
{
    parser.addOptions({m_config, m_data, m_json});
}

tl::expected<Config, int> CacheOptions::load(const QCommandLineParser &parser,
                                             const QString &command) const
{
    LoadedConfig loaded{.config = Engine::defaultConfig(), .diagnostics = {}};
    if (parser.isSet(m_config))
        loaded = Engine::loadConfig(parser.value(m_config));
    printDiagnostics(loaded.diagnostics);
    if (!loaded.config)
        return tl::unexpected(static_cast<int>(WrongInput));
    if (parser.isSet(m_data)) {
        const QString directory = parser.value(m_data);
        if (directory.isEmpty())
            return tl::unexpected(
                reportUsageError(command, QStringLiteral("--data: expected a folder")));
        loaded.config->dataDirectory = QDir::cleanPath(QDir::current().absoluteFilePath(directory));
    }
    return *loaded.config;
}

} // namespace lanyard::cli
