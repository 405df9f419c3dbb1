// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials/credentialjson.h"

#include <initializer_list>
#include <iterator>
#include <string>

namespace lanyard::credentials {

namespace {

const QString usernameKey = QStringLiteral("username");
const QString passwordKey = QStringLiteral("password");
const QString tokenKey = QStringLiteral("identityToken");
const QString helperKey = QStringLiteral("helper");

bool hasOnly(const QJsonObject &object, std::initializer_list<QString> keys)
{
    qsizetype known = 0;
    for (const QString &key : keys)
        known += object.value(key).isString() ? 1 : 0;
    return known == object.size() && known == std::ssize(keys);
}

} // namespace

QJsonObject toJson(const KeptCredential &kept)
{
    QJsonObject object;
    if (const auto *binding = std::get_if<HelperBinding>(&kept)) {
        object.insert(helperKey, QString::fromStdString(binding->name));
        return object;
    }
    const auto &credential = std::get<Credential>(kept);
    if (!credential.username.empty())
        object.insert(usernameKey, QString::fromStdString(credential.username));
    object.insert(credential.isIdentityToken ? tokenKey : passwordKey,
                  QString::fromStdString(credential.password.reveal()));
    return object;
}

Result<KeptCredential> credentialOfJson(const QJsonObject &object)
{
    const auto text = [&](const QString &key) {
        return object.value(key).toString().toStdString();
    };
    if (hasOnly(object, {helperKey})) {
        HelperBinding binding{text(helperKey)};
        return checkHelperName(binding.name).map([&] { return KeptCredential(binding); });
    }
    Credential credential;
    credential.username = text(usernameKey);
    credential.isIdentityToken =
        hasOnly(object, {tokenKey}) || hasOnly(object, {usernameKey, tokenKey});
    credential.password = Secret(text(credential.isIdentityToken ? tokenKey : passwordKey));
    if (!credential.isIdentityToken && !hasOnly(object, {usernameKey, passwordKey}))
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP(
                           "engine", "expected username and password, identityToken, or helper"));
    return checkCredential(credential).map([&] { return KeptCredential(credential); });
}

} // namespace lanyard::credentials
