// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <cstdint>

namespace lanyard::setup {

/// Whether the process is a Docker Engine of root's or of this user's, as far as this user may see.
bool looksLikeDockerd(std::int64_t pid);

/// Lets a Docker Engine read its daemon.json again, which it does on SIGHUP. NotFound: the process
/// is no dockerd of root's or of this user's, and stays untouched; Io: this user may not.
Result<void> reloadDockerd(std::int64_t pid);

/// /proc/PID/cgroup; empty: it is not known.
QByteArray cgroupOf(std::int64_t pid);

} // namespace lanyard::setup
