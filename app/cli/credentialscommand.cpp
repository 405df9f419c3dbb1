// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "core/limits.h"
#include "plaintext.h"
#include "session.h"
#include "table.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <cstdio>
#include <optional>

namespace lanyard::cli {

namespace {

QString textOf(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString();
}

/// Where it is, or who is asked for it.
QString placeText(const QJsonObject &credential)
{
    const QString helper = textOf(credential, QLatin1String("helper"));
    return helper.isEmpty() ? textOf(credential, QLatin1String("place"))
                            : QStringLiteral("docker-credential-") + helper;
}

void printList(const QJsonArray &credentials)
{
    Table table(
        {{QStringLiteral("FOR")}, {QStringLiteral("USERNAME")}, {QStringLiteral("KEPT-IN")}});
    for (const auto &entry : credentials) {
        const QJsonObject one = entry.toObject();
        table.add({textOf(one, QLatin1String("scope")), textOf(one, QLatin1String("username")),
                   placeText(one)});
    }
    std::fputs(qPrintable(table.text()), stdout);
}

void printOverview(const QJsonObject &result)
{
    printList(result.value(QLatin1String("credentials")).toArray());
    for (const QString &problem : texts(result.value(QLatin1String("problems"))))
        std::printf("%s\n", qPrintable(problem));
}

void printImport(const QJsonObject &result)
{
    printList(result.value(QLatin1String("taken")).toArray());
    const QJsonArray refused = result.value(QLatin1String("refused")).toArray();
    for (const auto &entry : refused) {
        const QJsonObject one = entry.toObject();
        std::printf("not taken: %s: %s\n", qPrintable(textOf(one, QLatin1String("scope"))),
                    qPrintable(textOf(one, QLatin1String("reason"))));
    }
    for (const QString &what : texts(result.value(QLatin1String("skipped"))))
        std::printf("skipped: %s\n", qPrintable(what));
}

/// Docker's own place, unless the user says another.
QString fileOf(const QStringList &words)
{
    if (words.size() > 1)
        return words[1];
    const QString folder = qEnvironmentVariable("DOCKER_CONFIG");
    return (folder.isEmpty() ? QDir::homePath() + QStringLiteral("/.docker") : folder) +
           QStringLiteral("/config.json");
}

/// What is in it, or nullopt after saying why not.
std::optional<QString> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "lanyard credentials: %s: %s\n", qPrintable(path),
                     qPrintable(file.errorString()));
        return std::nullopt;
    }
    const QByteArray bytes = file.read(limits::dockerConfigBytesMax + 1);
    if (bytes.size() > limits::dockerConfigBytesMax) {
        std::fprintf(stderr, "lanyard credentials: %s: too long\n", qPrintable(path));
        return std::nullopt;
    }
    return QString::fromUtf8(bytes);
}

} // namespace

int runCredentials(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("credentials");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Lists the credentials with which upstreams are asked, and where they are kept, without "
        "passwords. Or takes over those of Docker or Podman that are for upstreams; where they "
        "name a credential helper, that is asked from now on. Exit status 2: the file is none of "
        "theirs."));
    parser.addPositionalArgument(QStringLiteral("import"),
                                 QStringLiteral("take over those of FILE, or of Docker's "
                                                "config.json."),
                                 QStringLiteral("[import [FILE]]"));
    const QCommandLineOption dryRun(QStringLiteral("dry-run"),
                                    QStringLiteral("import: only say what would be taken."));
    parser.addOption(dryRun);
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    if (words.size() > 2 || (!words.isEmpty() && words[0] != QLatin1String("import")))
        return reportUsageError(name, QStringLiteral("expected import [FILE], or nothing"));
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    const bool isJson = cacheOptions.isJson(parser);
    if (words.isEmpty()) {
        Session session(*config, name);
        session.askAndPrint(name, {}, isJson, printOverview);
        return QCoreApplication::exec();
    }
    const auto content = contentOf(fileOf(words));
    if (!content)
        return Failed;
    Session session(*config, name, Session::Absent::Make);
    session.askAndPrint(
        QStringLiteral("credentials-import"),
        {{QStringLiteral("text"), *content}, {QStringLiteral("dryRun"), parser.isSet(dryRun)}},
        isJson, printImport);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
