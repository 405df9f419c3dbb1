// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/issuedidentity.h"

#include "tls/pem.h"

#include <openssl/err.h>
#include <openssl/x509.h>

#include <algorithm>

namespace lanyard::acme {

bool IssuedIdentity::covers(const std::vector<std::string> &hosts) const
{
    return std::all_of(hosts.begin(), hosts.end(), [this](const std::string &host) {
        return std::find(names.begin(), names.end(), host) != names.end();
    });
}

Result<IssuedIdentity> readIdentity(const QByteArray &pem)
{
    const auto key = tls::keyIn(pem);
    if (!key)
        return tl::unexpected(key.error());
    const auto certificates = tls::certificatesIn(pem);
    if (!certificates)
        return tl::unexpected(certificates.error());
    X509 *const first = certificates->front().get();
    const bool isPair = X509_check_private_key(first, key->get()) == 1;
    ERR_clear_error();
    if (!isPair)
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "certificate and key do not belong together"));
    IssuedIdentity identity{.names = {},
                            .from = tls::timeOf(X509_get0_notBefore(first)),
                            .until = tls::timeOf(X509_get0_notAfter(first))};
    for (const QString &name : tls::namesOf(first))
        identity.names.push_back(name.toStdString());
    return identity;
}

} // namespace lanyard::acme
