// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"
#include "cacheoptions.h"
#include "command.h"
#include "plaintext.h"
#include "session.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace lanyard::cli {

namespace {

QString text(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

void printLine(const char *title, const QString &value)
{
    std::printf("%-14s%s\n", title, qPrintable(value));
}

void printAuthority(const QJsonObject &authority)
{
    printLine("Authority:", text(authority, "subject"));
    printLine("SHA-256:", text(authority, "fingerprint"));
    printLine("From:", text(authority, "validFrom"));
    printLine("Until:", text(authority, "validUntil"));
    printLine("File:", text(authority, "file"));
}

void printOverview(const QJsonObject &overview)
{
    printAuthority(overview);
    const QJsonObject server = overview.value(QLatin1String("server")).toObject();
    if (server.isEmpty()) {
        std::puts("\nNo listener has used it yet (tls: {localCa: true}).");
        return;
    }
    std::puts("");
    printLine("Certificate:", text(server, "file"));
    printLine("SHA-256:", text(server, "fingerprint"));
    printLine("From:", text(server, "validFrom"));
    printLine("Until:", text(server, "validUntil"));
    printLine("Names:", texts(server.value(QLatin1String("names"))).join(QStringLiteral(", ")));
}

void printCreated(const QJsonObject &created, bool isReplacing)
{
    const bool isNew = created.value(QLatin1String("new")).toBool();
    std::printf("%s\n", isNew ? "made a local CA" : "there is a local CA already");
    printAuthority(created);
    if (isNew)
        std::printf("\n%s (lanyard ca export)\n",
                    isReplacing ? "All clients have to trust this one in the place of the former"
                                : "Clients have to trust it");
}

/// Whether the authority's certificate is there now, for everybody to read. What is wrong is on
/// stderr.
bool writeCertificate(const QJsonObject &overview, const QString &path)
{
    QFile file(path);
    const QByteArray pem = text(overview, "certificate").toLatin1();
    // Nobody's file is lost.
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(pem) == pem.size() &&
        file.flush())
        return true;
    const QString reason = QFile::exists(path) && !file.isOpen()
                               ? QStringLiteral("it is there already")
                               : file.errorString();
    std::fprintf(stderr, "lanyard ca: %s: %s\n", qPrintable(path), qPrintable(reason));
    if (file.isOpen())
        file.remove();
    return false;
}

/// What is wrong with the words; empty: nothing.
QString problemOf(const QStringList &words, bool isForced)
{
    const QString action = words.value(0);
    if (action == QLatin1String("export"))
        return words.size() > 2 ? QStringLiteral("export takes one FILE")
               : isForced       ? QStringLiteral("export takes no --force")
                                : QString();
    if (action != QLatin1String("create") && action != QLatin1String("show"))
        return QStringLiteral("expected create, show or export");
    if (words.size() > 1)
        return QStringLiteral("unexpected argument '%1'").arg(words[1]);
    return isForced && action == QLatin1String("show") ? QStringLiteral("show takes no --force")
                                                       : QString();
}

void exportTo(Session &session, const QString &path, bool isJson)
{
    session.ask(QStringLiteral("ca"), {}, [&session, path, isJson](const QJsonObject &overview) {
        const bool isFile = path != QLatin1String("-");
        if (isFile && !writeCertificate(overview, path))
            return session.end(Failed);
        if (isJson)
            printJson(overview);
        else if (isFile)
            std::printf("%s written to %s\n", qPrintable(text(overview, "subject")),
                        qPrintable(path));
        else
            std::fputs(qPrintable(text(overview, "certificate")), stdout);
        session.end(Success);
    });
}

} // namespace

int runCa(QCoreApplication & /*application*/, const QStringList &arguments)
{
    const QString name = QStringLiteral("ca");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "The local certificate authority, which vouches for the listeners of this computer that "
        "have `tls: {localCa: true}`. create makes it, unless there is one already, as the first "
        "such listener does; show tells what it is, and for which names and addresses it vouches; "
        "export writes its certificate (PEM), which clients have to trust. Exit status 1: there is "
        "none, or the file is there already; 2: it is damaged."));
    parser.addPositionalArgument(
        QStringLiteral("ACTION"),
        QStringLiteral("create, show, or export to FILE; without FILE, or with -, to stdout."),
        QStringLiteral("ACTION [FILE]"));
    const QCommandLineOption force(
        QStringLiteral("force"),
        QStringLiteral("create: make another one in the place of the one that is there. No client "
                       "trusts it until it is told to."));
    parser.addOption(force);
    const CacheOptions cacheOptions(parser);
    if (const auto status = parseArguments(parser, name, arguments))
        return *status;
    const QStringList words = parser.positionalArguments();
    const bool isForced = parser.isSet(force);
    if (const QString problem = problemOf(words, isForced); !problem.isEmpty())
        return reportUsageError(name, problem);
    const auto config = cacheOptions.load(parser, name);
    if (!config)
        return config.error();

    const bool isJson = cacheOptions.isJson(parser);
    const bool isCreating = words[0] == QLatin1String("create");
    Session session(*config, name, isCreating ? Session::Absent::Make : Session::Absent::Refuse);
    if (isCreating)
        session.askAndPrint(
            QStringLiteral("ca-create"), {{QStringLiteral("force"), isForced}}, isJson,
            [isForced](const QJsonObject &created) { printCreated(created, isForced); });
    else if (words[0] == QLatin1String("show"))
        session.askAndPrint(QStringLiteral("ca"), {}, isJson, printOverview);
    else
        exportTo(session, words.value(1, QStringLiteral("-")), isJson);
    return QCoreApplication::exec();
}

} // namespace lanyard::cli
