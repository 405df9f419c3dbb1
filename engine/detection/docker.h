// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

namespace lanyard::detection {

// Docker Engine, with root and without, and Docker Desktop.

QList<Question> dockerQuestions(const Scene &scene);
QList<ClientInstallation> dockerInstallations(const Scene &scene);

} // namespace lanyard::detection
