// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "detection/scene.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace lanyard::detection {

/// A container of Docker in which a client runs: a builder, or a node of a cluster.
struct Container
{
    QString name;
    QStringList labels; ///< NAME=VALUE
    bool isRunning = false;

    QString label(const QString &key) const;
};

/// What tells of all containers; nullopt: there is no docker.
std::optional<Question> containersQuestion(const Surroundings &here);
/// What was said to that. Pure, as all below.
QList<Container> containersIn(const QByteArray &output);
/// The containers that Docker has, as far as it has told.
QList<Container> containersOf(const Scene &scene);
/// The one of that name, running or not.
std::optional<Container> containerNamed(const Scene &scene, const QString &name);

/// A run of a program in a container.
Question questionInside(const Surroundings &here, const QString &container,
                        const QStringList &words);
/// Whether the cache is reached from there, for as long as limits::reachSeconds.
Question reachQuestion(const Scene &scene, const QString &container);
/// What the answer to it means: it is not reached. An answer that cannot be known is none.
std::optional<Obstacle> reachObstacle(const Scene &scene, const QString &container);

} // namespace lanyard::detection
