// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/clientdetections.h"

#include "detection/buildkit.h"
#include "detection/buildx.h"
#include "detection/colima.h"
#include "detection/containerd.h"
#include "detection/docker.h"
#include "detection/earthly.h"
#include "detection/k3s.h"
#include "detection/kind.h"
#include "detection/minikube.h"
#include "detection/podman.h"

#include <array>

namespace lanyard::detection {

std::span<const ClientDetection> clientDetections()
{
    static constexpr std::array detections{
        ClientDetection{dockerQuestions, dockerInstallations},
        ClientDetection{buildxQuestions, buildxInstallations},
        ClientDetection{earthlyQuestions, earthlyInstallations},
        ClientDetection{podmanQuestions, podmanInstallations},
        ClientDetection{buildkitQuestions, buildkitInstallations},
        ClientDetection{containerdQuestions, containerdInstallations},
        ClientDetection{nerdctlQuestions, nerdctlInstallations},
        ClientDetection{k3sQuestions, k3sInstallations},
        ClientDetection{kindQuestions, kindInstallations},
        ClientDetection{minikubeQuestions, minikubeInstallations},
        ClientDetection{colimaQuestions, colimaInstallations},
    };
    return detections;
}

const QStringList &daemonNames()
{
    static const QStringList names{QStringLiteral("dockerd"),    QStringLiteral("buildkitd"),
                                   QStringLiteral("containerd"), QStringLiteral("crio"),
                                   QStringLiteral("k3s"),        QStringLiteral("rke2")};
    return names;
}

} // namespace lanyard::detection
