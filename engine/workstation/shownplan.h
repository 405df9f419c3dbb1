// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "core/result.h"
#include "setup/applier.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

// Whether what is done is what the user was shown. InUse: it is not, and has to be shown again.
namespace lanyard::workstation {

/// Whether the files are still as the plan found them. Those that `read` cannot read are passed by:
/// who writes them looks again. Blocks as `read` does.
Result<void>
requireAsSeen(const ClientPlan &plan,
              const std::function<Result<std::optional<QByteArray>>(const QString &path)> &read);

/// Whether the change writes what the plan shows, in each of its files, and reloads or restarts
/// nothing else. `onDisk` leads from a path as clients name it to that on the disk. Pure.
Result<void> requireAsShown(const ClientPlan &plan, const setup::ClientChange &change,
                            const std::function<QString(const QString &)> &onDisk);

} // namespace lanyard::workstation
