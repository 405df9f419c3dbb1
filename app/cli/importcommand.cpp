// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "plaintext.h"
#include "progressline.h"
#include "session.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

#include <cstdio>

namespace lanyard::cli {

namespace {

struct ImportOptions
{
    QCommandLineOption name{
        QStringLiteral("name"),
        QStringLiteral("What the image is called, when it is the only one in the archive: for one "
                       "that does not say it."),
        QStringLiteral("REFERENCE")};
    QCommandLineOption registry{
        QStringLiteral("registry"),
        QStringLiteral("The registry whose images they are, when PATH is the storage of a proxy. "
                       "Without it: the default upstream."),
        QStringLiteral("NAME")};
    QCommandLineOption replace{
        QStringLiteral("replace"),
        QStringLiteral("Take tags of the archive that name another image in the cache, too.")};
};

void printMore(qint64 count, qsizetype listed)
{
    if (count > listed)
        std::printf("... and %lld more\n", static_cast<long long>(count - listed));
}

void print(const QJsonObject &result)
{
    const QStringList kept = texts(result.value(QLatin1String("kept")));
    for (const QString &name : kept)
        std::printf("left as it was: %s names another image (--replace takes it)\n",
                    qPrintable(name));
    printMore(result.value(QLatin1String("keptTags")).toInteger(), kept.size());
    const QJsonArray refused = result.value(QLatin1String("refused")).toArray();
    for (const auto &entry : refused) {
        const QJsonObject item = entry.toObject();
        std::printf("not taken: %s: %s\n", qPrintable(item.value(QLatin1String("name")).toString()),
                    qPrintable(item.value(QLatin1String("reason")).toString()));
    }
    printMore(result.value(QLatin1String("refusedItems")).toInteger(), refused.size());
    const qint64 images = result.value(QLatin1String("images")).toInteger();
    const qint64 missing = result.value(QLatin1String("missingBlobs")).toInteger();
    std::printf("%lld %s imported, %s of it new%s\n", images, images == 1 ? "image" : "images",
                qPrintable(sizeText(result.value(QLatin1String("importedBytes")).toInteger())),
                missing == 0 ? ""
                             : qPrintable(QStringLiteral("; %1 blobs are missing, and are fetched "
                                                         "when they are asked for")
                                              .arg(missing)));
}

} // namespace

int runImport(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("import");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Takes images into the cache without pulling them: from an OCI image layout, as a folder "
        "or a tar file (skopeo's oci-archive, `lanyard export`, `docker save` since Docker 25, the "
        "data folder of another Lanyard), or from the storage of a registry:2 or 3, such as a "
        "proxy's /var/lib/registry. Every byte is verified; the cache's process reads it. Exit "
        "status 1: something was not taken."));
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("The folder or tar file."));
    const ImportOptions options;
    const CacheOptions cacheOptions(parser);
    parser.addOptions({options.name, options.registry, options.replace});
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    if (parser.positionalArguments().size() != 1)
        return reportUsageError(name, QStringLiteral("expected one PATH"));
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name, Session::Absent::Make);
    ProgressLine line;
    line.follow(session, archiveProgressText);
    const bool isJson = cacheOptions.isJson(parser);
    const QString path = parser.positionalArguments().constFirst();
    session.ask(QStringLiteral("import"),
                {{QStringLiteral("path"), QDir::cleanPath(QDir().absoluteFilePath(path))},
                 {QStringLiteral("name"), parser.value(options.name)},
                 {QStringLiteral("registry"), parser.value(options.registry)},
                 {QStringLiteral("replace"), parser.isSet(options.replace)}},
                [&session, isJson](const QJsonObject &result) {
                    isJson ? printJson(result) : print(printableTexts(result));
                    const bool isAllTaken =
                        result.value(QLatin1String("refusedItems")).toInteger() == 0;
                    session.end(isAllTaken ? Success : Failed);
                });
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
