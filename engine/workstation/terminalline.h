// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"

#include <QString>

namespace lanyard::workstation {

/// How the plan is carried out in a terminal where the system asks nobody for the privilege, and
/// how that is taken back: it is root's then, which has another cache or none, and another journal.
/// A sentence. Pure.
QString terminalLine(const ClientPlan &plan);

} // namespace lanyard::workstation
