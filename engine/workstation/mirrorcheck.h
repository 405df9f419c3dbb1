// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer.h"
#include "api/cacheendpoint.h"
#include "api/clientsetup.h"
#include "detection/dockerinfo.h"
#include "detection/programs.h"
#include "detection/surroundings.h"
#include "workstation/prooflimits.h"

#include <QDeadlineTimer>
#include <QList>
#include <QObject>

#include <chrono>

namespace lanyard::workstation {

/// What engines say of a mirror after a reload.
enum class MirrorState {
    TakenUp,
    Missing, ///< the engine answers, and does not name it
    Silent,  ///< it does not answer now
    Unknown, ///< this user may not ask it
};

/// `action` says which of them was reloaded. Pure.
MirrorState mirrorStateOf(const QList<detection::DockerInfo> &engines, ServiceAction action,
                          const CacheEndpoint &cache);

/// Looks whether Docker Engine has taken up the mirror that its daemon.json names. It is told by a
/// signal, and reads the file when it comes to it; if it does not like what it reads, it goes on as
/// before, and only its log says so. Has its thread, with an event loop; its end ends the programs.
class MirrorCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MirrorCheck)

public:
    struct Pace
    {
        std::chrono::milliseconds interval = prooflimits::mirrorInterval;
        std::chrono::milliseconds timeout = prooflimits::mirrorTimeout;
    };

    /// `programs` outlives what it is asked.
    MirrorCheck(detection::Surroundings here, detection::ProgramRunner &programs,
                ServiceAction action, CacheEndpoint cache, Pace pace, QObject *parent);
    ~MirrorCheck() override = default;

    /// Called once. That all is well, also when nobody can be asked; Io: it has not taken the
    /// mirror up until the end.
    void start(Answer<void> done);

private:
    void ask();
    void judge();

    const detection::Surroundings m_here;
    detection::ProgramRunner &m_programs;
    const ServiceAction m_action;
    const CacheEndpoint m_cache;
    const Pace m_pace;
    QDeadlineTimer m_deadline;
    qsizetype m_open = 0; ///< questions without an answer
    QList<detection::DockerInfo> m_engines;
    Answer<void> m_done;
};

} // namespace lanyard::workstation
