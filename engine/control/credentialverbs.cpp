// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/credentialverbs.h"

#include "api/names.h"
#include "control/jsontext.h"

#include <utility>

namespace lanyard::control {

namespace {

QJsonObject infoJson(const CredentialInfo &info)
{
    return {
        {QStringLiteral("scope"), info.scope},
        {QStringLiteral("username"), info.username.isEmpty() ? QJsonValue() : info.username},
        {QStringLiteral("place"), jsonText(nameOf(info.place))},
        {QStringLiteral("helper"), info.helper.isEmpty() ? QJsonValue() : info.helper},
    };
}

QJsonObject refusalJson(const CredentialImportResult::Refusal &refusal)
{
    return {{QStringLiteral("scope"), refusal.scope},
            {QStringLiteral("reason"), jsonMessage(refusal.reason)}};
}

std::string textOf(const QJsonObject &arguments, QLatin1String name)
{
    return arguments.value(name).toString().toStdString();
}

} // namespace

Verb credentialsVerb(std::function<CredentialOverview()> list)
{
    return [list = std::move(list)](const QJsonObject & /*arguments*/, const SharedReply &reply) {
        const CredentialOverview overview = list();
        reply->finish({{QStringLiteral("credentials"), jsonArray(overview.credentials, infoJson)},
                       {QStringLiteral("problems"), jsonArray(overview.problems, jsonMessage)}});
    };
}

Verb loginVerb(Login login)
{
    return [login = std::move(login)](const QJsonObject &arguments, const SharedReply &reply) {
        login({.scope = textOf(arguments, QLatin1String("scope")),
               .username = textOf(arguments, QLatin1String("username")),
               .password = textOf(arguments, QLatin1String("password")),
               .isIdentityToken = arguments.value(QLatin1String("identityToken")).toBool(),
               .isChecked = arguments.value(QLatin1String("check")).toBool(true)},
              answerWith<LoginResult>(reply, [](const LoginResult &result) {
                  return QJsonObject{{QStringLiteral("scope"), result.scope},
                                     {QStringLiteral("place"), jsonText(nameOf(result.place))}};
              }));
    };
}

Verb logoutVerb(Logout logout)
{
    return [logout = std::move(logout)](const QJsonObject &arguments, const SharedReply &reply) {
        logout(textOf(arguments, QLatin1String("scope")),
               answerWith<QString>(reply, [](const QString &scope) {
                   return QJsonObject{{QStringLiteral("scope"), scope}};
               }));
    };
}

Verb credentialsImportVerb(ImportCredentials import)
{
    return [import = std::move(import)](const QJsonObject &arguments, const SharedReply &reply) {
        import({.text = arguments.value(QLatin1String("text")).toString().toUtf8(),
                .isDryRun = arguments.value(QLatin1String("dryRun")).toBool()},
               answerWith<CredentialImportResult>(reply, [](const auto &result) {
                   return QJsonObject{
                       {QStringLiteral("taken"), jsonArray(result.taken, infoJson)},
                       {QStringLiteral("refused"), jsonArray(result.refused, refusalJson)},
                       {QStringLiteral("skipped"), jsonArray(result.skipped, jsonMessage)}};
               }));
};
}

} // namespace lanyard::control
