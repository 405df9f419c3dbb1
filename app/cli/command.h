// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace lanyard::cli {

/// Exit statuses that scripts rely on.
enum ExitStatus : int {
    Success = 0,
    Failed = 1,     ///< the input is right, but what was asked for could not be done
    WrongInput = 2, ///< wrong usage, configuration, or name of an image
    NotRunning = 3, ///< nobody uses the folder, as the status of a service says it
};

/// A subcommand: `arguments` are those after its name; returns the exit status.
using CommandFunction = int (*)(QCoreApplication &application, const QStringList &arguments);

int runServe(QCoreApplication &application, const QStringList &arguments);
int runCa(QCoreApplication &application, const QStringList &arguments);
int runCheck(QCoreApplication &application, const QStringList &arguments);
int runConfig(QCoreApplication &application, const QStringList &arguments);
int runCredentials(QCoreApplication &application, const QStringList &arguments);
int runExport(QCoreApplication &application, const QStringList &arguments);
int runImages(QCoreApplication &application, const QStringList &arguments);
int runImport(QCoreApplication &application, const QStringList &arguments);
int runInspect(QCoreApplication &application, const QStringList &arguments);
int runLogin(QCoreApplication &application, const QStringList &arguments);
int runLogout(QCoreApplication &application, const QStringList &arguments);
int runOffline(QCoreApplication &application, const QStringList &arguments);
int runPrefetch(QCoreApplication &application, const QStringList &arguments);
int runPin(QCoreApplication &application, const QStringList &arguments);
int runPrune(QCoreApplication &application, const QStringList &arguments);
int runPurge(QCoreApplication &application, const QStringList &arguments);
int runRefresh(QCoreApplication &application, const QStringList &arguments);
int runSetup(QCoreApplication &application, const QStringList &arguments);
int runSnippet(QCoreApplication &application, const QStringList &arguments);
int runStatus(QCoreApplication &application, const QStringList &arguments);
int runUnpin(QCoreApplication &application, const QStringList &arguments);
int runUser(QCoreApplication &application, const QStringList &arguments);
int runUpstreams(QCoreApplication &application, const QStringList &arguments);
int runVersion(QCoreApplication &application, const QStringList &arguments);

} // namespace lanyard::cli
