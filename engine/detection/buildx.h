// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

namespace lanyard::detection {

// docker buildx: its builders in containers, and the file that new ones are made with.

QList<Question> buildxQuestions(const Scene &scene);
QList<ClientInstallation> buildxInstallations(const Scene &scene);

} // namespace lanyard::detection
