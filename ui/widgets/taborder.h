// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace lanyard::ui {

/// Lets Tab go through what is in the layouts of `root` as it is read, whenever it was made. The
/// first of them keeps its place among all others of the window; the rest follow it. A field that
/// gives its focus to a part of it takes the focus by Tab itself, and its parts are made with it:
/// Qt moves all that is between them.
void tabAsItIsRead(const QWidget &root);

} // namespace lanyard::ui
