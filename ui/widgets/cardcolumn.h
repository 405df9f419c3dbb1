// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QVBoxLayout;
class QWidget;

namespace lanyard::ui {

/// Where cards stand one below the other: as wide as they are good to read, and scrolled.
struct CardColumn
{
    QScrollArea *area;
    QVBoxLayout *rows; ///< of the cards, from the top
};

/// A child of `parent`, in its size of letters.
CardColumn makeCardColumn(int widthEms, QWidget *parent);

} // namespace lanyard::ui
