// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "server.h"

#include <QCoreApplication>

#include <algorithm>

namespace lanyard::cli {

namespace {

struct ServeOptions
{
    QCommandLineOption listen{
        QStringLiteral("listen"),
        QStringLiteral("Listen on ADDR:PORT in place of the addresses of the "
                       "configuration, with the TLS and access that they have; "
                       "port 0 picks a free one. May be repeated."),
        QStringLiteral("ADDR:PORT")};
    QCommandLineOption logFormat{QStringLiteral("log-format"),
                                 QStringLiteral("Format of the access log on stdout: combined or "
                                                "json."),
                                 QStringLiteral("FORMAT")};
};

/// Puts the options over the configuration; gives what is wrong with them, empty when nothing is.
QString applyOptions(const QCommandLineParser &parser, const ServeOptions &options, Config &config)
{
    const ListenConfig first = config.listen.empty() ? ListenConfig{} : config.listen.front();
    const auto at = [](ListenConfig listener, const ListenAddress &address) {
        listener.address = address;
        return listener;
    };
    if (parser.isSet(options.listen)) {
        const bool areAlike = std::ranges::all_of(
            config.listen, [&](const ListenConfig &one) { return one == at(first, one.address); });
        if (!areAlike)
            return QStringLiteral("--listen: the addresses of the configuration are not alike in "
                                  "their TLS or access: change them there");
        config.listen.clear();
    }
    for (const QString &text : parser.values(options.listen)) {
        const auto address = ListenAddress::parse(text.toStdString());
        if (!address)
            return QStringLiteral("--listen: expected ADDRESS:PORT such as 0.0.0.0:5000 or "
                                  "[::]:5000, not '%1'")
                .arg(text);
        config.listen.push_back(at(first, *address));
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
    const CacheOptions cacheOptions(parser);
    parser.addOptions({options.listen, options.logFormat});
    if (const auto status = parseOptions(parser, name, arguments))
        return *status;

    auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();
    const QString problem = applyOptions(parser, options, *config);
    if (!problem.isEmpty())
        return reportUsageError(name, problem);

    Server server(*config);
    server.start();
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
