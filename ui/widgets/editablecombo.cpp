// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editablecombo.h"

#include <QComboBox>

namespace lanyard::ui {

QComboBox *makeEditableCombo(QWidget *parent)
{
    auto *combo = new QComboBox(parent);
    combo->setEditable(true);
    return combo;
}

} // namespace lanyard::ui
