// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enginefeed.h"

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

/// The real engine as what the feed asks. The engine must outlive it.
class EngineSource final : public EngineFeed::Source
{
public:
    explicit EngineSource(const Engine &engine);

    StatsSnapshot statistics() const override;
    QList<DownloadProgress> downloads() const override;
    QList<RequestRecord> recordsSince(std::uint64_t afterId, int max) const override;

private:
    const Engine &m_engine;
};

} // namespace lanyard::ui
