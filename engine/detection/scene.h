// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"
#include "api/clientsetup.h"
#include "detection/processes.h"
#include "detection/programs.h"
#include "detection/surroundings.h"

#include <QList>

namespace lanyard::detection {

/// What is known of the computer while it is looked at. A value.
struct Scene
{
    Surroundings here;
    CacheEndpoint cache;             ///< of which it is asked who uses it
    QList<RunningProcess> processes; ///< of daemons
    Answers answers;                 ///< of programs, so far

    /// Those under any of these names.
    QList<RunningProcess> running(const QStringList &names) const
    {
        QList<RunningProcess> found;
        for (const RunningProcess &process : processes) {
            if (names.contains(process.name))
                found << process;
        }
        return found;
    }
};

/// How one kind of client is found. Both functions read files of the scene and change nothing.
struct ClientDetection
{
    /// What programs have to be asked; asked again with each answer, since one may lead to another.
    QList<Question> (*questions)(const Scene &scene);
    /// What is here, by what is known; what is not known for want of an answer is an obstacle.
    QList<ClientInstallation> (*installations)(const Scene &scene);
};

} // namespace lanyard::detection
