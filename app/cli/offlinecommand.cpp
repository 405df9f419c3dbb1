// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "session.h"
#include "upstreamsprinter.h"

#include <QCoreApplication>

#include <cstdio>

namespace lanyard::cli {

namespace {

void print(const QJsonObject &result)
{
    std::puts(result.value(QLatin1String("offline")).toBool()
                  ? "offline: no upstream is asked, what is cached is served"
                  : "online: upstreams are asked");
    printUnlessKept(result);
}

} // namespace

int runOffline(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("offline");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Switches asking upstreams off or on, at once in a server or desktop that runs, and in the "
        "configuration file for its next start. Without an argument it says which it is. Exit "
        "status 3: nothing runs."));
    parser.addPositionalArgument(QStringLiteral("on|off"),
                                 QStringLiteral("on: no upstream is asked; off: they are."),
                                 QStringLiteral("[on|off]"));
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    const QString wanted = words.value(0);
    if (words.size() > 1 ||
        (!words.isEmpty() && wanted != QLatin1String("on") && wanted != QLatin1String("off")))
        return reportUsageError(name, QStringLiteral("expected on, off, or nothing"));
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    Session session(*config, name);
    if (!session.isServed()) {
        std::fputs("lanyard offline: nothing runs that could be switched\n", stderr);
        return NotRunning;
    }
    QJsonObject question;
    if (!words.isEmpty())
        question.insert(QStringLiteral("offline"), wanted == QLatin1String("on"));
    session.askAndPrint(name, question, cacheOptions.isJson(parser), print);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
