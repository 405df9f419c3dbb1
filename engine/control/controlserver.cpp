// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/controlserver.h"

#include <QLocalSocket>
#include <QTimer>

#include <cerrno>
#include <sys/socket.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace lanyard::control {

namespace {

constexpr mode_t socketMode = 0600;

/// Whether the user of this process, or root, is at the other end. The mode of the socket says the
/// same, but it is a file, whose mode others may come to change.
bool isOfOwnUser(int socket)
{
    ucred peer = {};
    socklen_t size = sizeof peer;
    return getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           (peer.uid == geteuid() || peer.uid == 0);
}

tl::unexpected<Error> systemFailure(const std::string &folder)
{
    const std::string reason = std::generic_category().message(errno);
    return failure(
        ErrorCode::Io,
        Message::at(folder, {QT_TRANSLATE_NOOP("engine", "no control socket: %1"), {reason}}));
}

} // namespace

ControlServer::ControlServer(Verbs verbs, std::chrono::milliseconds idleTimeout)
    : m_verbs(std::move(verbs))
    , m_idleTimeout(idleTimeout)
{
}

ControlServer::~ControlServer()
{
    if (m_address)
        unlink(m_address->path());
    qDeleteAll(findChildren<ControlConnection *>(Qt::FindDirectChildrenOnly));
}

Result<void> ControlServer::listen(const std::string &folder)
{
    Result<LocalAddress> address = LocalAddress::of(folder);
    if (!address)
        return tl::unexpected<Error>(address.error());
    m_listening.reset(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!m_listening.isValid())
        return systemFailure(folder);
    unlink(address->path());
    // Before bind(2), so that the socket never has another mode, whatever the umask (unix(7)).
    if (fchmod(m_listening.get(), socketMode) != 0 ||
        bind(m_listening.get(), address->get(), address->size()) != 0)
        return systemFailure(folder);
    m_address = std::move(*address);
    if (::listen(m_listening.get(), limits::controlConnectionsMax) != 0)
        return systemFailure(folder);
    m_notifier = std::make_unique<QSocketNotifier>(m_listening.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &ControlServer::accept);
    return {};
}

void ControlServer::accept()
{
    FileDescriptor client(
        accept4(m_listening.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!client.isValid() && (errno == EMFILE || errno == ENFILE)) {
        // Who waits is still there then, and would be told again and again.
        m_notifier->setEnabled(false);
        QTimer::singleShot(limits::acceptRetryDelay, m_notifier.get(),
                           [this] { m_notifier->setEnabled(true); });
    }
    if (!client.isValid() || m_connections >= limits::controlConnectionsMax ||
        !isOfOwnUser(client.get()))
        return;
    auto socket = std::make_unique<QLocalSocket>();
    if (!socket->setSocketDescriptor(client.get()))
        return;
    (void)client.release();
    auto *connection = new ControlConnection(std::move(socket), m_verbs, m_idleTimeout);
    connection->setParent(this);
    ++m_connections;
    connect(connection, &ControlConnection::ended, this, [this, connection] {
        --m_connections;
        connection->deleteLater();
    });
}

} // namespace lanyard::control
