// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "config/mappingreader.h"

namespace lanyard::config {

/// `tls` of a listener, of Lanyard's own configuration. What is wrong is reported.
TlsConfig readTls(const Field &field, Diagnostics &diagnostics);

} // namespace lanyard::config
