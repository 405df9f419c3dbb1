// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/addresscheck.h"

#include "http/portowner.h"

#include <QTcpServer>

#include <limits>

namespace lanyard::http {

namespace {

constexpr int portsTried = 100;

std::optional<ListenAddress> freeAbove(const ListenAddress &address)
{
    ListenAddress next = address;
    for (int i = 0; i < portsTried; ++i) {
        if (next.port == std::numeric_limits<std::uint16_t>::max())
            return std::nullopt;
        ++next.port;
        QTcpServer server;
        if (server.listen(hostAddressOf(next), next.port))
            return next;
    }
    return std::nullopt;
}

} // namespace

QHostAddress hostAddressOf(const ListenAddress &address)
{
    return address.host == "::" ? QHostAddress(QHostAddress::Any)
                                : QHostAddress(QString::fromStdString(address.host));
}

tl::unexpected<Error> whyNotListening(const ListenAddress &address, const QTcpServer &server)
{
    const std::string where = "cannot listen on " + address.toString() + ": ";
    switch (server.serverError()) {
    case QAbstractSocket::AddressInUseError: {
        const std::string owner = programListeningAt(address);
        return failure(ErrorCode::InUse, where + "the port is used by " +
                                             (owner.empty() ? "another program" : owner));
    }
    case QAbstractSocket::SocketAddressNotAvailableError:
        return failure(ErrorCode::Io, where + "this computer has no such address");
    case QAbstractSocket::SocketAccessError:
        return failure(ErrorCode::Io, where + "this user may not use the port: take one above "
                                              "1023, or grant CAP_NET_BIND_SERVICE");
    default:
        return failure(ErrorCode::Io, where + server.errorString().toStdString());
    }
}

AddressCheck checkAddress(const ListenAddress &address)
{
    QTcpServer server;
    if (address.port == 0 || server.listen(hostAddressOf(address), address.port))
        return {};
    const Error error = whyNotListening(address, server).value();
    AddressCheck check{.trouble = QString::fromStdString(error.message.english()),
                       .next = std::nullopt};
    if (error.code == ErrorCode::InUse)
        check.next = freeAbove(address);
    return check;
}

} // namespace lanyard::http
