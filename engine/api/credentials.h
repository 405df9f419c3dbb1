// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <string>

namespace lanyard {

enum class CredentialPlace {
    Configuration, ///< written there by hand, and only read
    File,          ///< credentials.json in the data folder
    Keychain,      ///< that of the desktop
};

/// What may be shown of a credential: no secret.
struct CredentialInfo
{
    QString scope;    ///< REGISTRY[/PATH]
    QString username; ///< may be empty: of an identity token, or with a helper
    CredentialPlace place = CredentialPlace::File;
    QString helper; ///< docker-credential-NAME, which is asked for it; empty: nobody is
    bool operator==(const CredentialInfo &) const = default;
};

struct CredentialOverview
{
    QList<CredentialInfo> credentials;
    QList<Message> problems; ///< of places that could not be read
    bool operator==(const CredentialOverview &) const = default;
};

struct LoginRequest
{
    std::string scope; ///< REGISTRY[/PATH], where the registry may be an alias
    std::string username;
    std::string password; ///< a secret: never logged, shown or exported
    bool isIdentityToken = false;
    bool isChecked = true; ///< kept only when the registry accepts it
};

struct LoginResult
{
    QString scope; ///< with the upstream's own name
    CredentialPlace place = CredentialPlace::File;
};

/// Credentials of a config.json of Docker, or an auth.json of Podman.
struct CredentialImport
{
    QByteArray text;       ///< the file; has secrets
    bool isDryRun = false; ///< says what would be taken, and takes nothing
};

struct CredentialImportResult
{
    struct Refusal
    {
        QString scope;
        Message reason;
        bool operator==(const Refusal &) const = default;
    };

    QList<CredentialInfo> taken;
    QList<Refusal> refused;
    QList<Message> skipped; ///< what of the file cannot be used, and why
};

} // namespace lanyard
