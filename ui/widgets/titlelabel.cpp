// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/titlelabel.h"

namespace lanyard::ui {

TitleLabel::TitleLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
}

} // namespace lanyard::ui
