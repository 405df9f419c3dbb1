// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "plaintext.h"
#include "progressline.h"
#include "session.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cstdio>

namespace lanyard::cli {

namespace {

struct CheckOptions
{
    QCommandLineOption repair{
        QStringLiteral("repair"),
        QStringLiteral("Put damaged content aside, so that its next use fetches it anew.")};
    QCommandLineOption fromStart{QStringLiteral("from-start"),
                                 QStringLiteral("Do not continue a check that was interrupted.")};
    QCommandLineOption rate{
        QStringLiteral("rate"),
        QStringLiteral("Read at most SIZE in a second, such as 50MB. Without it: 100MB."),
        QStringLiteral("SIZE"), QStringLiteral("100MB")};
};

QString progressText(const QJsonObject &progress)
{
    QString text = progressBar(progress.value(QLatin1String("bytes")).toInteger(),
                               progress.value(QLatin1String("totalBytes")).toInteger());
    const int damaged = progress.value(QLatin1String("damaged")).toInt();
    if (damaged > 0)
        text += QStringLiteral(", %1 damaged").arg(damaged);
    return text;
}

void printDamaged(const QJsonObject &content)
{
    const QStringList repositories = texts(content.value(QLatin1String("repositories")));
    const QString owners = repositories.isEmpty() ? QStringLiteral("no repository")
                                                  : repositories.join(QStringLiteral(", "));
    std::printf("%s (%s, of %s): %s%s\n",
                qPrintable(content.value(QLatin1String("digest")).toString()),
                qPrintable(sizeText(content.value(QLatin1String("bytes")).toInteger())),
                qPrintable(owners), qPrintable(content.value(QLatin1String("reason")).toString()),
                content.value(QLatin1String("putAside")).toBool() ? "; put aside" : "");
}

void print(const QJsonObject &result)
{
    const QJsonArray damaged = result.value(QLatin1String("damaged")).toArray();
    for (const auto &content : damaged)
        printDamaged(content.toObject());
    const qint64 count = result.value(QLatin1String("damagedFiles")).toInteger();
    const QString found = count == 0   ? QStringLiteral("none is damaged")
                          : count == 1 ? QStringLiteral("1 is damaged")
                                       : QStringLiteral("%1 are damaged").arg(count);
    std::printf("%lld files checked, %s%s: %s\n", result.value(QLatin1String("files")).toInteger(),
                qPrintable(sizeText(result.value(QLatin1String("bytes")).toInteger())),
                result.value(QLatin1String("continued")).toBool()
                    ? ", with those of the check that was interrupted"
                    : "",
                qPrintable(found));
}

/// Whether something is damaged and still there.
bool isDamageLeft(const QJsonObject &result)
{
    const QJsonArray damaged = result.value(QLatin1String("damaged")).toArray();
    return result.value(QLatin1String("damagedFiles")).toInteger() > damaged.size() ||
           std::any_of(damaged.begin(), damaged.end(), [](const auto &content) {
               return !content.toObject().value(QLatin1String("putAside")).toBool();
           });
}

} // namespace

int runCheck(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("check");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Reads all that is stored and verifies its digests, behind the work of who serves. "
        "Interrupted, it is continued by the next. Exit status 1: something is damaged, and was "
        "not put aside."));
    const CheckOptions options;
    const CacheOptions cacheOptions(parser);
    parser.addOptions({options.repair, options.fromStart, options.rate});
    if (const auto status = parseOptions(parser, name, arguments))
        return *status;
    const auto rate = parseSize(parser, options.rate, name, QStringLiteral("50MB"));
    if (!rate)
        return WrongInput;
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    ProgressLine line;
    line.follow(session, progressText);
    const bool isJson = cacheOptions.isJson(parser);
    session.ask(QStringLiteral("check"),
                {{QStringLiteral("repair"), parser.isSet(options.repair)},
                 {QStringLiteral("fromStart"), parser.isSet(options.fromStart)},
                 {QStringLiteral("bytesPerSecond"), *rate}},
                [&session, isJson](const QJsonObject &result) {
                    isJson ? printJson(result) : print(printableTexts(result));
                    session.end(isDamageLeft(result) ? Failed : Success);
                });
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
