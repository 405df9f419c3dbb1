// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "tls/pem.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lanyard::localca {

/// What to do about an authority that is of no more use.
inline constexpr const char *anotherAuthority =
    QT_TRANSLATE_NOOP("engine", "make another authority with `lanyard ca create --force`, which "
                                "all clients have to trust anew");

/// A certificate with its key. Immutable once it is made.
struct Identity
{
    tls::CertificatePointer certificate;
    tls::KeyPointer key;
};

// All of this is pure but for random numbers. Io: OpenSSL has none, or no memory.

/// A new authority, for limits::localCaLifetime, which vouches for TLS servers and nothing else
/// (extended key usage), not for other authorities (path length 0). It names the computer and the
/// day, by which a person tells it from others among those that a client trusts.
///
/// It has no name constraints. They would have to name, once and for ten years, every name and
/// address that this computer will ever have: a laptop that comes into another network, or a
/// further name in the configuration, would need an authority that all clients have to trust anew.
/// Ranges of private addresses alone would constrain nothing, as every host name stayed allowed.
Result<Identity> makeAuthority(const QString &computer, WallTime now);

/// A new certificate of a server for these names, as of parseServerName(), at least one; for
/// limits::localCertificateLifetime, and no longer than its authority. InvalidInput: that has
/// ended.
Result<Identity> makeServer(const Identity &authority, const QStringList &names, WallTime now);

QByteArray pemOf(const X509 *certificate);
/// A secret.
QByteArray pemOf(const EVP_PKEY *key);

} // namespace lanyard::localca
