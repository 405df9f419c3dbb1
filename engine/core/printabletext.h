// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lanyard {

/// Whether a character is not seen itself but does something to those that are: a control
/// character, which a terminal obeys (ESC, CSI), a mark of direction, by which one name looks like
/// another, or a line end. Pure.
bool isHidden(char32_t character);

/// Text of others for a person to read, on a terminal, too: what is hidden becomes U+FFFD. Pure.
QString printable(const QString &text);

} // namespace lanyard
