// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/programrun.h"

#include <utility>

namespace lanyard::workstation {

std::unique_ptr<QObject> runChild(const ChildCommand &command,
                                  std::function<void(const ProgramEnd &)> ended)
{
    auto child = std::make_unique<ChildProcess>();
    ChildProcess *const process = child.get();
    // Queued: it may end within start(), before its owner has it; and who hears of the end may
    // destroy it.
    QObject::connect(
        process, &ChildProcess::finished, process,
        [process, ended = std::move(ended)](const std::optional<Error> &error) {
            // A copy: this function goes with the process.
            const auto tell = ended;
            tell({.error = error, .isSuccess = process->isSuccess(), .output = process->output()});
        },
        Qt::QueuedConnection);
    process->start(command);
    return child;
}

} // namespace lanyard::workstation
