// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedserver.h"

#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>
#include <cstdlib>
#include <sys/socket.h>
#include <utility>

namespace lanyard::test {

namespace {

// Small, so that a reader that stops is felt soon and bodyBytesSent() is near the truth.
constexpr qsizetype chunkBytes = 64 * 1024;

RecordedRequest parseRequest(const QByteArray &head)
{
    RecordedRequest request;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> parts = lines.value(0).trimmed().split(' ');
    const QByteArray target = parts.value(1);
    const qsizetype question = target.indexOf('?');
    request.method = parts.value(0).toStdString();
    request.path = target.left(question < 0 ? target.size() : question).toStdString();
    if (question >= 0)
        request.query = target.mid(question + 1).toStdString();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.fields.emplace_back(line.left(colon).toStdString(),
                                        line.mid(colon + 1).trimmed().toStdString());
    }
    return request;
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

ScriptedConnection::ScriptedConnection(QSslSocket *socket, ScriptedState &state, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_state(state)
{
    socket->setParent(this);
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &ScriptedConnection::sendHead);
    connect(socket, &QIODevice::readyRead, this, &ScriptedConnection::readRequest);
    connect(socket, &QIODevice::bytesWritten, this, &ScriptedConnection::sendBody);
    connect(socket, &QSslSocket::encryptedBytesWritten, this, &ScriptedConnection::sendBody);
    connect(socket, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
    // A client that refuses the certificate ends the handshake, not always the connection.
    connect(socket, &QAbstractSocket::errorOccurred, socket, &QAbstractSocket::abort);
}

void ScriptedConnection::readRequest()
{
    m_received += m_socket->readAll();
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    if (m_answer || end < 0)
        return;
    RecordedRequest request = parseRequest(m_received.left(end));
    const qsizetype bodyBytes = std::atoi(request.field("content-length").c_str());
    if (m_received.size() < end + 4 + bodyBytes)
        return;
    request.body = m_received.mid(end + 4, bodyBytes);
    m_received.remove(0, end + 4 + bodyBytes);
    m_request = std::move(request);
    m_answer = m_state.answer(m_request);
    m_isHeadSent = false;
    m_isHeadBegun = false;
    m_bodySent = 0;
    if (m_answer->fault.delay.count() > 0)
        m_delay.start(m_answer->fault.delay);
    else if (!m_answer->fault.isHeld)
        sendHead();
}

void ScriptedConnection::sendHead()
{
    const Fault &fault = m_answer->fault;
    m_isHeadSent = true;
    if (fault.isEnded) {
        endConnection();
        return;
    }
    if (fault.isHeadEndless) {
        sendEndlessHead();
        return;
    }
    if (!fault.raw.isEmpty()) {
        m_socket->write(fault.raw);
        m_socket->disconnectFromHost();
        return;
    }
    std::string head = "HTTP/1.1 " + std::to_string(m_answer->status) + " Scripted\r\n";
    for (const auto &[name, value] : m_answer->fields)
        head += name + ": " + value + "\r\n";
    if (fault.framing == Framing::ContentLength)
        head += "Content-Length: " +
                std::to_string(fault.contentLength.value_or(m_answer->body.size())) + "\r\n";
    else if (fault.framing == Framing::Chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else
        head += "Connection: close\r\n";
    m_socket->write(QByteArray::fromStdString(head + "\r\n"));
    sendBody();
}

/// As fast as the client takes it.
void ScriptedConnection::sendEndlessHead()
{
    static const QByteArray field = "X-More: " + QByteArray(1'000, 'x') + "\r\n";
    if (!std::exchange(m_isHeadBegun, true))
        m_socket->write("HTTP/1.1 200 Scripted\r\n");
    while (m_socket->bytesToWrite() < chunkBytes)
        m_socket->write(field);
}

void ScriptedConnection::endConnection()
{
    const bool isReset = m_answer->fault.isReset;
    m_answer.reset();
    if (!isReset) {
        m_socket->disconnectFromHost();
        return;
    }
    m_socket->flush();
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                 sizeof(atOnce));
    m_socket->abort();
}

void ScriptedConnection::sendBody()
{
    if (!m_answer || !m_isHeadSent || !m_answer->fault.raw.isEmpty())
        return;
    if (m_answer->fault.isHeadEndless) {
        sendEndlessHead();
        return;
    }
    if (m_request.method == "HEAD") {
        finishAnswer();
        return;
    }
    const Fault &fault = m_answer->fault;
    const qsizetype size = m_answer->body.size();
    const qsizetype stop = std::min({size, static_cast<qsizetype>(fault.cutAfter.value_or(size)),
                                     static_cast<qsizetype>(fault.stallAfter.value_or(size))});
    while (m_bodySent < stop &&
           m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() < chunkBytes) {
        const QByteArray bytes =
            m_answer->body.mid(m_bodySent, std::min(chunkBytes, stop - m_bodySent));
        m_bodySent += bytes.size();
        m_state.addBodyBytesSent(m_request.path, bytes.size());
        m_socket->write(fault.framing == Framing::Chunked ? chunk(bytes) : bytes);
    }
    if (m_bodySent < stop)
        return;
    if (fault.cutAfter && m_bodySent >= *fault.cutAfter) {
        endConnection();
    } else if (m_bodySent == size && !fault.stallAfter) {
        finishAnswer();
    }
}

void ScriptedConnection::finishAnswer()
{
    const Framing framing = m_answer->fault.framing;
    m_answer.reset();
    if (framing == Framing::Chunked && m_request.method != "HEAD")
        m_socket->write(chunk({}));
    if (framing == Framing::UntilClose) {
        m_socket->disconnectFromHost();
        return;
    }
    readRequest();
}

void ScriptedConnection::release(const std::string &path)
{
    if (!m_answer || m_request.path != path)
        return;
    m_answer->fault.isHeld = false;
    m_answer->fault.stallAfter.reset();
    m_delay.stop();
    if (m_answer->fault.isHeadEndless)
        endConnection();
    else if (m_isHeadSent)
        sendBody();
    else
        sendHead();
}

ScriptedServer::ScriptedServer(ScriptedState &state, const std::optional<TlsIdentity> &identity)
    : m_state(state)
{
    if (!identity)
        return;
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls->setPeerVerifyMode(QSslSocket::VerifyNone);
    m_tls->setLocalCertificateChain(QSslCertificate::fromData(identity->certificate, QSsl::Pem));
    m_tls->setPrivateKey(QSslKey(identity->key, QSsl::Ec, QSsl::Pem));
}

bool ScriptedServer::open()
{
    if (!listen(QHostAddress::LocalHost, m_port))
        return false;
    m_placeholder.reset();
    m_port = serverPort();
    const char *const scheme = m_tls ? "https" : "http";
    m_state.setUrl(std::string(scheme) + "://127.0.0.1:" + std::to_string(m_port));
    return true;
}

void ScriptedServer::closeAll()
{
    close();
    // Connections are refused, and nobody else gets the port meanwhile.
    m_placeholder = std::make_unique<QTcpSocket>();
    if (!m_placeholder->bind(QHostAddress::LocalHost, m_port, QAbstractSocket::ReuseAddressHint))
        qWarning("port %d is not kept: %s", m_port, qPrintable(m_placeholder->errorString()));
    const auto connections =
        findChildren<ScriptedConnection *>(QString(), Qt::FindDirectChildrenOnly);
    qDeleteAll(connections);
}

void ScriptedServer::release(const std::string &path)
{
    const auto connections =
        findChildren<ScriptedConnection *>(QString(), Qt::FindDirectChildrenOnly);
    for (ScriptedConnection *connection : connections)
        connection->release(path);
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket;
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    // With Nagle's algorithm the end of an answer would wait for a delayed acknowledgement.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *connection = new ScriptedConnection(socket, m_state, this);
    ++m_openConnections;
    connect(connection, &QObject::destroyed, this, [this] { --m_openConnections; });
    if (m_tls) {
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
    }
}

} // namespace lanyard::test
