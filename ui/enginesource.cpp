// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginesource.h"

#include "engine.h"

namespace lanyard::ui {

EngineSource::EngineSource(const Engine &engine)
    : m_engine(engine)
{
}

StatsSnapshot EngineSource::statistics() const
{
    return m_engine.statistics();
}

QList<DownloadProgress> EngineSource::downloads() const
{
    return m_engine.downloads();
}

QList<RequestRecord> EngineSource::recordsSince(std::uint64_t afterId, int max) const
{
    return m_engine.recordsSince(afterId, max);
}

} // namespace lanyard::ui
