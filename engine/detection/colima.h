// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

namespace lanyard::detection {

// Colima: Docker or containerd in a virtual machine.

QList<Question> colimaQuestions(const Scene &scene);
QList<ClientInstallation> colimaInstallations(const Scene &scene);

} // namespace lanyard::detection
