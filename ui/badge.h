// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/enginestate.h"

#include <QIcon>

namespace lanyard::ui {

/// What the sign of the program tells in its corner.
enum class Badge { Stopped, Busy, Running, Offline, Attention };

Badge badgeOf(EngineState state);

/// The sign with a badge, which is told by its mark and by its colour. UI thread.
QIcon badgedIcon(Badge badge);

} // namespace lanyard::ui
