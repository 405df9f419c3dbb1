// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/challengerelays.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <utility>

namespace lanyard::acme {

namespace {

constexpr qint64 chunkBytesMax = 16 * 1024; ///< that wait in memory, of each side

} // namespace

ChallengeRelays::ChallengeRelays(std::uint16_t port, std::chrono::milliseconds timeout)
    : m_port(port)
    , m_timeout(timeout)
{
}

ChallengeRelays::~ChallengeRelays() = default;

void ChallengeRelays::take(FileDescriptor socket)
{
    // A task can be copied, a descriptor cannot.
    auto shared = std::make_shared<FileDescriptor>(std::move(socket));
    m_arrivals.post([this, shared] { relay(std::move(*shared)); });
}

void ChallengeRelays::relay(FileDescriptor socket)
{
    if (m_running >= limits::challengeRelaysMax || !socket.isValid())
        return;
    // Both go with this one.
    auto *const connection = new QObject(this);
    auto *const outer = new QTcpSocket(connection);
    auto *const inner = new QTcpSocket(connection);
    ++m_running;
    connect(connection, &QObject::destroyed, this, [this] { --m_running; });
    if (!outer->setSocketDescriptor(socket.get())) {
        delete connection;
        return;
    }
    (void)socket.release();
    for (QTcpSocket *side : {outer, inner}) {
        side->setReadBufferSize(chunkBytesMax);
        connect(side, &QTcpSocket::errorOccurred, connection, &QObject::deleteLater);
    }
    connect(outer, &QTcpSocket::readyRead, inner, [this, outer, inner] { carry(outer, inner); });
    connect(inner, &QTcpSocket::readyRead, outer, [this, outer, inner] { carry(inner, outer); });
    connect(outer, &QTcpSocket::bytesWritten, inner, [this, outer, inner] { carry(inner, outer); });
    connect(inner, &QTcpSocket::bytesWritten, outer, [this, outer, inner] { carry(outer, inner); });
    connect(inner, &QTcpSocket::connected, outer, [this, outer, inner] { carry(outer, inner); });
    // What one said last is still written to the other.
    connect(outer, &QTcpSocket::disconnected, inner, &QTcpSocket::disconnectFromHost);
    connect(inner, &QTcpSocket::disconnected, outer, &QTcpSocket::disconnectFromHost);
    QTimer::singleShot(m_timeout, connection, &QObject::deleteLater);
    inner->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
}

void ChallengeRelays::carry(QTcpSocket *from, QTcpSocket *to)
{
    const bool isConnected = to->state() == QAbstractSocket::ConnectedState;
    if (isConnected && to->bytesToWrite() < chunkBytesMax)
        to->write(from->read(chunkBytesMax));
}

} // namespace lanyard::acme
