// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lanyard::detection {

// What programs say of their version. Pure.

/// The first word that is a version, such as 20.10.24+dfsg1 or 1.28.5+k3s1; without a "v" before
/// it. Empty: there is none.
QString versionIn(const QByteArray &output);

/// Whether a version is known, and before `major`.`minor`.
bool isBefore(const QString &version, int major, int minor);

} // namespace lanyard::detection
