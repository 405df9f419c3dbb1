// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

namespace lanyard::detection {

// BuildKit as a service of its own, with root and without.

QList<Question> buildkitQuestions(const Scene &scene);
QList<ClientInstallation> buildkitInstallations(const Scene &scene);

} // namespace lanyard::detection
