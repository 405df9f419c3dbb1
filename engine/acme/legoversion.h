// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

namespace lanyard::acme {

/// Whether a lego can be asked as legocommand does, by what `lego --help` says: 4.5 or later, with
/// all options that are needed. Builds of distributions may have no number ("dev"), and their
/// options alone decide. InvalidInput says which it is, and what to install. Pure.
Result<void> checkLego(const QByteArray &help);

} // namespace lanyard::acme
