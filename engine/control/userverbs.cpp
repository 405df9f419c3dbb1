// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/userverbs.h"

#include <QJsonArray>

#include <utility>

namespace lanyard::control {

namespace {

QString nameOf(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("name")).toString();
}

} // namespace

Verb usersVerb(ListUsers list)
{
    return [list = std::move(list)](const QJsonObject & /*arguments*/, const SharedReply &reply) {
        answerWith<UserOverview>(reply, [](const UserOverview &overview) {
            return QJsonObject{
                {QStringLiteral("file"), overview.file},
                {QStringLiteral("users"), QJsonArray::fromStringList(overview.users)}};
        })(list());
    };
}

Verb userAddVerb(AddUser add)
{
    return [add = std::move(add)](const QJsonObject &arguments, const SharedReply &reply) {
        add({.name = nameOf(arguments).toStdString(),
             .password = arguments.value(QLatin1String("password")).toString().toStdString()},
            answerWith<UserResult>(reply, [](const UserResult &result) {
                return QJsonObject{{QStringLiteral("name"), result.name},
                                   {QStringLiteral("new"), result.isNew}};
            }));
    };
}

Verb userRemoveVerb(RemoveUser remove)
{
    return [remove = std::move(remove)](const QJsonObject &arguments, const SharedReply &reply) {
        const QString name = nameOf(arguments);
        answerWith<QString>(reply, [](const QString &removed) {
            return QJsonObject{{QStringLiteral("name"), removed}};
        })(remove(name.toStdString()).map([&name] { return name; }));
    };
}

} // namespace lanyard::control
