// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

namespace lanyard::detection {

// Earthly, and EarthBuild, which goes on from it.

QList<Question> earthlyQuestions(const Scene &scene);
QList<ClientInstallation> earthlyInstallations(const Scene &scene);

} // namespace lanyard::detection
