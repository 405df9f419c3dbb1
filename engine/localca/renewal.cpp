// SPDX-License-Identifier: GPL-3.0-or-later
#include "localca/renewal.h"

#include "core/limits.h"
#include "tls/pem.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace lanyard::localca {

namespace {

constexpr auto namesMax = static_cast<qsizetype>(limits::certificateNamesMax);

bool hasSigned(const Identity &authority, X509 *certificate)
{
    const bool has = X509_check_issued(authority.certificate.get(), certificate) == X509_V_OK &&
                     X509_verify(certificate, authority.key.get()) == 1;
    ERR_clear_error();
    return has;
}

bool isDue(const Identity &authority, const X509 *server, WallTime now)
{
    const WallTime from = tls::timeOf(X509_get0_notBefore(server));
    const WallTime until = tls::timeOf(X509_get0_notAfter(server));
    if (now < from)
        return true;
    const WallTime end = tls::timeOf(X509_get0_notAfter(authority.certificate.get()));
    return until < end && now >= tls::renewalTimeOf(from, until);
}

} // namespace

Renewal renewalOf(const Identity &authority, X509 *server, const QStringList &wanted, WallTime now)
{
    if (server == nullptr || !hasSigned(authority, server))
        return Renewal::Replace;
    if (isDue(authority, server, now))
        return Renewal::Due;
    const QStringList names = tls::namesOf(server);
    const QStringList possible = wanted.first(std::min(wanted.size(), namesMax));
    const bool hasAll = std::ranges::all_of(
        possible, [&names](const QString &name) { return names.contains(name); });
    return hasAll ? Renewal::NotNeeded : Renewal::Rename;
}

QStringList nextNames(Renewal renewal, const X509 *server, const QStringList &wanted)
{
    QStringList names = wanted;
    if (renewal == Renewal::Rename)
        names.append(tls::namesOf(server));
    names.removeDuplicates();
    return names.first(std::min(names.size(), namesMax));
}

} // namespace lanyard::localca
