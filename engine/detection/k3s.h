// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

namespace lanyard::detection {

// k3s and RKE2, as a server or an agent.

QList<Question> k3sQuestions(const Scene &scene);
QList<ClientInstallation> k3sInstallations(const Scene &scene);

} // namespace lanyard::detection
