// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "core/limits.h"
#include "passwordreader.h"
#include "session.h"

#include <QCoreApplication>

#include <cstdio>

namespace lanyard::cli {

namespace {

void print(const QJsonObject &result)
{
    const QString place = result.value(QLatin1String("place")).toString();
    std::printf("logged in to %s; kept in %s\n",
                qPrintable(result.value(QLatin1String("scope")).toString()),
                place == QLatin1String("keychain") ? "the keychain"
                                                   : "credentials.json of the data folder");
}

} // namespace

int runLogin(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("login");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Keeps a user name and a password with which an upstream is asked from now on, when it "
        "accepts them. Of several that fit a repository the one with the longest path counts. The "
        "password is asked for, or read from stdin. Exit status 1: the registry refuses it, or "
        "could not be asked."));
    parser.addPositionalArgument(QStringLiteral("REGISTRY[/PATH]"),
                                 QStringLiteral("an upstream, or the repositories below a path."));
    const QCommandLineOption username({QStringLiteral("u"), QStringLiteral("username")},
                                      QStringLiteral("The user name."), QStringLiteral("USER"));
    const QCommandLineOption passwordStdin(
        QStringLiteral("password-stdin"),
        QStringLiteral("Read the password from stdin, also when that is a terminal."));
    const QCommandLineOption identityToken(
        QStringLiteral("identity-token"),
        QStringLiteral("The password is an identity token (OAuth 2 refresh token)."));
    const QCommandLineOption noCheck(QStringLiteral("no-check"),
                                     QStringLiteral("Keep it without asking the registry."));
    parser.addOptions({username, passwordStdin, identityToken, noCheck});
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    if (words.size() != 1)
        return reportUsageError(name, QStringLiteral("expected one REGISTRY[/PATH]"));
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    QString user = parser.value(username);
    if (user.isEmpty() && !parser.isSet(identityToken)) {
        if (!isInteractive() || parser.isSet(passwordStdin))
            return reportUsageError(name, QStringLiteral("expected --username USER"));
        user = askFor(QStringLiteral("Username: ")).value_or(QString());
    }
    const auto password = readPassword(limits::secretBytesMax, parser.isSet(passwordStdin));
    if (!password)
        return reportUsageError(name, QStringLiteral("expected a password on stdin"));

    Session session(*config, name, Session::Absent::Make);
    session.askAndPrint(name,
                        {{QStringLiteral("scope"), words[0]},
                         {QStringLiteral("username"), user},
                         {QStringLiteral("password"), *password},
                         {QStringLiteral("identityToken"), parser.isSet(identityToken)},
                         {QStringLiteral("check"), !parser.isSet(noCheck)}},
                        cacheOptions.isJson(parser), print);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
