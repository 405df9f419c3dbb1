// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QHeaderView;

namespace lanyard::ui {

/// Gives a view of the request log what its forms share: how its cells are drawn and selected, and
/// columns as wide as their texts are at most, by the font; image and request share the rest.
/// `indentation` is what stands before the text of the first column.
void setUpRequestView(QAbstractItemView &view, QHeaderView &header, int indentation);

} // namespace lanyard::ui
