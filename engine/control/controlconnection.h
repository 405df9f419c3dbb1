// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/verb.h"

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace lanyard::control {

/// A client of the control socket: reads its requests and answers them one after the other. Ends
/// in ended(), by the client, after limits::controlIdleTimeout without a request, or after a line
/// that is too long. Engine thread.
class ControlConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ControlConnection)

public:
    /// `socket` is connected. `verbs` outlive this.
    ControlConnection(std::unique_ptr<QLocalSocket> socket, const Verbs &verbs,
                      std::chrono::milliseconds idleTimeout);
    ~ControlConnection() override;

Q_SIGNALS:
    void ended();

private:
    void readRequests();
    void answer(const QByteArray &line);
    void send(const QJsonObject &line, bool isLast);
    void idled();
    void end();

    const std::unique_ptr<QLocalSocket> m_socket;
    const Verbs &m_verbs;
    QTimer m_idle;
    std::weak_ptr<Reply> m_reply; ///< to the request that is worked on
    bool m_isBusy = false;        ///< there is one
};

} // namespace lanyard::control
