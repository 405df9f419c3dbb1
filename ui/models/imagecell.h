// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imageorder.h"
#include "symbols.h"

#include <QString>

#include <optional>

/// A row of the tree of images as text and sign. Pure functions.
namespace lanyard::ui {

/// Plain text that is safe to show.
QString imageCellText(const ImageNode &node, int column);
QString imageColumnTitle(int column);
/// Rich text; what the row does not have room for.
QString imageToolTip(const ImageNode &node);
/// What stands before the name; nothing below a platform.
std::optional<Symbol> imageSymbol(const ImageNode &node);

} // namespace lanyard::ui
