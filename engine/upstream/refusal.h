// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message.h"
#include "credentials/credential.h"

#include <QByteArray>

#include <optional>
#include <string>

namespace lanyard::upstream {

/// What a registry or a token service says in the body of a refusal, for people: one line of at
/// most limits::refusalWordsMax characters, none of which is a control character. Reads the errors
/// of the distribution spec ("Error Codes"), those of OAuth 2 (RFC 6749 §5.2), `details` and
/// `message`, which token services use, and plain text. Without what it repeats of the secret that
/// was shown to it. Empty when it says nothing. Pure.
std::string refusalWords(const QByteArray &body,
                         const std::optional<credentials::Credential> &shown);

/// Whether such a status means that the credential is not right: 401, and for an identity token
/// 400, as OAuth 2 has it (RFC 6749 §5.2). Pure.
bool isCredentialRefusal(int status, const credentials::Credential &credential);

/// That `name`, a registry or its token service, has refused the credential, with refusalWords().
/// Pure.
Message refusalOf(const Message &name, const credentials::Credential &credential,
                  const std::string &words);

} // namespace lanyard::upstream
