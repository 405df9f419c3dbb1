// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamtest.h"
#include "upstream/upstream.h"
#include "upstream/upstreamclient.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <memory>

namespace lanyard::upstream {

/// Finds out how an upstream's servers are, one after the other, with real requests of their own
/// that nothing remembered spares or answers. Deletes itself when it has reported. Engine thread.
class UpstreamPing final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UpstreamPing)

public:
    using Done = std::function<void(const UpstreamTest &)>;

    /// `done` is called once, later, unless `parent` is gone by then. `clock` outlives it.
    UpstreamPing(UpstreamConfig config, const Clock &clock, const UpstreamTimeouts &timeouts,
                 std::function<void()> counter, Done done, QObject *parent);
    ~UpstreamPing() override;

private:
    void next();
    /// Whether it is there, and who it says it is.
    void reach();
    void reached();
    void unreached(const std::optional<Error> &error);
    /// What it gives to whoever has these credentials, or none.
    void askForAccess();
    void haveAccess(const std::optional<Error> &error);

    ServerTest &current() { return m_test.servers.last(); }

    const UpstreamConfig m_config;
    const Clock &m_clock;
    const UpstreamTimeouts m_timeouts;
    const std::function<void()> m_counter;
    const Done m_done;
    UpstreamTest m_test;
    std::shared_ptr<Upstream> m_upstream; ///< with the server that is asked, and no other
    std::unique_ptr<Transfer> m_transfer;
    std::unique_ptr<UpstreamReply> m_reply;
    QElapsedTimer m_timer;
};

} // namespace lanyard::upstream
