// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "textedit/yamlsource.h"

#include <QByteArray>

namespace lanyard::textedit {

/// Finds where each value of `root` begins and ends in `text`, and its style. It comes with what
/// yaml-cpp says of them: kind, scalar, brackets, and where it begins unless it is empty.
/// InvalidInput with line and column where something else stands than expected: better no edit
/// than one at a wrong place. Pure.
Result<void> locateValues(const QByteArray &text, SourceNode &root);

} // namespace lanyard::textedit
