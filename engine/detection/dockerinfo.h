// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "detection/programs.h"
#include "detection/proxy.h"

#include <QString>
#include <QStringList>

namespace lanyard::detection {

/// What `docker info --format '{{json .}}'` says. A value.
struct DockerInfo
{
    enum class State : std::uint8_t {
        Answered,
        NotRunning, ///< nobody listens there
        NoAccess,   ///< this user may not ask
        Silent,     ///< it does not answer in time
        NotDocker,  ///< another program under its name, such as Podman
    };

    State state = State::NotRunning;
    QString version;
    QString system; ///< OperatingSystem: "Docker Desktop", "Debian GNU/Linux 12 (bookworm)"
    QString driver; ///< overlay2, overlayfs
    ClientInstallation::ImageStore imageStore = ClientInstallation::ImageStore::Unknown;
    bool isRootless = false;
    QStringList mirrors; ///< of docker.io, by daemon.json or flags; without a slash at the end
    Proxy proxy;

    /// Docker Desktop, OrbStack, Rancher Desktop.
    bool isDesktop() const;
};

/// Pure.
DockerInfo dockerInfoOf(const ProgramAnswer &answer);

} // namespace lanyard::detection
