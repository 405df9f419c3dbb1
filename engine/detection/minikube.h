// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

namespace lanyard::detection {

// minikube: clusters in a container or a virtual machine.

QList<Question> minikubeQuestions(const Scene &scene);
QList<ClientInstallation> minikubeInstallations(const Scene &scene);

} // namespace lanyard::detection
