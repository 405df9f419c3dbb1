// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QWidget;

namespace lanyard::ui {

/// A choice in which something else can be typed. It has its line from the start, so that both are
/// moved together in the order of Tab; Alt and a letter write nothing into it.
QComboBox *makeEditableCombo(QWidget *parent);

} // namespace lanyard::ui
