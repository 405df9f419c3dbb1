// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string>

namespace lanyard {

/// Who may pull, when only users may.
struct UserOverview
{
    QString file; ///< where they are kept
    QStringList users;
    bool operator==(const UserOverview &) const = default;
};

/// A user who may pull from now on, or another password of one.
struct UserRequest
{
    std::string name;
    std::string password; ///< a secret: never logged, shown or exported
};

struct UserResult
{
    QString name;
    bool isNew = false;
};

} // namespace lanyard
