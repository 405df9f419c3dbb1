// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/controlconnection.h"

#include "control/controlrequest.h"
#include "core/limits.h"

#include <QJsonDocument>

#include <utility>

namespace lanyard::control {

ControlConnection::ControlConnection(std::unique_ptr<QLocalSocket> socket, const Verbs &verbs,
                                     std::chrono::milliseconds idleTimeout)
    : m_socket(std::move(socket))
    , m_verbs(verbs)
{
    m_socket->setReadBufferSize(limits::controlLineBytesMax + 1);
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &ControlConnection::readRequests);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &ControlConnection::end);
    connect(m_socket.get(), &QLocalSocket::bytesWritten, &m_idle, qOverload<>(&QTimer::start));
    connect(&m_idle, &QTimer::timeout, this, &ControlConnection::idled);
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleTimeout);
    m_idle.start();
}

ControlConnection::~ControlConnection()
{
    m_socket->disconnect(this);
    if (const SharedReply reply = m_reply.lock())
        reply->abandon();
}

void ControlConnection::readRequests()
{
    if (m_socket->state() != QLocalSocket::ConnectedState)
        return;
    while (!m_isBusy && m_socket->canReadLine())
        answer(m_socket->readLine());
    if (!m_isBusy && m_socket->bytesAvailable() > limits::controlLineBytesMax) {
        Reply([this](const QJsonObject &line, bool isLast) {
            send(line, isLast);
        }).fail({.code = ErrorCode::InvalidInput, .message = "the request is too long"});
        m_socket->disconnectFromServer();
    }
}

void ControlConnection::answer(const QByteArray &line)
{
    m_isBusy = true;
    const auto reply = std::make_shared<Reply>(
        [this](const QJsonObject &object, bool isLast) { send(object, isLast); });
    m_reply = reply;
    const Result<ControlRequest> request = parseControlRequest(line);
    if (!request) {
        reply->fail(request.error());
        return;
    }
    const auto verb = m_verbs.find(request->verb);
    if (verb == m_verbs.end()) {
        std::string known;
        for (const auto &[name, function] : m_verbs)
            known.append(known.empty() ? "" : ", ").append(name);
        reply->fail({.code = ErrorCode::InvalidInput, .message = "the verbs are: " + known});
        return;
    }
    verb->second(request->arguments, reply);
}

void ControlConnection::send(const QJsonObject &line, bool isLast)
{
    if (isLast || m_socket->bytesToWrite() <= limits::controlUnreadBytesMax)
        m_socket->write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    if (!isLast)
        return;
    m_isBusy = false;
    m_idle.start();
    // The next request is here already when the client does not wait. Later, because this may be in
    // the middle of the one before.
    QMetaObject::invokeMethod(this, &ControlConnection::readRequests, Qt::QueuedConnection);
}

void ControlConnection::idled()
{
    // A client that waits for work of ours is not idle.
    if (m_isBusy && m_socket->bytesToWrite() == 0)
        m_idle.start();
    else
        m_socket->abort();
}

void ControlConnection::end()
{
    if (const SharedReply reply = m_reply.lock())
        reply->abandon();
    Q_EMIT ended();
}

} // namespace lanyard::control
