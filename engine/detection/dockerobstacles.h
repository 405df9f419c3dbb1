// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "detection/dockerinfo.h"
#include "detection/scene.h"

#include <QList>

#include <optional>

namespace lanyard::detection {

/// What stands in the way of an engine of Docker, of which all else is known.
QList<Obstacle> dockerObstacles(const Scene &scene, const ClientInstallation &docker,
                                const DockerInfo &info,
                                const std::optional<RunningProcess> &daemon);

} // namespace lanyard::detection
