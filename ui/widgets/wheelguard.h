// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace lanyard::ui {

/// The wheel changes this field only while it has the focus: who scrolls past it does not mean to.
/// Harmless when it is guarded already.
void guardWheel(QWidget *field);

} // namespace lanyard::ui
