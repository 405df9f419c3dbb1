// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "textedit/yamledit.h"

#include <QByteArray>

// A text of several lines in a YAML document, which yamledit leaves alone. As there: every other
// byte stays, the caller reads the result again, and the errors are the same; InvalidInput also
// where the entry stands in brackets ({}), as no block can stand there. Paths are of keys only.
// Pure.
namespace lanyard::textedit {

/// Puts `value` where the text at `path` is, as a literal block (|): with the indentation, the
/// comment and the marks that a block there has, and with the bytes of its lines that stay. Line
/// ends at the end of `value` do not count; those of the text stay. `value` is UTF-8, its lines end
/// with LF.
Result<QByteArray> replaceWithLiteral(const QByteArray &text, const YamlPath &path,
                                      const QByteArray &value);

/// Removes the lines of the entry at `path`, whatever its value; a mapping that loses its last
/// entry has no value then. Comments around it stay.
Result<QByteArray> removeEntryLines(const QByteArray &text, const YamlPath &path);

} // namespace lanyard::textedit
