// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "core/limits.h"
#include "passwordreader.h"
#include "plaintext.h"
#include "session.h"

#include <QCoreApplication>

#include <cstdio>

namespace lanyard::cli {

namespace {

void printUsers(const QJsonObject &result)
{
    for (const QString &user : texts(result.value(QLatin1String("users"))))
        std::puts(qPrintable(user));
}

void printAdded(const QJsonObject &result)
{
    std::printf("%s %s\n", qPrintable(result.value(QLatin1String("name")).toString()),
                result.value(QLatin1String("new")).toBool() ? "may pull now"
                                                            : "has another password now");
}

void printRemoved(const QJsonObject &result)
{
    std::printf("%s may pull no more\n",
                qPrintable(result.value(QLatin1String("name")).toString()));
}

/// What is wrong with the words; empty: nothing.
QString problemOf(const QStringList &words)
{
    const QString action = words.value(0);
    if (action == QLatin1String("list"))
        return words.size() == 1 ? QString() : QStringLiteral("list takes no NAME");
    if (action != QLatin1String("add") && action != QLatin1String("remove"))
        return QStringLiteral("expected add, remove or list");
    return words.size() == 2 ? QString() : QStringLiteral("expected one NAME after %1").arg(action);
}

} // namespace

int runUser(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("user");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Says who may pull, when the configuration names a file of users (access.htpasswd): adds "
        "one, or gives one another password; removes one; or lists them. It counts at once. The "
        "password is asked for, or read from stdin. Exit status 1: there is no such user; 2: a "
        "wrong name or password, or no file of users."));
    parser.addPositionalArgument(QStringLiteral("ACTION"),
                                 QStringLiteral("add NAME, remove NAME or list."),
                                 QStringLiteral("ACTION [NAME]"));
    const QCommandLineOption passwordStdin(
        QStringLiteral("password-stdin"),
        QStringLiteral("add: read the password from stdin, also when that is a terminal."));
    parser.addOption(passwordStdin);
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    if (const QString problem = problemOf(words); !problem.isEmpty())
        return reportUsageError(name, problem);
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    const bool isJson = cacheOptions.isJson(parser);
    Session session(*config, name, Session::Absent::Make);
    if (words[0] == QLatin1String("list")) {
        session.askAndPrint(QStringLiteral("users"), {}, isJson, printUsers);
    } else if (words[0] == QLatin1String("remove")) {
        session.askAndPrint(QStringLiteral("user-remove"), {{QStringLiteral("name"), words[1]}},
                            isJson, printRemoved);
    } else {
        const auto password = readPassword(limits::secretBytesMax, parser.isSet(passwordStdin));
        if (!password)
            return reportUsageError(name, QStringLiteral("expected a password on stdin"));
        session.askAndPrint(
            QStringLiteral("user-add"),
            {{QStringLiteral("name"), words[1]}, {QStringLiteral("password"), *password}}, isJson,
            printAdded);
    }
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
