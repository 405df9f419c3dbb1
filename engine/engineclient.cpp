// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineclient.h"

#include "control/controlrequest.h"
#include "control/localaddress.h"
#include "control/reply.h"
#include "core/filedescriptor.h"
#include "core/limits.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocalSocket>

#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace lanyard {

namespace {

QString wordOf(ErrorCode code)
{
    const std::string_view word = control::nameOf(code);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

} // namespace

EngineClient::EngineClient(QObject *parent)
    : QObject(parent)
{
}

EngineClient::~EngineClient()
{
    if (m_socket)
        m_socket->disconnect(this);
}

EngineClient::Opened EngineClient::open(const QString &dataDirectory)
{
    const Result<control::LocalAddress> address =
        control::LocalAddress::of(QFile::encodeName(dataDirectory).toStdString());
    if (!address)
        return address.error().code == ErrorCode::NotFound ? Opened::NobodyThere : Opened::Refused;
    // Without blocking: a full queue of an engine that hangs is an error at once.
    FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.isValid())
        return Opened::Refused;
    if (::connect(socket.get(), address->get(), address->size()) != 0) {
        // Refused by the system: the socket file of a process that was killed.
        const bool isNobody = errno == ENOENT || errno == ENOTDIR || errno == ECONNREFUSED;
        return isNobody ? Opened::NobodyThere : Opened::Refused;
    }
    m_socket = std::make_unique<QLocalSocket>();
    if (!m_socket->setSocketDescriptor(socket.get()))
        return Opened::Refused;
    (void)socket.release();
    connect(m_socket.get(), &QLocalSocket::readyRead, this, &EngineClient::readReplies);
    connect(m_socket.get(), &QLocalSocket::disconnected, this, &EngineClient::lost);
    return Opened::Yes;
}

void EngineClient::ask(const QString &verb, const QJsonObject &arguments)
{
    Q_ASSERT(m_socket && !m_isAsking);
    m_isAsking = true;
    m_socket->write(
        control::controlRequestLine({.verb = verb.toStdString(), .arguments = arguments}));
}

void EngineClient::readReplies()
{
    while (m_socket->bytesAvailable() > 0) {
        m_received += m_socket->readLine();
        if (m_received.endsWith('\n'))
            readReply(std::exchange(m_received, {}));
        else if (m_received.size() > limits::controlAnswerBytesMax)
            fail(wordOf(ErrorCode::Io), QStringLiteral("the answer of the engine is too long"));
    }
}

void EngineClient::readReply(const QByteArray &line)
{
    const QJsonObject reply = QJsonDocument::fromJson(line).object();
    const QJsonValue event = reply.value(QLatin1String("event"));
    const QJsonValue result = reply.value(QLatin1String("result"));
    const QJsonObject error = reply.value(QLatin1String("error")).toObject();
    if (!m_isAsking)
        return;
    if (event.isObject()) {
        Q_EMIT progressed(event.toObject());
    } else if (result.isObject()) {
        m_isAsking = false;
        Q_EMIT answered(result.toObject());
    } else {
        fail(error.value(QLatin1String("code")).toString(wordOf(ErrorCode::Io)),
             error.value(QLatin1String("message"))
                 .toString(QStringLiteral("the engine answered something else than asked for")));
    }
}

void EngineClient::lost()
{
    readReplies();
    fail(wordOf(ErrorCode::Cancelled), QStringLiteral("the engine has stopped"));
}

void EngineClient::fail(const QString &code, const QString &message)
{
    if (!std::exchange(m_isAsking, false))
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    Q_EMIT failed(code, message);
}

} // namespace lanyard
