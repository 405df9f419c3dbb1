// SPDX-License-Identifier: GPL-3.0-or-later
#include "overviewfeed.h"

#include "engine.h"
#include "uilimits.h"

namespace lanyard::ui {

OverviewFeed::OverviewFeed(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&m_timer, &QTimer::timeout, this, &OverviewFeed::ask);
    connect(&engine, &Engine::stateChanged, this, &OverviewFeed::onStateChanged);
}

void OverviewFeed::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    run();
}

void OverviewFeed::expireCertificates()
{
    m_sinceCertificates.invalidate();
}

void OverviewFeed::onStateChanged(EngineState state)
{
    expireCertificates();
    if (state != EngineState::Running) {
        EngineStatus status;
        status.state = state;
        Q_EMIT statusChanged(status);
    }
    run();
}

void OverviewFeed::run()
{
    m_timer.stop();
    if (m_engine.state() != EngineState::Running)
        return;
    m_timer.start(m_isWatched ? limits::overviewInterval : limits::attentionInterval);
    ask();
}

void OverviewFeed::ask()
{
    if (m_open > 0)
        return;
    m_open = 2;
    m_engine.status(this, [this](const Result<EngineStatus> &status) {
        --m_open;
        if (status)
            Q_EMIT statusChanged(*status);
    });
    m_engine.upstreams(this, [this](const Result<UpstreamOverview> &upstreams) {
        --m_open;
        if (upstreams)
            Q_EMIT upstreamsChanged(*upstreams);
    });
    askForTraffic();
    if (m_sinceCertificates.isValid() &&
        !m_sinceCertificates.hasExpired(limits::authorityInterval.count()))
        return;
    m_sinceCertificates.start();
    ++m_open;
    m_engine.localCa(this, [this](const Result<LocalCaOverview> &localCa) {
        --m_open;
        if (localCa)
            Q_EMIT localCaChanged(*localCa);
        else if (localCa.error().code == ErrorCode::NotFound)
            Q_EMIT localCaChanged(std::nullopt);
    });
}

void OverviewFeed::askForTraffic()
{
    if (!m_isWatched)
        return;
    ++m_open;
    m_engine.traffic(this, [this](const Result<TrafficHistory> &traffic) {
        --m_open;
        if (traffic)
            Q_EMIT trafficChanged(*traffic);
    });
}

} // namespace lanyard::ui
