// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privatefile.h"
#include "credentials/credential.h"
#include "credentials/credentialscope.h"

#include <map>
#include <optional>
#include <string>

namespace lanyard::credentials {

/// Credentials by what they are for.
using CredentialMap = std::map<CredentialScope, KeptCredential>;

/// The file in which a server keeps credentials, as text, and which helper to ask for others:
///
///     {"version": 1, "credentials": {
///         "quay.io/org": {"username": "robot", "password": "..."},
///         "registry.example.com": {"username": "me", "identityToken": "..."},
///         "1234.dkr.ecr.eu-west-1.amazonaws.com": {"helper": "ecr-login"}}}
///
/// One thread; calls may block on the disk. Who writes must be the only one who does: the owner of
/// the data folder's lock. Errors of all calls, beside those of PrivateFile: Corrupt, with the
/// file, the place in it and what is wrong, when it is not such a document. A file that cannot be
/// used is never written to. No error repeats a secret.
class CredentialFile
{
public:
    /// `path` is usually credentials.json in the data folder. It need not be there.
    explicit CredentialFile(std::string path);

    const std::string &path() const { return m_file.path(); }

    /// All of it. Read anew only when the file is another than the last time.
    Result<CredentialMap> entries();
    /// That of exactly this scope.
    Result<std::optional<KeptCredential>> get(const CredentialScope &scope);
    /// Adds or replaces it, durably. InvalidInput when it could not be used (checkCredential), or
    /// when there are limits::credentialsMax of them.
    Result<void> set(const CredentialScope &scope, const KeptCredential &credential);
    /// Whether there was one.
    Result<bool> remove(const CredentialScope &scope);

    /// The document, and reading it. `name` is what errors call it. Pure.
    static Result<CredentialMap> parse(const QByteArray &text, const std::string &name);
    static QByteArray toText(const CredentialMap &entries);

private:
    Result<void> write(CredentialMap entries);

    PrivateFile m_file;
    std::optional<CredentialMap> m_entries; // what was read last, from the file of m_stamp
    FileStamp m_stamp;
};

} // namespace lanyard::credentials
