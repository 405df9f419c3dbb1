// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "textedit/tomldocument.h"
#include "textedit/tomlvalue.h"

// Changes of whole tables of a TOML document in its text; see tomledit.h for what holds for every
// change. A blank line is put between the tables that are added and those that are there, and goes
// with them. Where the text has no line end at its end, it has none afterwards.
namespace lanyard::textedit {

/// At the end of the text.
Result<TomlDocument> appendTables(const TomlDocument &document, const TomlBlock &block);

/// Before the header of a table, and the comments directly above it.
Result<TomlDocument> insertTablesBefore(const TomlDocument &document, const TomlPath &path,
                                        const TomlBlock &block);

/// Behind a table with all that is in it.
Result<TomlDocument> insertTablesBehind(const TomlDocument &document, const TomlPath &path,
                                        const TomlBlock &block);

/// In the place of a table with all that is in it, which has to stand together.
Result<TomlDocument> replaceTable(const TomlDocument &document, const TomlPath &path,
                                  const TomlBlock &block);

/// Removes a table with all that is in it, wherever that stands. Comments above its header and
/// behind its last value stay, those between go.
Result<TomlDocument> removeTable(const TomlDocument &document, const TomlPath &path);

/// Removes a header alone, below which nothing stands any more; tables in it have their own.
Result<TomlDocument> removeHeader(const TomlDocument &document, const TomlPath &path);

} // namespace lanyard::textedit
