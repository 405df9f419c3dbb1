// SPDX-License-Identifier: GPL-3.0-or-later
#include "closing.h"

namespace lanyard::ui {

Closing closingOf(CloseAction action, bool hasTray, bool isQuitting)
{
    if (isQuitting || !hasTray)
        return Closing::Quit;
    switch (action) {
    case CloseAction::KeepRunning:
        break;
    case CloseAction::Quit:
        return Closing::Quit;
    case CloseAction::Ask:
        return Closing::Ask;
    }
    return Closing::Hide;
}

} // namespace lanyard::ui
