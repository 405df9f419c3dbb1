// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedproxy.h"

#include <QHostAddress>
#include <QUrl>

namespace lanyard::test {

namespace {

constexpr char socksVersion = 5;

} // namespace

ScriptedProxy::ScriptedProxy()
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the proxy cannot listen");
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedProxy::accept);
}

std::string ScriptedProxy::hostPort() const
{
    return "127.0.0.1:" + std::to_string(m_server.serverPort());
}

void ScriptedProxy::accept()
{
    auto passage = std::make_shared<Passage>();
    passage->client = m_server.nextPendingConnection();
    passage->client->setParent(this);
    ++m_connections;
    connect(passage->client, &QTcpSocket::readyRead, this, [this, passage] { read(passage); });
}

void ScriptedProxy::read(const std::shared_ptr<Passage> &passage)
{
    if (passage->server != nullptr) {
        passage->server->write(passage->client->readAll());
        return;
    }
    passage->begun += passage->client->readAll();
    if (passage->begun.startsWith(socksVersion))
        readSocks(passage);
    else
        readHttp(passage);
}

/// A greeting, then a request to connect to an address or a name.
void ScriptedProxy::readSocks(const std::shared_ptr<Passage> &passage)
{
    QByteArray &bytes = passage->begun;
    if (!passage->isGreeted) {
        if (bytes.size() < 2 || bytes.size() < 2 + bytes[1])
            return;
        bytes.remove(0, 2 + bytes[1]);
        passage->isGreeted = true;
        passage->client->write(QByteArray("\x05\x00", 2));
    }
    constexpr char byName = 3;
    const qsizetype hostAt = bytes.size() > 3 && bytes[3] == byName ? 5 : 4;
    const qsizetype hostSize = bytes.size() > 4 && bytes[3] == byName ? bytes[4] : 4;
    if (bytes.size() < hostAt + hostSize + 2)
        return;
    QString host = QString::fromLatin1(bytes.mid(hostAt, hostSize));
    if (hostAt == 4) {
        quint32 address = 0;
        for (qsizetype i = 0; i < hostSize; ++i)
            address = address << 8 | static_cast<unsigned char>(bytes[hostAt + i]);
        host = QHostAddress(address).toString();
    }
    const auto high = static_cast<unsigned char>(bytes[hostAt + hostSize]);
    const auto low = static_cast<unsigned char>(bytes[hostAt + hostSize + 1]);
    open(passage, host, static_cast<quint16>(high << 8 | low),
         QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10), {});
}

void ScriptedProxy::readHttp(const std::shared_ptr<Passage> &passage)
{
    const QByteArray &bytes = passage->begun;
    if (!bytes.contains("\r\n\r\n"))
        return;
    const QList<QByteArray> words = bytes.left(bytes.indexOf("\r\n")).split(' ');
    const bool isConnect = words.value(0) == "CONNECT";
    const QUrl url = QUrl::fromEncoded(isConnect ? "tcp://" + words.value(1) : words.value(1));
    const QByteArray path = url.path().toUtf8();
    const QByteArray asOrigin =
        words.value(0) + ' ' + path + " HTTP/1.1" + bytes.mid(bytes.indexOf("\r\n"));
    open(passage, url.host(), static_cast<quint16>(url.port(80)),
         isConnect ? QByteArray("HTTP/1.1 200 OK\r\n\r\n") : QByteArray(),
         isConnect ? QByteArray() : asOrigin);
}

void ScriptedProxy::open(const std::shared_ptr<Passage> &passage, const QString &host, quint16 port,
                         const QByteArray &toClient, const QByteArray &toServer)
{
    passage->server = new QTcpSocket(passage->client);
    QTcpSocket *const client = passage->client;
    QTcpSocket *const server = passage->server;
    connect(server, &QTcpSocket::connected, client, [client, server, toClient, toServer] {
        client->write(toClient);
        server->write(toServer);
    });
    connect(server, &QTcpSocket::readyRead, client,
            [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(host, port);
}

} // namespace lanyard::test
