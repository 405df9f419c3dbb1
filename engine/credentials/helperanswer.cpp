// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/helperanswer.h"

#include "core/limits.h"
#include "credentials/dockerconfig.h"
#include "credentials/jsondocument.h"

#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace lanyard::credentials {

namespace {

constexpr const char *identityTokenUser = "<token>";

tl::unexpected<Error> bad(Message what)
{
    return failure(ErrorCode::BadUpstream, std::move(what));
}

} // namespace

Result<Credential> parseHelperCredential(const QByteArray &answer)
{
    const auto object = parseJsonObject(answer);
    if (!object)
        //: after the name of a program
        return bad(QT_TRANSLATE_NOOP("engine", "does not answer with a credential"));
    Credential credential;
    credential.username = object->value(QLatin1String("Username")).toString().toStdString();
    credential.password = Secret(object->value(QLatin1String("Secret")).toString().toStdString());
    if (credential.username == identityTokenUser) {
        credential.username.clear();
        credential.isIdentityToken = true;
    }
    if (const auto checked = checkCredential(credential); !checked)
        return bad({QT_TRANSLATE_NOOP("engine", "gives a credential that cannot be used: %1"),
                    {checked.error().message}});
    return credential;
}

Result<std::vector<KnownCredential>> parseHelperList(const QByteArray &answer)
{
    // Go writes null for a map that nobody made.
    if (answer.trimmed() == "null")
        return std::vector<KnownCredential>();
    const auto object = parseJsonObject(answer);
    if (!object)
        return bad(QT_TRANSLATE_NOOP("engine", "does not answer with a list"));
    std::vector<KnownCredential> known;
    for (auto at = object->begin(); at != object->end(); ++at) {
        const auto scope = scopeOfServer(at.key().toStdString());
        const bool isNew = scope && std::none_of(known.begin(), known.end(), [&](const auto &one) {
                               return one.scope == *scope;
                           });
        if (isNew && known.size() < limits::credentialsMax)
            known.push_back({*scope, at.value().toString().toStdString()});
    }
    return known;
}

Error helperFailure(const QByteArray &answer)
{
    const QByteArray text = answer.trimmed();
    if (text == "credentials not found in native keychain")
        return {ErrorCode::NotFound, QT_TRANSLATE_NOOP("engine", "has no credential for it")};
    if (text == "no credentials server URL" || text == "no credentials username")
        return {ErrorCode::NotFound, QT_TRANSLATE_NOOP("engine", "has no whole credential for it")};
    return {ErrorCode::BadUpstream,
            QT_TRANSLATE_NOOP("engine", "failed; run it by hand to see why")};
}

std::string serverUrlOf(const CredentialScope &scope)
{
    return scope.registry == "docker.io" ? "https://index.docker.io/v1/" : scope.registry;
}

} // namespace lanyard::credentials
