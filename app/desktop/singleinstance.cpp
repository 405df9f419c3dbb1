// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QThread>

namespace lanyard::desktop {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 5s;
constexpr unsigned long pauseMs = 50;
constexpr int answerWait = 2000; // milliseconds, of one try
constexpr qint64 wordBytesMax = 4096;
constexpr const char *showWord = "show ";
constexpr const char *answer = "shown\n";

QString placeIn(const QString &folder, const QString &configuration)
{
    const QByteArray hash =
        QCryptographicHash::hash(configuration.toUtf8(), QCryptographicHash::Sha256).toHex();
    return folder + QStringLiteral("/lanyard-desktop-") + QString::fromLatin1(hash.left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, const QString &configuration, QObject *parent)
    : QObject(parent)
    , m_socket(placeIn(folder, configuration) + QStringLiteral(".socket"))
    , m_lock(placeIn(folder, configuration) + QStringLiteral(".lock"))
{
    // However long ago: whether its process lives decides.
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::onConnected);
}

SingleInstance::Claim SingleInstance::claim(const QByteArray &activationToken)
{
    const QDeadlineTimer deadline(patience);
    // The other one may be about to listen, or to end.
    do {
        if (m_lock.tryLock(0) || m_lock.error() != QLockFile::LockFailedError) {
            QLocalServer::removeServer(m_socket);
            m_server.listen(m_socket);
            return Claim::First;
        }
        if (tell(activationToken))
            return Claim::Told;
        QThread::msleep(pauseMs);
    } while (!deadline.hasExpired());
    return Claim::Unheard;
}

bool SingleInstance::tell(const QByteArray &activationToken) const
{
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (!socket.waitForConnected(answerWait))
        return false;
    socket.write(showWord + activationToken.left(wordBytesMax / 2) + '\n');
    return socket.waitForReadyRead(answerWait) && socket.readLine(wordBytesMax) == answer;
}

void SingleInstance::onConnected()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > wordBytesMax)
                    socket->abort();
                return;
            }
            const QByteArray line = socket->readLine(wordBytesMax).trimmed();
            const QByteArray word = QByteArray(showWord).trimmed();
            if (line == word || line.startsWith(showWord)) {
                socket->write(answer);
                Q_EMIT showWanted(line.mid(word.size()).trimmed());
            }
            socket->disconnectFromServer();
        });
    }
}

} // namespace lanyard::desktop
