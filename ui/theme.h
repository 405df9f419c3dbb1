// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestrecord.h"

#include <QColor>
#include <QIcon>
#include <QPalette>

/// The few colours and pictures of the program that the widget style does not give, for light and
/// dark palettes. UI thread.
namespace lanyard::ui {

bool isDark(const QPalette &palette);

/// For text on the palette's base; a contrast of at least 4.5 on the usual light and dark ones.
QColor resultColour(CacheResult result, const QPalette &palette);
QColor errorColour(const QPalette &palette);
QColor warningColour(const QPalette &palette);

/// What clients get, and what comes from upstream, as lines of a chart.
QColor servedColour(const QPalette &palette);
QColor fetchedColour(const QPalette &palette);

/// What comes in a diff; what goes is in errorColour().
QColor addedColour(const QPalette &palette);
/// The ground of text in that colour, which stays as readable on it.
QColor groundOf(const QColor &colour, const QPalette &palette);

/// Text that stands back.
QColor mutedColour(const QPalette &palette);
/// The line around a card.
QColor outlineColour(const QPalette &palette);

/// The sign of the program.
QIcon applicationIcon();

} // namespace lanyard::ui
