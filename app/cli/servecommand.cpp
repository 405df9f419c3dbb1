// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "command.h"
#include "diagnosticsprinter.h"
#include "server.h"

#include "engine.h"

#include <QCoreApplication>
#include <QDir>

namespace lanyard::cli {

namespace {

struct ServeOptions
{
    QCommandLineOption config{QStringLiteral("config"),
                              QStringLiteral("Read FILE: Lanyard's YAML (version: 1), or the "
                                             "configuration of a registry as a proxy (version: "
                                             "0.1). Without it: docker.io, quay.io, ghcr.io and "
                                             "registry.k8s.io on port 5000."),
                              QStringLiteral("FILE")};
    QCommandLineOption data{QStringLiteral("data"),
                            QStringLiteral("Keep images in DIR, whatever the configuration says."),
                            QStringLiteral("DIR")};
    QCommandLineOption listen{QStringLiteral("listen"),
                              QStringLiteral("Listen on ADDR:PORT, whatever the configuration "
                                             "says; port 0 picks a free one. May be repeated."),
                              QStringLiteral("ADDR:PORT")};
    QCommandLineOption logFormat{QStringLiteral("log-format"),
                                 QStringLiteral("Format of the access log on stdout: combined or "
                                                "json."),
                                 QStringLiteral("FORMAT")};
};

/// Puts the options over the configuration; gives what is wrong with them, empty when nothing is.
QString applyOptions(const QCommandLineParser &parser, const ServeOptions &options, Config &config)
{
    if (parser.isSet(options.data)) {
        const QString directory = parser.value(options.data);
        if (directory.isEmpty())
            return QStringLiteral("--data: expected a folder");
        config.dataDirectory = QDir::cleanPath(QDir::current().absoluteFilePath(directory));
    }
    if (parser.isSet(options.listen))
        config.listen.clear();
    for (const QString &text : parser.values(options.listen)) {
        const auto address = ListenAddress::parse(text.toStdString());
        if (!address)
            return QStringLiteral("--listen: expected ADDRESS:PORT such as 0.0.0.0:5000 or "
                                  "[::]:5000, not '%1'")
                .arg(text);
        config.listen.push_back(*address);
    }
    if (parser.isSet(options.logFormat)) {
        const QString name = parser.value(options.logFormat);
        const auto format = parseLogFormat(name.toStdString());
        if (!format)
            return QStringLiteral("--log-format: expected combined or json, not '%1'").arg(name);
        config.logFormat = *format;
    }
    return {};
}

} // namespace

int runServe(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("serve");
    const ServeOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Serves container images from a cache in front of their registries. SIGTERM "
                       "and SIGINT let running transfers end; a second signal does not."));
    parser.addOptions({options.config, options.data, options.listen, options.logFormat});
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    if (!parser.positionalArguments().isEmpty())
        return reportUsageError(
            name,
            QStringLiteral("unexpected argument '%1'").arg(parser.positionalArguments().first()));

    LoadedConfig loaded{.config = Engine::defaultConfig(), .diagnostics = {}};
    if (parser.isSet(options.config))
        loaded = Engine::loadConfig(parser.value(options.config));
    printDiagnostics(loaded.diagnostics);
    if (!loaded.config)
        return WrongInput;
    const QString problem = applyOptions(parser, options, *loaded.config);
    if (!problem.isEmpty())
        return reportUsageError(name, problem);

    Server server(*loaded.config);
    server.start();
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
