// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/surroundings.h"

#include <QList>
#include <QString>

namespace lanyard::detection {

/// Where an engine of Docker on this computer is asked.
struct DockerEndpoint
{
    QString host;            ///< unix:///var/run/docker.sock
    bool isCurrent = false;  ///< what `docker` uses without further words
    bool isRootless = false; ///< the place is that of an engine without root
    bool isDesktop = false;  ///< the place is that of Docker Desktop or another machine
    bool operator==(const DockerEndpoint &) const = default;
};

/// The one that `docker` uses (DOCKER_HOST, DOCKER_CONTEXT, the current context), unless it is on
/// another computer or Colima's; and those of the system and of the user that are there besides.
QList<DockerEndpoint> dockerEndpoints(const Surroundings &here);

/// What $DOCKER_CONFIG stands for.
QString dockerConfigFolder(const Surroundings &here);

} // namespace lanyard::detection
