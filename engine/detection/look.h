// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "detection/detectionlimits.h"
#include "detection/programs.h"
#include "detection/scene.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <set>

namespace lanyard::detection {

/// One look at the computer: asks, and asks on with what it was told, until nothing is open or its
/// time is over.
class Look final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Look)

public:
    Look(Scene scene, ProgramRunner &programs);
    ~Look() override;

    /// Called once.
    void start(std::chrono::milliseconds timeout);
    /// What is known by now.
    QList<ClientInstallation> installations() const;

Q_SIGNALS:
    /// Once, not within start().
    void finished();

private:
    void askOn();
    void onAnswered(const Question &question, const ProgramAnswer &answer);

    Scene m_scene;
    ProgramRunner &m_programs;
    QTimer m_deadline;
    std::set<Question> m_asked;
    int m_open = 0; ///< questions without an answer
};

} // namespace lanyard::detection
