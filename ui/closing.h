// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programsettings.h"

namespace lanyard::ui {

/// What the closing of the window leads to.
enum class Closing { Hide, Ask, Quit };

/// As a person has set it: without a tray icon a hidden window could not be got back, and of a
/// program that ends nobody is asked any more.
Closing closingOf(CloseAction action, bool hasTray, bool isQuitting);

} // namespace lanyard::ui
