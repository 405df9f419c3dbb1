// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"
#include "api/clientsetup.h"
#include "detection/detectionlimits.h"
#include "detection/programs.h"
#include "detection/surroundings.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace lanyard::detection {

class Look;

/// Finds the clients on this computer: by their files, and by what their programs say when they
/// are asked, all at once. Changes and starts nothing. Has its thread, with an event loop; looks
/// that have not ended when it goes tell nobody.
class Detector final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Detector)

public:
    using Done = std::function<void(const QList<ClientInstallation> &)>;

    /// `programs` has to outlive it.
    Detector(Surroundings here, ProgramRunner &programs,
             std::chrono::milliseconds timeout = limits::lookTimeout);
    ~Detector() override;

    /// Which clients are here, and how they are with regard to this cache, in a constant order.
    /// Calls `done` once, later. What does not answer until the bound is told as what is known of
    /// it: nothing that one client does keeps the others back.
    void look(const CacheEndpoint &cache, Done done);

private:
    void onDone(Look *look);

    const Surroundings m_here;
    ProgramRunner &m_programs;
    const std::chrono::milliseconds m_timeout;
    std::vector<std::unique_ptr<Look>> m_looks;
};

} // namespace lanyard::detection
