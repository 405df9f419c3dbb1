// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "removalprinter.h"
#include "session.h"

#include <QCoreApplication>

#include <limits>
#include <optional>

namespace lanyard::cli {

namespace {

struct PruneOptions
{
    QCommandLineOption free{QStringLiteral("free"),
                            QStringLiteral("Until SIZE are freed, such as 10GB."),
                            QStringLiteral("SIZE")};
    QCommandLineOption to{QStringLiteral("to"), QStringLiteral("Until the cache has at most SIZE."),
                          QStringLiteral("SIZE")};
    QCommandLineOption dryRun{
        QStringLiteral("dry-run"),
        QStringLiteral("Only show what would go, in which order, and why; without --free and --to, "
                       "of all images.")};
};

/// 0: it is not set. nullopt, with what is wrong on stderr: the value is no size.
std::optional<qint64> sizeOf(const QCommandLineParser &parser, const QCommandLineOption &option,
                             const QString &command)
{
    return parser.isSet(option) ? parseSize(parser, option, command, QStringLiteral("10GB"))
                                : std::optional<qint64>(0);
}

} // namespace

int runPrune(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("prune");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Removes whole images, those first that were used longest ago; never pinned ones, nor what "
        "is in use. A cache with a capacity does so by itself when it is full."));
    const PruneOptions options;
    const CacheOptions cacheOptions(parser);
    parser.addOptions({options.free, options.to, options.dryRun});
    if (const auto status = parseOptions(parser, name, arguments))
        return *status;
    const auto freeBytes = sizeOf(parser, options.free, name);
    const auto keepBytes = freeBytes ? sizeOf(parser, options.to, name) : std::nullopt;
    if (!keepBytes)
        return WrongInput;
    const bool isDryRun = parser.isSet(options.dryRun);
    const bool isBounded = *freeBytes > 0 || *keepBytes > 0;
    if (!isBounded && !isDryRun)
        return reportUsageError(name, QStringLiteral("expected --free SIZE or --to SIZE"));
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    session.askAndPrint(
        QStringLiteral("prune"),
        {{QStringLiteral("freeBytes"), isBounded ? *freeBytes : std::numeric_limits<qint64>::max()},
         {QStringLiteral("keepBytes"), *keepBytes},
         {QStringLiteral("dryRun"), isDryRun}},
        cacheOptions.isJson(parser), printRemoval);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
