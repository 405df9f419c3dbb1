// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace lanyard::cli {

/// Exit statuses that scripts rely on.
enum ExitStatus : int {
    Success = 0,
    StartFailed = 1, ///< the configuration is right, but the server could not start
    WrongInput = 2,  ///< wrong usage or a wrong configuration
};

/// A subcommand: `arguments` are those after its name; returns the exit status.
using CommandFunction = int (*)(QCoreApplication &application, const QStringList &arguments);

int runServe(QCoreApplication &application, const QStringList &arguments);
int runConfig(QCoreApplication &application, const QStringList &arguments);
int runVersion(QCoreApplication &application, const QStringList &arguments);

} // namespace lanyard::cli
