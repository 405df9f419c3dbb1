// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/localca.h"

#include <openssl/types.h>

#include <QString>
#include <QStringList>

namespace lanyard::localca {

// Pure.

/// The host names and addresses of a certificate, as of parseServerName().
QStringList namesOf(const X509 *certificate);

CertificateSummary summaryOf(const X509 *certificate, const QString &file);

} // namespace lanyard::localca
