// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "detection/scene.h"

namespace lanyard::detection {

// Podman and all that read registries.conf: Buildah, Skopeo, and CRI-O.

QList<Question> podmanQuestions(const Scene &scene);
QList<ClientInstallation> podmanInstallations(const Scene &scene);

} // namespace lanyard::detection
