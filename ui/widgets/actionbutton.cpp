// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actionbutton.h"

#include <QAction>
#include <QPushButton>

namespace lanyard::ui {

QPushButton *makeActionButton(QAction &action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    const auto adopt = [button, &action] {
        button->setText(action.text());
        button->setIcon(action.icon());
        button->setEnabled(action.isEnabled());
        button->setToolTip(action.toolTip());
    };
    QObject::connect(&action, &QAction::changed, button, adopt);
    QObject::connect(button, &QPushButton::clicked, &action, &QAction::trigger);
    adopt();
    return button;
}

} // namespace lanyard::ui
