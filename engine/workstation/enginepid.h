// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/processes.h"
#include "detection/surroundings.h"

#include <QList>
#include <QStringList>

#include <cstdint>

namespace lanyard::workstation {

/// The Docker Engine among these processes that reads one of these files (as they are on the disk)
/// as its daemon.json; 0: none does. Pure.
std::int64_t enginePid(const QList<detection::RunningProcess> &processes,
                       const detection::Surroundings &here, const QStringList &files);

} // namespace lanyard::workstation
