// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QHeaderView;

namespace lanyard::ui {

/// Makes a column as wide as its content needs, in pixels, and as its title, which is longer in
/// some languages. The header has its model.
void fitColumn(QHeaderView &header, int column, int content);

} // namespace lanyard::ui
