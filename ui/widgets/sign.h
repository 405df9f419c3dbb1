// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QIcon;
class QLabel;
class QString;
class QWidget;

namespace lanyard::ui {

/// A small picture beside a text. `name` says what it means to those who cannot see it.
QLabel *makeSign(const QIcon &icon, const QString &name, QWidget *parent);

} // namespace lanyard::ui
