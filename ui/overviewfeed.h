// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/enginestate.h"
#include "api/enginestatus.h"
#include "api/localca.h"
#include "api/traffic.h"
#include "api/upstreamstatus.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace lanyard {
class Engine;
}

namespace lanyard::ui {

/// Asks the engine what the overview shows, while it runs: once in limits::overviewInterval while
/// somebody looks, and else, for what needs attention alone, once in limits::attentionInterval. Not
/// again before it has answered. UI thread.
class OverviewFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewFeed)

public:
    /// The engine must outlive it.
    explicit OverviewFeed(Engine &engine, QObject *parent = nullptr);

    void setWatched(bool isWatched);

    /// Looks for the certificates, too, at the next look.
    void expireCertificates();

Q_SIGNALS:
    /// Only while somebody looks.
    void trafficChanged(const lanyard::TrafficHistory &traffic);
    /// Also when it starts or stops; nothing but the state is known of one that does not run.
    void statusChanged(const lanyard::EngineStatus &status);
    void upstreamsChanged(const lanyard::UpstreamOverview &upstreams);
    /// nullopt: there is no local certificate authority.
    void localCaChanged(const std::optional<lanyard::LocalCaOverview> &localCa);

private:
    void onStateChanged(EngineState state);
    void run();
    void ask();
    void askForTraffic();

    Engine &m_engine;
    QTimer m_timer;
    QElapsedTimer m_sinceCertificates; ///< invalid: they are to be looked for
    int m_open = 0;                    ///< questions that are not answered yet
    bool m_isWatched = false;
};

} // namespace lanyard::ui
