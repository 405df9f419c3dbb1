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

    /// `upstream` is for it alone. `done` is called once, later, unless `parent` is gone by then.
    UpstreamPing(std::shared_ptr<Upstream> upstream, Done done, QObject *parent);
    ~UpstreamPing() override;

private:
    void next();
    /// Whether it is there, and who it says it is.
    void reach();
    void reached();
    void unreached(const std::optional<Error> &error);
    /// What it gives to whoever has this credential, or none.
    void findCredential();
    void askForAccess();
    void haveAccess(const std::optional<Error> &error);

    ServerTest &current() { return m_test.servers.last(); }

    const std::shared_ptr<Upstream> m_upstream;
    const Done m_done;
    UpstreamTest m_test;
    std::size_t m_server = 0;     ///< that is asked
    bool m_hasCredential = false; ///< to show to it
    std::unique_ptr<Transfer> m_transfer;
    std::unique_ptr<UpstreamReply> m_reply;
    QElapsedTimer m_timer;
};

} // namespace lanyard::upstream
