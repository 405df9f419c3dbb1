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

void print(const QJsonObject &result)
{
    const QJsonArray images = result.value(QLatin1String("images")).toArray();
    for (const auto &entry : images) {
        const QJsonObject image = entry.toObject();
        const QStringList leftOut = texts(image.value(QLatin1String("leftOut")));
        std::printf("%s%s\n", qPrintable(image.value(QLatin1String("name")).toString()),
                    leftOut.isEmpty()
                        ? ""
                        : qPrintable(QStringLiteral(" without %1: not complete in the cache")
                                         .arg(leftOut.join(QStringLiteral(", ")))));
    }
    std::printf("%s written to %s\n",
                qPrintable(sizeText(result.value(QLatin1String("bytes")).toInteger())),
                qPrintable(result.value(QLatin1String("path")).toString()));
}

} // namespace

int runExport(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("export");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Writes images of the cache as an OCI image layout, with all platforms that are complete "
        "in it. skopeo reads the folder as oci:PATH and the tar file as oci-archive:PATH; `podman "
        "load` and `docker load` take the tar file. The cache's process writes it."));
    parser.addPositionalArgument(QStringLiteral("REFERENCE..."),
                                 QStringLiteral("alpine:3.19, quay.io/org/name@sha256:..."));
    const QCommandLineOption output(
        {QStringLiteral("o"), QStringLiteral("output")},
        QStringLiteral("What is made: a tar file where PATH ends in .tar, else a folder. It must "
                       "not be there yet."),
        QStringLiteral("PATH"));
    const CacheOptions cacheOptions(parser);
    parser.addOption(output);
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    if (parser.positionalArguments().isEmpty())
        return reportUsageError(name, QStringLiteral("expected a REFERENCE"));
    if (parser.value(output).isEmpty())
        return reportUsageError(name, QStringLiteral("expected --output PATH"));
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    ProgressLine line;
    line.follow(session, archiveProgressText);
    session.askAndPrint(
        QStringLiteral("export"),
        {{QStringLiteral("references"), QJsonArray::fromStringList(parser.positionalArguments())},
         {QStringLiteral("path"), QDir::cleanPath(QDir().absoluteFilePath(parser.value(output)))}},
        cacheOptions.isJson(parser), print);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
