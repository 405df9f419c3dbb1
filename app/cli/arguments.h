// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QStringList>

#include <optional>

namespace lanyard::cli {

/// Parses the arguments of the subcommand `name`. Prints help when asked for it, and what is wrong
/// to stderr; gives the exit status in both cases, nullopt when the command shall run.
std::optional<int> parseArguments(QCommandLineParser &parser, const QString &name,
                                  const QStringList &arguments);

/// The same for a command that takes no more than its options.
std::optional<int> parseOptions(QCommandLineParser &parser, const QString &name,
                                const QStringList &arguments);

/// The same for a command that takes one REFERENCE and its options.
std::optional<int> parseReference(QCommandLineParser &parser, const QString &name,
                                  const QStringList &arguments);

/// The bytes of an option whose value is a size, such as `example`. nullopt, with what is wrong on
/// stderr: it is none, or not above 0.
std::optional<qint64> parseSize(const QCommandLineParser &parser, const QCommandLineOption &option,
                                const QString &name, const QString &example);

/// Prints what is wrong with the usage, and where help is; returns the exit status.
int reportUsageError(const QString &name, const QString &message);

} // namespace lanyard::cli
