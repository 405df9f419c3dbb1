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

/// Prints what is wrong with the usage, and where help is; returns the exit status.
int reportUsageError(const QString &name, const QString &message);

} // namespace lanyard::cli
