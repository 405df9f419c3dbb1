// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/clientsetup.h"

#include <QLatin1String>

#include <algorithm>
#include <array>

namespace lanyard {

namespace {

struct ClientWord
{
    ClientKind kind;
    QLatin1String word;
};

constexpr std::array clientWords{
    ClientWord{ClientKind::Docker, QLatin1String("docker")},
    ClientWord{ClientKind::Buildx, QLatin1String("buildx")},
    ClientWord{ClientKind::BuildKit, QLatin1String("buildkit")},
    ClientWord{ClientKind::Earthly, QLatin1String("earthly")},
    ClientWord{ClientKind::EarthBuild, QLatin1String("earthbuild")},
    ClientWord{ClientKind::Containerd, QLatin1String("containerd")},
    ClientWord{ClientKind::Nerdctl, QLatin1String("nerdctl")},
    ClientWord{ClientKind::Podman, QLatin1String("podman")},
    ClientWord{ClientKind::K3s, QLatin1String("k3s")},
    ClientWord{ClientKind::Rke2, QLatin1String("rke2")},
    ClientWord{ClientKind::Kind, QLatin1String("kind")},
    ClientWord{ClientKind::Minikube, QLatin1String("minikube")},
    ClientWord{ClientKind::Colima, QLatin1String("colima")},
};

} // namespace

QList<ClientKind> allClientKinds()
{
    QList<ClientKind> kinds;
    for (const ClientWord &one : clientWords)
        kinds += one.kind;
    return kinds;
}

QString wordOf(ClientKind kind)
{
    const auto found = std::find_if(clientWords.begin(), clientWords.end(),
                                    [kind](const ClientWord &one) { return one.kind == kind; });
    return found == clientWords.end() ? QString() : QString(found->word);
}

std::optional<ClientKind> clientKindOf(QStringView word)
{
    const auto found = std::find_if(clientWords.begin(), clientWords.end(),
                                    [word](const ClientWord &one) { return one.word == word; });
    if (found == clientWords.end())
        return std::nullopt;
    return found->kind;
}

bool canBeApplied(const ClientInstallation &client, const ClientPlan &plan)
{
    return !plan.isDone() && plan.refusals.isEmpty() &&
           std::none_of(client.obstacles.cbegin(), client.obstacles.cend(),
                        [](const Obstacle &obstacle) { return obstacle.isFatal; });
}

bool isByHand(const ClientInstallation &client, const ClientPlan &plan)
{
    return plan.isDone() && !plan.snippets.isEmpty() &&
           client.use != ClientInstallation::Use::Cache;
}

bool canBeTested(const ClientInstallation &client)
{
    const bool isOutOfReach = std::any_of(
        client.obstacles.cbegin(), client.obstacles.cend(), [](const Obstacle &obstacle) {
            return obstacle.kind == Obstacle::Kind::NotRunning ||
                   (obstacle.kind == Obstacle::Kind::NoAccess && !obstacle.isOfFiles);
        });
    switch (client.kind) {
    case ClientKind::Docker:
    case ClientKind::Buildx:
    case ClientKind::Earthly:
    case ClientKind::EarthBuild:
    case ClientKind::Containerd:
    case ClientKind::Nerdctl:
    case ClientKind::Podman:
        return !isOutOfReach;
    case ClientKind::BuildKit:
    case ClientKind::K3s:
    case ClientKind::Rke2:
    case ClientKind::Kind:
    case ClientKind::Minikube:
    case ClientKind::Colima:
        return false;
    }
    return false;
}

bool isWholePull(const QList<ProbeSighting> &sightings)
{
    const auto has = [&sightings](QLatin1String what) {
        return std::any_of(sightings.cbegin(), sightings.cend(),
                           [what](const ProbeSighting &one) { return one.what == what; });
    };
    return has(QLatin1String("manifest")) && has(QLatin1String("layer"));
}

} // namespace lanyard
