// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "recipes/recipe.h"

#include <QString>
#include <QStringList>

// What root writes for somebody who asks: a closed list. Pure.
namespace lanyard::setup {

/// Whether `path` is a file of the system's that this recipe is for. InvalidInput: it is none, or
/// the recipe names a file that is none.
Result<void> checkTarget(const QString &path, const recipes::Recipe &recipe);

/// Whether these are folders around that file that a set-up may have made. InvalidInput.
Result<void> checkCreatedFolders(const QString &path, const QStringList &folders);

} // namespace lanyard::setup
