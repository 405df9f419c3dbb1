// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scriptedstate.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <atomic>
#include <memory>

namespace lanyard::test {

/// One connection to a ScriptedRegistry: reads requests one after the other and sends answers.
class ScriptedConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedConnection)

public:
    /// Takes the socket as its child and lives as long as it is connected.
    ScriptedConnection(QSslSocket *socket, ScriptedState &state, QObject *parent);

    /// Lets a held or stalled answer for `path` go on.
    void release(const std::string &path);

private:
    void readRequest();
    void sendHead();
    void sendEndlessHead();
    void endConnection();
    void sendBody();
    void finishAnswer();

    QSslSocket *m_socket;
    ScriptedState &m_state;
    QByteArray m_received;
    RecordedRequest m_request;
    std::optional<ScriptedAnswer> m_answer; // being sent
    bool m_isHeadSent = false;
    bool m_isHeadBegun = false; // of one that is endless
    QTimer m_delay;             // before the head
    qsizetype m_bodySent = 0;
};

/// The listening half of a ScriptedRegistry, in its thread.
class ScriptedServer final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedServer)

public:
    ScriptedServer(ScriptedState &state, const std::optional<TlsIdentity> &identity);

    /// On the port it had before, if it had one.
    bool open();
    void closeAll();
    void release(const std::string &path);

    /// Thread-safe.
    int openConnections() const { return m_openConnections; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    ScriptedState &m_state;
    std::optional<QSslConfiguration> m_tls;
    quint16 m_port = 0;
    std::unique_ptr<QTcpSocket> m_placeholder; ///< has the port while nothing listens
    std::atomic<int> m_openConnections = 0;
};

} // namespace lanyard::test
