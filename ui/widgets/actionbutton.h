// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QPushButton;
class QWidget;

namespace lanyard::ui {

/// A button that does what the action does, with its sign and its words, the mnemonic included,
/// which a tool button would take away.
QPushButton *makeActionButton(QAction &action, QWidget *parent);

} // namespace lanyard::ui
