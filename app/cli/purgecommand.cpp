// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "plaintext.h"
#include "removalprinter.h"
#include "session.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lanyard::cli {

namespace {

struct PurgeOptions
{
    QCommandLineOption repository{QStringLiteral("repository"),
                                  QStringLiteral("All that is cached of the repository NAME, such "
                                                 "as quay.io/org/name. May be repeated."),
                                  QStringLiteral("NAME")};
    QCommandLineOption registry{QStringLiteral("registry"),
                                QStringLiteral("All that is cached of the registry NAME, such as "
                                               "quay.io. May be repeated."),
                                QStringLiteral("NAME")};
    QCommandLineOption all{QStringLiteral("all"), QStringLiteral("Everything.")};
    QCommandLineOption pinned{QStringLiteral("pinned"),
                              QStringLiteral("Pinned images too; without it, they stay.")};
    QCommandLineOption dryRun{QStringLiteral("dry-run"),
                              QStringLiteral("Only show what would go, and what would stay.")};
};

} // namespace

int runPurge(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("purge");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Removes images from the cache. Layers that other images have stay. The next pull fetches "
        "what was removed anew. Exit status 1: one of the REFERENCEs is not in the cache, and "
        "nothing was removed; or it stays, because it is pinned or in use."));
    parser.addPositionalArgument(QStringLiteral("[REFERENCE...]"),
                                 QStringLiteral("alpine:3.19, quay.io/org/name:1, "
                                                "docker.io/library/alpine@sha256:..."));
    const PurgeOptions options;
    const CacheOptions cacheOptions(parser);
    parser.addOptions(
        {options.repository, options.registry, options.all, options.pinned, options.dryRun});
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList images = parser.positionalArguments();
    const QStringList repositories = parser.values(options.repository);
    const QStringList registries = parser.values(options.registry);
    const bool isAll = parser.isSet(options.all);
    if (images.isEmpty() && repositories.isEmpty() && registries.isEmpty() && !isAll)
        return reportUsageError(
            name, QStringLiteral("expected a REFERENCE, --repository, --registry or --all"));
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    const bool isJson = cacheOptions.isJson(parser);
    session.ask(QStringLiteral("purge"),
                {{QStringLiteral("images"), QJsonArray::fromStringList(images)},
                 {QStringLiteral("repositories"), QJsonArray::fromStringList(repositories)},
                 {QStringLiteral("registries"), QJsonArray::fromStringList(registries)},
                 {QStringLiteral("all"), isAll},
                 {QStringLiteral("pinned"), parser.isSet(options.pinned)},
                 {QStringLiteral("dryRun"), parser.isSet(options.dryRun)}},
                [&session, isJson, isNamed = !images.isEmpty()](const QJsonObject &result) {
                    isJson ? printJson(result) : printRemoval(printableTexts(result));
                    const bool isKept = !result.value(QLatin1String("kept")).toArray().isEmpty();
                    session.end(isNamed && isKept ? Failed : Success);
                });
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
