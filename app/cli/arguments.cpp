// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include "command.h"

#include "core/bytesize.h"

#include <QCoreApplication>

#include <cstdio>

namespace lanyard::cli {

namespace {

/// The parser's own text names the path of the program and not the subcommand.
QString helpText(const QCommandLineParser &parser, const QString &program)
{
    const QString path = QCoreApplication::arguments().constFirst();
    QString text = parser.helpText();
    if (const qsizetype start = text.indexOf(path); start >= 0)
        text.replace(start, path.size(), program);
    return text;
}

} // namespace

std::optional<int> parseArguments(QCommandLineParser &parser, const QString &name,
                                  const QStringList &arguments)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Print this help."));
    parser.addOption(help);
    const QString program = QStringLiteral("lanyard ") + name;
    // The parser takes the first argument for the program's name.
    if (!parser.parse(QStringList{program} + arguments))
        return reportUsageError(name, parser.errorText());
    if (parser.isSet(help)) {
        std::fputs(qPrintable(helpText(parser, program)), stdout);
        return Success;
    }
    return std::nullopt;
}

std::optional<int> parseOptions(QCommandLineParser &parser, const QString &name,
                                const QStringList &arguments)
{
    const std::optional<int> status = parseArguments(parser, name, arguments);
    if (status || parser.positionalArguments().isEmpty())
        return status;
    return reportUsageError(
        name, QStringLiteral("unexpected argument '%1'").arg(parser.positionalArguments().first()));
}

std::optional<int> parseReference(QCommandLineParser &parser, const QString &name,
                                  const QStringList &arguments)
{
    const std::optional<int> status = parseArguments(parser, name, arguments);
    if (status || parser.positionalArguments().size() == 1)
        return status;
    return reportUsageError(name, QStringLiteral("expected one REFERENCE"));
}

std::optional<qint64> parseSize(const QCommandLineParser &parser, const QCommandLineOption &option,
                                const QString &name, const QString &example)
{
    const auto size = parseByteSize(parser.value(option).toStdString());
    if (size && *size > 0)
        return *size;
    reportUsageError(name, QStringLiteral("--%1: expected a size such as %2, not '%3'")
                               .arg(option.names().constFirst(), example, parser.value(option)));
    return std::nullopt;
}

int reportUsageError(const QString &name, const QString &message)
{
    std::fprintf(stderr, "lanyard %s: %s\nSee `lanyard %s --help`.\n", qPrintable(name),
                 qPrintable(message), qPrintable(name));
    return WrongInput;
}

} // namespace lanyard::cli
