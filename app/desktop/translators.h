// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lanyard::desktop {

/// Installs the words of the program and those of Qt's own dialogs, in a language such as "de";
/// empty: that of the system. Needs an application object. Once.
void installTranslators(const QString &language);

} // namespace lanyard::desktop
