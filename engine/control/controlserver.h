// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/controlconnection.h"
#include "control/localaddress.h"
#include "control/verb.h"
#include "core/filedescriptor.h"
#include "core/limits.h"

#include <QObject>
#include <QSocketNotifier>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace lanyard::control {

/// The control socket of a data folder (control/controlrequest.h has its protocol), for the user
/// who runs the engine, root, and nobody else: its mode is 0600, and who connects is asked of the
/// system. Engine thread.
class ControlServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ControlServer)

public:
    explicit ControlServer(Verbs verbs,
                           std::chrono::milliseconds idleTimeout = limits::controlIdleTimeout);
    /// Cuts all connections, and removes the socket.
    ~ControlServer() override;

    /// Called once, by who has the lock of the folder: a socket that is there already is one that
    /// an earlier process left, and is replaced. The error is a sentence for the user.
    Result<void> listen(const std::string &folder);

private:
    void accept();

    const Verbs m_verbs;
    const std::chrono::milliseconds m_idleTimeout;
    std::optional<LocalAddress> m_address; ///< set while the socket is there
    FileDescriptor m_listening;
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_connections = 0;
};

} // namespace lanyard::control
