// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <string>

namespace lanyard::test {

/// A proxy on 127.0.0.1 that speaks HTTP (absolute-form and CONNECT, RFC 9112 §3.2.2 and §3.2.3)
/// and SOCKS 5 without a password (RFC 1928), whichever it is spoken to. On the thread that made
/// it.
class ScriptedProxy final : public QObject
{
    Q_OBJECT

public:
    ScriptedProxy();

    std::string hostPort() const;

    /// Those that it has had.
    int connections() const { return m_connections; }

private:
    /// One client, and its way to the server.
    struct Passage
    {
        QTcpSocket *client = nullptr;
        QTcpSocket *server = nullptr;
        QByteArray begun; ///< what came before it was known where to
        bool isGreeted = false;
    };

    void accept();
    void read(const std::shared_ptr<Passage> &passage);
    void readSocks(const std::shared_ptr<Passage> &passage);
    void readHttp(const std::shared_ptr<Passage> &passage);
    static void open(const std::shared_ptr<Passage> &passage, const QString &host, quint16 port,
                     const QByteArray &toClient, const QByteArray &toServer);

    QTcpServer m_server;
    int m_connections = 0;
};

} // namespace lanyard::test
