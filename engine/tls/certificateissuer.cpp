// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/certificateissuer.h"

namespace lanyard::tls {

CertificateIssuer::~CertificateIssuer() = default;

} // namespace lanyard::tls
