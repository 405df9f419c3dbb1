// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/mirrors.h"
#include "detection/surroundings.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lanyard::detection {

// Folders with a hosts.toml for each registry (certs.d), of Docker Engine and containerd.

/// The mirrors in `folder`. Blocks.
Mirrors mirrorsInHostFolder(const Surroundings &here, const QString &folder);
/// The same of several, of which an earlier one hides a registry in later ones. Blocks.
Mirrors mirrorsInHostFolders(const Surroundings &here, const QStringList &folders);

/// The words of a run of a shell that tells of such a folder where it runs, and what it told. Pure.
QStringList hostFolderWords(const QString &folder);
Mirrors mirrorsInHostFolderText(const QByteArray &output);

} // namespace lanyard::detection
