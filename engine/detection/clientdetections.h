// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

#include <QStringList>

#include <span>

namespace lanyard::detection {

/// How each client is found, in the order in which they are shown.
std::span<const ClientDetection> clientDetections();

/// The names of the daemons that these want to know of.
const QStringList &daemonNames();

} // namespace lanyard::detection
