// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "plaintext.h"
#include "session.h"
#include "upstreamsprinter.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cstdio>

namespace lanyard::cli {

namespace {

enum class Fields { None, Taken, Needed };

/// What may be done with an upstream.
struct Action
{
    const char *name;
    const char *done; ///< what the registry is then; nullptr: nothing is changed
    Fields fields;
    bool isOfOne = true; ///< else it may be of all
};

constexpr std::array actions{
    Action{"add", "is an upstream now", Fields::Taken},
    Action{"edit", "is changed", Fields::Needed},
    Action{"remove", "is no upstream any more", Fields::None},
    Action{"enable", "is enabled", Fields::None},
    Action{"disable", "is disabled", Fields::None},
    Action{"test", nullptr, Fields::None},
    Action{"history", nullptr, Fields::None, false},
};

/// nullptr: there is no such action.
const Action *actionOf(const QString &name)
{
    const auto *found = std::find_if(actions.begin(), actions.end(), [&name](const Action &one) {
        return name == QLatin1String(one.name);
    });
    return found == actions.end() ? nullptr : found;
}

QString actionNames()
{
    QStringList names;
    for (const Action &action : actions)
        names += QLatin1String(action.name);
    return names.join(QLatin1String(", "));
}

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
    QCommandLineOption host{QStringLiteral("host"),
                            QStringLiteral("add, edit: a Host under which Lanyard is this "
                                           "registry. May be repeated; '' takes all away."),
                            QStringLiteral("NAME")};
    QCommandLineOption realm{QStringLiteral("token-realm"),
                             QStringLiteral("add, edit: a host beyond its own that may ask for its "
                                            "credentials. May be repeated; '' takes all away."),
                             QStringLiteral("HOST")};
    QCommandLineOption ca{QStringLiteral("ca"),
                          QStringLiteral("add, edit: certificates to trust beside the system's; '' "
                                         "takes it away."),
                          QStringLiteral("FILE")};
    QCommandLineOption proxy{QStringLiteral("proxy"),
                             QStringLiteral("add, edit: http://HOST:PORT or socks5://HOST:PORT; '' "
                                            "takes it away."),
                             QStringLiteral("URL")};

    QCommandLineOption redirect{QStringLiteral("redirect-host"),
                                QStringLiteral("add, edit: a host in the private network to which "
                                               "it may redirect. May be repeated; '' takes all "
                                               "away."),
                                QStringLiteral("HOST")};

    QList<QCommandLineOption> all() const
    {
        return {url, fallback, alias, host, realm, ca, proxy, redirect};
    }
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
    if (parser.isSet(options.host))
        fields.insert(QStringLiteral("hosts"), listOf(parser.values(options.host)));
    if (parser.isSet(options.realm))
        fields.insert(QStringLiteral("tokenRealms"), listOf(parser.values(options.realm)));
    if (parser.isSet(options.ca)) {
        const QString file = parser.value(options.ca);
        fields.insert(QStringLiteral("caFile"),
                      file.isEmpty() ? file : QDir::current().absoluteFilePath(file));
    }
    if (parser.isSet(options.proxy))
        fields.insert(QStringLiteral("proxy"), parser.value(options.proxy));
    if (parser.isSet(options.redirect))
        fields.insert(QStringLiteral("redirectHosts"), listOf(parser.values(options.redirect)));
    return fields;
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
                        isGood = printUpstreamTest(printableTexts(result));
                    session.end(isGood ? Success : Failed);
                });
}

void showHistory(Session &session, const QString &registry, int hours, bool isJson)
{
    session.askAndPrint(QStringLiteral("upstream-history"),
                        {{QStringLiteral("registry"), registry}, {QStringLiteral("hours"), hours}},
                        isJson, printUpstreamHistory);
}

void change(Session &session, const Action &action, const QString &registry, QJsonObject fields,
            bool isJson)
{
    fields.insert(QStringLiteral("action"), QLatin1String(action.name));
    fields.insert(QStringLiteral("registry"), registry);
    const QString done = registry + u' ' + QLatin1String(action.done);
    session.askAndPrint(QStringLiteral("upstream-change"), fields, isJson,
                        [done](const QJsonObject &result) {
                            std::puts(qPrintable(done));
                            printUnlessKept(result);
                        });
}

/// What is wrong with the words; empty: nothing.
QString problemOf(const QStringList &words, const Action *action, bool hasFields)
{
    if (!words.isEmpty() && action == nullptr)
        return QStringLiteral("expected one of %1, not '%2'")
            .arg(actionNames(), words.constFirst());
    if ((words.size() == 1 && action->isOfOne) || words.size() > 2)
        return QStringLiteral("expected one REGISTRY after '%1'").arg(words.constFirst());
    if (hasFields && (action == nullptr || action->fields == Fields::None))
        return QStringLiteral(
            "--url, --fallback, --alias, --host, --token-realm, --ca, --proxy and "
            "--redirect-host are for add and edit");
    if (action != nullptr && action->fields == Fields::Needed && !hasFields)
        return QStringLiteral("%1: expected what shall change").arg(QLatin1String(action->name));
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
        "requests it has sent, all since the cache was made. Or shows that by the hour (history); "
        "or changes the list, at once and in the configuration file, whose comments and order "
        "stay; or tests one with a real request. Exit status 1: it is not well, or is no "
        "upstream."));
    parser.addPositionalArgument(QStringLiteral("ACTION"),
                                 QStringLiteral("add, edit, remove, enable, disable, test or "
                                                "history."),
                                 QStringLiteral("[ACTION REGISTRY]"));
    const QCommandLineOption hours(
        QStringLiteral("hours"), QStringLiteral("history: so many hours up to now; without it 24."),
        QStringLiteral("N"), QStringLiteral("24"));
    parser.addOption(hours);
    const FieldOptions options;
    parser.addOptions(options.all());
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    const QJsonObject fields = fieldsOf(parser, options);
    const Action *const action = actionOf(words.value(0));
    if (const QString problem = problemOf(words, action, !fields.isEmpty()); !problem.isEmpty())
        return reportUsageError(name, problem);
    if (parser.isSet(hours) && (action == nullptr || action->isOfOne))
        return reportUsageError(name, QStringLiteral("--hours is for history"));
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name, Session::Absent::Make);
    const bool isJson = cacheOptions.isJson(parser);
    if (action == nullptr)
        list(session, isJson);
    else if (!action->isOfOne)
        showHistory(session, words.value(1), parser.value(hours).toInt(), isJson);
    else if (action->done == nullptr)
        test(session, words[1], isJson);
    else
        change(session, *action, words[1], fields, isJson);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
