// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "plaintext.h"
#include "session.h"
#include "upstreamsprinter.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QJsonArray>

#include <cstdio>

namespace lanyard::cli {

namespace {

/// Of `add` and `edit`.
struct FieldOptions
{
    QCommandLineOption url{QStringLiteral("url"),
                           QStringLiteral("add, edit: where the registry is; http:// only when it "
                                          "is given here. Without it: where Lanyard knows it, or "
                                          "https://REGISTRY."),
                           QStringLiteral("URL")};
    QCommandLineOption fallback{QStringLiteral("fallback"),
                                QStringLiteral("add, edit: the same content, asked while the URL "
                                               "fails. May be repeated; '' takes all away."),
                                QStringLiteral("URL")};
    QCommandLineOption alias{QStringLiteral("alias"),
                             QStringLiteral("add, edit: another name for it. May be repeated; '' "
                                            "takes all away."),
                             QStringLiteral("NAME")};
    QCommandLineOption ca{QStringLiteral("ca"),
                          QStringLiteral("add, edit: certificates to trust beside the system's; '' "
                                         "takes it away."),
                          QStringLiteral("FILE")};
    QCommandLineOption proxy{QStringLiteral("proxy"),
                             QStringLiteral("add, edit: http://HOST:PORT or socks5://HOST:PORT; '' "
                                            "takes it away."),
                             QStringLiteral("URL")};

    QList<QCommandLineOption> all() const { return {url, fallback, alias, ca, proxy}; }
};

QJsonArray listOf(const QStringList &values)
{
    QStringList list = values;
    list.removeAll(QString());
    return QJsonArray::fromStringList(list);
}

QJsonObject fieldsOf(const QCommandLineParser &parser, const FieldOptions &options)
{
    QJsonObject fields;
    if (parser.isSet(options.url))
        fields.insert(QStringLiteral("url"), parser.value(options.url));
    if (parser.isSet(options.fallback))
        fields.insert(QStringLiteral("fallbackUrls"), listOf(parser.values(options.fallback)));
    if (parser.isSet(options.alias))
        fields.insert(QStringLiteral("aliases"), listOf(parser.values(options.alias)));
    if (parser.isSet(options.ca)) {
        const QString file = parser.value(options.ca);
        fields.insert(QStringLiteral("caFile"),
                      file.isEmpty() ? file : QDir::current().absoluteFilePath(file));
    }
    if (parser.isSet(options.proxy))
        fields.insert(QStringLiteral("proxy"), parser.value(options.proxy));
    return fields;
}

void printChange(const QString &done, const QJsonObject &result)
{
    std::puts(qPrintable(done));
    if (!result.value(QLatin1String("kept")).toBool())
        std::printf("This is until it ends: %s.\n",
                    qPrintable(result.value(QLatin1String("reason")).toString()));
}

void list(Session &session, bool isJson)
{
    session.askAndPrint(QStringLiteral("upstreams"), {}, isJson, printUpstreams);
}

void test(Session &session, const QString &registry, bool isJson)
{
    session.ask(QStringLiteral("upstream-test"), {{QStringLiteral("registry"), registry}},
                [&session, isJson](const QJsonObject &result) {
                    bool isGood = true;
                    if (isJson)
                        printJson(result);
                    else
                        isGood = printUpstreamTest(result);
                    session.end(isGood ? Success : Failed);
                });
}

void change(Session &session, const QString &action, const QString &registry, QJsonObject fields,
            bool isJson)
{
    fields.insert(QStringLiteral("action"), action);
    fields.insert(QStringLiteral("registry"), registry);
    static const QHash<QString, QString> words{
        {QStringLiteral("add"), QStringLiteral("is an upstream now")},
        {QStringLiteral("edit"), QStringLiteral("is changed")},
        {QStringLiteral("remove"), QStringLiteral("is no upstream any more")},
        {QStringLiteral("enable"), QStringLiteral("is enabled")},
        {QStringLiteral("disable"), QStringLiteral("is disabled")}};
    const QString done = registry + u' ' + words.value(action);
    session.askAndPrint(QStringLiteral("upstream-change"), fields, isJson,
                        [done](const QJsonObject &result) { printChange(done, result); });
}

/// What is wrong with the words; empty: nothing.
QString problemOf(const QStringList &words, bool hasFields)
{
    static const QStringList actions{QStringLiteral("add"),     QStringLiteral("edit"),
                                     QStringLiteral("remove"),  QStringLiteral("enable"),
                                     QStringLiteral("disable"), QStringLiteral("test")};
    if (!words.isEmpty() && !actions.contains(words.constFirst()))
        return QStringLiteral("expected one of %1, not '%2'")
            .arg(actions.join(QLatin1String(", ")), words.constFirst());
    if (words.size() == 1 || words.size() > 2)
        return QStringLiteral("expected one REGISTRY after '%1'").arg(words.constFirst());
    const bool takesFields = words.value(0) == actions[0] || words.value(0) == actions[1];
    if (hasFields && !takesFields)
        return QStringLiteral("--url, --fallback, --alias, --ca and --proxy are for add and edit");
    if (words.value(0) == actions[1] && !hasFields)
        return QStringLiteral("edit: expected what shall change");
    return {};
}

} // namespace

int runUpstreams(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("upstreams");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Lists the registries that are mirrored: whether they answer, how many pulls they still "
        "grant and by when that is filled up, how many pulls the cache has saved, and how many "
        "requests it has sent. Or changes the list, at once and in the configuration file, whose "
        "comments and order stay; or tests one with a real request. Exit status 1: it is not well, "
        "or is no upstream."));
    parser.addPositionalArgument(QStringLiteral("ACTION"),
                                 QStringLiteral("add, edit, remove, enable, disable or test."),
                                 QStringLiteral("[ACTION REGISTRY]"));
    const FieldOptions options;
    parser.addOptions(options.all());
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    const QJsonObject fields = fieldsOf(parser, options);
    if (const QString problem = problemOf(words, !fields.isEmpty()); !problem.isEmpty())
        return reportUsageError(name, problem);
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name, Session::Absent::Make);
    const bool isJson = cacheOptions.isJson(parser);
    if (words.isEmpty())
        list(session, isJson);
    else if (words[0] == QLatin1String("test"))
        test(session, words[1], isJson);
    else
        change(session, words[0], words[1], fields, isJson);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
