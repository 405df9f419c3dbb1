// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privatefile.h"
#include "credentials/credentialscope.h"
#include "credentials/helperanswer.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace lanyard::credentials {

/// What is in the keychain, which cannot list it: a file with the scopes and their user names,
/// without secrets. One thread; calls may block on the disk. Errors of all calls, beside those of
/// PrivateFile: Corrupt when it is something else, which is then never written to.
class KeychainIndex
{
public:
    /// `path` need not be there.
    explicit KeychainIndex(std::string path);

    /// By scope.
    Result<std::vector<KnownCredential>> entries() const;
    /// Adds or replaces one. InvalidInput when there are limits::credentialsMax of them.
    Result<void> set(const KnownCredential &credential);
    /// It need not be there.
    Result<void> remove(const CredentialScope &scope);

    /// Reads the document; `name` is what errors call it. Pure.
    static Result<std::vector<KnownCredential>> parse(const QByteArray &text,
                                                      const std::string &name);

private:
    Result<void> write(const std::vector<KnownCredential> &entries);

    PrivateFile m_file;
};

} // namespace lanyard::credentials
