// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/childprocess.h"

#include <QObject>

#include <functional>
#include <memory>

namespace lanyard::workstation {

using ProgramEnd = ChildEnd;

/// Runs a program. `ended` is called once, later, on the same thread; destroying what is returned
/// ends the program, and it is not called any more. A test runs none.
using RunProgram = std::function<std::unique_ptr<QObject>(
    const ChildCommand &command, std::function<void(const ProgramEnd &)> ended)>;

/// On a thread with an event loop.
std::unique_ptr<QObject> runChild(const ChildCommand &command,
                                  std::function<void(const ProgramEnd &)> ended);

} // namespace lanyard::workstation
