// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

namespace lanyard::detection {

// containerd as a service of its own, and nerdctl.

QList<Question> containerdQuestions(const Scene &scene);
QList<ClientInstallation> containerdInstallations(const Scene &scene);
QList<Question> nerdctlQuestions(const Scene &scene);
QList<ClientInstallation> nerdctlInstallations(const Scene &scene);

} // namespace lanyard::detection
