// SPDX-License-Identifier: GPL-3.0-or-later
#include "detection/detector.h"

#include "core/retire.h"
#include "detection/clientdetections.h"
#include "detection/look.h"

#include <algorithm>
#include <utility>

namespace lanyard::detection {

Detector::Detector(Surroundings here, ProgramRunner &programs, std::chrono::milliseconds timeout)
    : m_here(std::move(here))
    , m_programs(programs)
    , m_timeout(timeout)
{
}

Detector::~Detector() = default;

void Detector::look(const CacheEndpoint &cache, Done done)
{
    Scene scene{.here = m_here,
                .cache = cache,
                .processes = runningProcesses(m_here.processFolder, m_here.user, daemonNames()),
                .answers = {}};
    auto owned = std::make_unique<Look>(std::move(scene), m_programs);
    Look *const look = owned.get();
    m_looks.push_back(std::move(owned));
    connect(look, &Look::finished, this, [this, look, done = std::move(done)] {
        const QList<ClientInstallation> found = look->installations();
        const Done told = done; // a copy: this function goes with its look
        onDone(look);
        told(found);
    });
    look->start(m_timeout);
}

void Detector::onDone(Look *look)
{
    const auto at = std::find_if(m_looks.begin(), m_looks.end(),
                                 [look](const auto &owned) { return owned.get() == look; });
    std::unique_ptr<Look> owned = std::move(*at);
    m_looks.erase(at);
    retire(std::move(owned), this);
}

} // namespace lanyard::detection
