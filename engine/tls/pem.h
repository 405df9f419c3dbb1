// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <openssl/types.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace lanyard::tls {

struct OpenSslDeleter
{
    void operator()(X509 *certificate) const;
    void operator()(EVP_PKEY *key) const;
};

using CertificatePointer = std::unique_ptr<X509, OpenSslDeleter>;
using KeyPointer = std::unique_ptr<EVP_PKEY, OpenSslDeleter>;

// What PEM holds, whatever else is in it. InvalidInput says what is wrong. Pure.

/// At least one.
Result<std::vector<CertificatePointer>> certificatesIn(const QByteArray &pem);
/// One that has no passphrase.
Result<KeyPointer> keyIn(const QByteArray &pem);

// The same of files. Both block on the disk. NotFound and Io, too; the message names the file.

Result<std::vector<CertificatePointer>> readCertificates(const QString &file);
Result<KeyPointer> readKey(const QString &file);

// Pure.

/// The host names and addresses of a certificate, as of parseServerName(); * too.
QStringList namesOf(const X509 *certificate);
WallTime timeOf(const ASN1_TIME *time);
/// When a certificate is due to be replaced: two thirds of its life are over.
WallTime renewalTimeOf(WallTime from, WallTime until);
/// ISO 8601 in UTC.
std::string dateText(WallTime time);

} // namespace lanyard::tls
