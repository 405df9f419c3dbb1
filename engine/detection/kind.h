// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

namespace lanyard::detection {

// kind: clusters whose nodes are containers of Docker.

QList<Question> kindQuestions(const Scene &scene);
QList<ClientInstallation> kindInstallations(const Scene &scene);

} // namespace lanyard::detection
