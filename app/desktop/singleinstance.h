// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>

namespace lanyard::desktop {

/// Sees to it that a user has one window for a configuration: the first program listens on a socket
/// that only its user can reach, and a later one tells it to show itself. What a program that was
/// killed has left of both is taken over. Main thread.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    enum class Claim {
        First,   ///< this is the only one
        Told,    ///< there is another, which shows itself
        Unheard, ///< there is another, which does not answer
    };

    /// `folder` is for this user alone; `configuration` tells apart programs that do not share a
    /// window.
    SingleInstance(const QString &folder, const QString &configuration, QObject *parent = nullptr);

    /// Waits for the other one, for seconds at most. `activationToken` is what lets a window come
    /// to the front on Wayland; empty: none.
    Claim claim(const QByteArray &activationToken);

Q_SIGNALS:
    /// Somebody has started the program once more.
    void showWanted(const QByteArray &activationToken);

private:
    bool tell(const QByteArray &activationToken) const;
    void onConnected();

    const QString m_socket;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace lanyard::desktop
