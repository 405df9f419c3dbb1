// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <openssl/types.h>

#include <QString>

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

// What files in PEM hold. Both block on the disk. NotFound, InvalidInput or Io; the message names
// the file, and says what is wrong with it.

/// At least one.
Result<std::vector<CertificatePointer>> readCertificates(const QString &file);
/// One that has no passphrase.
Result<KeyPointer> readKey(const QString &file);

WallTime timeOf(const ASN1_TIME *time);
/// ISO 8601 in UTC.
std::string dateText(WallTime time);

} // namespace lanyard::tls
