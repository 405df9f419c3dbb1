// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"

#include <QList>
#include <QString>

/// What the engine says, in the language of the window.
namespace lanyard::ui {

/// Safe to show on a line: what stands in it may come from the network.
QString told(const Message &message);

/// A line for each, with its place, and whether it is an error.
QString told(const QList<ConfigDiagnostic> &diagnostics);

} // namespace lanyard::ui
