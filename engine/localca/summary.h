// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/localca.h"

#include <openssl/types.h>

#include <QString>

namespace lanyard::localca {

/// Pure.
CertificateSummary summaryOf(const X509 *certificate, const QString &file);

} // namespace lanyard::localca
