// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace lanyard {

/// Where the set-up of clients looks and writes.
struct WorkstationPlaces
{
    QString root;        ///< stands before every path of the system; empty: /
    QString home;        ///< absolute
    QString stateFolder; ///< absolute; where it is kept what can be undone
    QString helper;      ///< absolute; the program that writes what only root may; empty: none
    bool isRoot = false; ///< this process may write what only root may
    QProcessEnvironment environment; ///< of the user

    /// Of the user who runs the process.
    static WorkstationPlaces ofThisUser();
};

} // namespace lanyard
