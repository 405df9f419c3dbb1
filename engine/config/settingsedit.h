// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/settings.h"
#include "core/filereader.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace lanyard::config {

/// The text with `wanted` in place of what it says of these settings, and without a change of the
/// user's comments, order, spelling and other keys; see yamledit.h. It is read again: it comes to
/// what is wanted, and to nothing else. Listeners are told apart by their addresses.
///
/// InvalidInput says why it cannot be: the text is no right configuration, or that of distribution
/// (version: 0.1); it cannot be edited safely, with line and column (yamledit.h); what is wanted
/// would not be right, or has another `acme` than the text, which only people write. No message
/// holds a secret. `fileName` is for messages only, `readFile` as of readConfig(). Pure but for
/// that.
Result<QByteArray> withSettings(const QByteArray &text, const QString &fileName,
                                const Settings &wanted, const FileReader &readFile);

} // namespace lanyard::config
