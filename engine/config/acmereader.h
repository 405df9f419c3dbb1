// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "config/mappingreader.h"

#include <optional>

namespace lanyard::config {

/// `acme` of a listener's `tls`, of Lanyard's own configuration. What is wrong is reported, without
/// a word of a setting that may be a secret.
AcmeConfig readAcme(const Field &field, Diagnostics &diagnostics);

/// `http.tls.letsencrypt` of distribution's configuration: `cachefile`, `email`, `hosts` and
/// `directoryurl` as there, and what Lanyard has beyond them, in lower case. The keys have been
/// checked already. What Lanyard keeps goes into the subfolder `lanyard` of `cachefile`, which is a
/// folder there, too.
AcmeConfig readLetsEncrypt(const Field &field, Diagnostics &diagnostics);

} // namespace lanyard::config
