// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace lanyard::ui {

/// Asks where requests are to be written, and as what; `chosen` is called with the path when a file
/// was chosen. Does not wait.
void askForExportFile(QWidget *parent, const std::function<void(const QString &path)> &chosen);

} // namespace lanyard::ui
