// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/closequestion.h"

#include <QPushButton>

namespace lanyard::ui {

CloseQuestion::CloseQuestion(QWidget *parent)
    : QMessageBox(Question, tr("Close Lanyard"), tr("Keep the cache running in the tray?"),
                  NoButton, parent)
{
    setInformativeText(tr("Quit stops it: clients then pull from elsewhere."));
    const QPushButton *const keep = addButton(tr("&Keep running"), AcceptRole);
    const QPushButton *const quit = addButton(tr("&Quit"), DestructiveRole);
    // Last: one that is there from the start is not reached by Tab.
    addButton(Cancel);
    connect(keep, &QPushButton::clicked, this, &CloseQuestion::keepRequested);
    connect(quit, &QPushButton::clicked, this, &CloseQuestion::quitRequested);
}

} // namespace lanyard::ui
