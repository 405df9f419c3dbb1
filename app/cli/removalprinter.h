// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace lanyard::cli {

/// Prints what `prune` and `purge` have taken out, or would take out, and what stays and why.
void printRemoval(const QJsonObject &result);

} // namespace lanyard::cli
