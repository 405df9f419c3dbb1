// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace lanyard::cli {

/// Whether a person is there to answer: stdin is a terminal.
bool isInteractive();

/// Asks on stderr, and reads a line from the terminal; nullopt at its end.
std::optional<QString> askFor(const QString &question);

/// Reads a password: from a terminal after a question, without showing it; else, or if `isAll`, all
/// of stdin, without the end of its last line. nullopt when there is none, when it is longer than
/// `bytesMax`, or not text.
std::optional<QString> readPassword(qint64 bytesMax, bool isAll);

} // namespace lanyard::cli
