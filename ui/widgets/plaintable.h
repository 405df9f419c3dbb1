// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

class QTableView;

namespace lanyard::ui {

/// A table of whole rows as the pages show them: without a grid and a frame, one line a row, not to
/// be edited. Tab leaves it.
void setUpPlainTable(QTableView &table);

} // namespace lanyard::ui
