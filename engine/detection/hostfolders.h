// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/mirrors.h"
#include "detection/surroundings.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lanyard::detection {

// Folders with a hosts.toml for each registry (certs.d), of Docker Engine and containerd.

/// What their files say.
struct HostFiles
{
    Mirrors mirrors;
    QStringList unreadable; ///< files that are there, and that this user may not read
};

/// Of an earlier one of `folders`, a registry hides the same in later ones. Blocks.
HostFiles hostFilesIn(const Surroundings &here, const QStringList &folders);

/// The words of a run of a shell that tells of such a folder where it runs, and what it told. Pure.
QStringList hostFolderWords(const QString &folder);
Mirrors mirrorsInHostFolderText(const QByteArray &output);

} // namespace lanyard::detection
