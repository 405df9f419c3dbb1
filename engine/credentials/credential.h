// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDebug>

#include <iosfwd>
#include <string>
#include <utility>
#include <variant>

namespace lanyard::credentials {

/// A text that nobody may see. It has to be asked for by name, and neither a stream nor a log takes
/// it: what is not written anywhere by accident need not be found there again.
class Secret
{
public:
    Secret() = default;

    explicit Secret(std::string text)
        : m_text(std::move(text))
    {
    }

    /// For a request, or for the one place where it is kept.
    const std::string &reveal() const { return m_text; }

    bool isEmpty() const { return m_text.empty(); }

    bool operator==(const Secret &) const = default;

private:
    std::string m_text;
};

std::ostream &operator<<(std::ostream &, const Secret &) = delete;
QDebug operator<<(QDebug, const Secret &) = delete;

/// With what a registry is asked.
struct Credential
{
    std::string username; ///< empty where an identity token needs none
    Secret password;      ///< or the identity token
    /// An OAuth 2 refresh token, for which the token service gives access tokens (distribution
    /// spec, "OAuth 2.0 token": grant_type=refresh_token).
    bool isIdentityToken = false;

    bool operator==(const Credential &) const = default;
};

/// The program docker-credential-NAME, which is asked whenever the credential is needed.
struct HelperBinding
{
    std::string name;
    bool operator==(const HelperBinding &) const = default;
};

using KeptCredential = std::variant<Credential, HelperBinding>;

/// InvalidInput for what no registry could be asked with: an empty user name or password, a user
/// name with a colon (RFC 7617 §2) or a control character, text that is not UTF-8, NUL, or more
/// than limits::secretBytesMax. Says which, and repeats none of it. Pure.
Result<void> checkCredential(const Credential &credential);

/// The Authorization field that shows it (RFC 7617 §2), a secret. Pure.
std::string basicField(const Credential &credential);

/// The text with *** where it repeats the password, also as it stands in
/// basicField(), or in a URL. Pure.
std::string withoutSecrets(std::string text, const Credential &credential);

/// InvalidInput unless the name is one to 64 letters, digits and - _ . of ASCII: it becomes a part
/// of the name of a program, and must not become a path. Pure.
Result<void> checkHelperName(const std::string &name);

} // namespace lanyard::credentials
