// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace lanyard::workstation {

// What stands in a line for a terminal. Pure.

enum class Shell : std::uint8_t { Posix, PowerShell };

/// One word, whatever is in it; in quotes only where it needs them.
QString shellWord(const QString &text, Shell shell = Shell::Posix);
/// The same, in quotes.
QString shellQuoted(QString text, Shell shell = Shell::Posix);

} // namespace lanyard::workstation
