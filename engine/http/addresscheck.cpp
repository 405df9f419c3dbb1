// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/addresscheck.h"

#include "http/portowner.h"

#include <QTcpServer>

#include <limits>
#include <utility>

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
    const auto refuse = [&address](ErrorCode code, Message reason) {
        return failure(code, {QT_TRANSLATE_NOOP("engine", "cannot listen on %1: %2"),
                              {address.toString(), std::move(reason)}});
    };
    switch (server.serverError()) {
    case QAbstractSocket::AddressInUseError: {
        const std::string owner = programListeningAt(address);
        return refuse(
            ErrorCode::InUse,
            owner.empty()
                ? Message(QT_TRANSLATE_NOOP("engine", "the port is used by another program"))
                : Message(QT_TRANSLATE_NOOP("engine", "the port is used by %1"), {owner}));
    }
    case QAbstractSocket::SocketAddressNotAvailableError:
        return refuse(ErrorCode::Io,
                      QT_TRANSLATE_NOOP("engine", "this computer has no such address"));
    case QAbstractSocket::SocketAccessError:
        return refuse(ErrorCode::Io,
                      QT_TRANSLATE_NOOP("engine", "this user may not use the port: take one above "
                                                  "1023, or grant CAP_NET_BIND_SERVICE"));
    default:
        return refuse(ErrorCode::Io, server.errorString());
    }
}

AddressCheck checkAddress(const ListenAddress &address)
{
    QTcpServer server;
    if (address.port == 0 || server.listen(hostAddressOf(address), address.port))
        return {};
    const Error error = whyNotListening(address, server).value();
    AddressCheck check{.trouble = error.message, .next = std::nullopt};
    if (error.code == ErrorCode::InUse)
        check.next = freeAbove(address);
    return check;
}

} // namespace lanyard::http
