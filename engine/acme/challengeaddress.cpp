// SPDX-License-Identifier: GPL-3.0-or-later
#include "acme/challengeaddress.h"

#include "acme/legofailure.h"
#include "http/addressconflict.h"
#include "http/portowner.h"

#include <QHostAddress>
#include <QTcpServer>

namespace lanyard::acme {

namespace {

constexpr std::uint16_t httpPort = 80;   // RFC 8555 §8.3
constexpr std::uint16_t httpsPort = 443; // RFC 8737 §3

} // namespace

std::optional<ListenAddress> challengeAddressOf(const AcmeConfig &config)
{
    if (config.challenge == AcmeConfig::Challenge::Dns01)
        return std::nullopt;
    if (config.challengeAddress)
        return config.challengeAddress;
    const bool isHttp = config.challenge == AcmeConfig::Challenge::Http01;
    return ListenAddress{.host = "::", .port = isHttp ? httpPort : httpsPort};
}

Result<void> checkFree(const ListenAddress &address)
{
    const QHostAddress host = address.host == "::"
                                  ? QHostAddress(QHostAddress::Any)
                                  : QHostAddress(QString::fromStdString(address.host));
    QTcpServer probe;
    if (probe.listen(host, address.port))
        return {};
    const bool isRefused = probe.serverError() == QAbstractSocket::SocketAccessError;
    const bool isTaken = probe.serverError() == QAbstractSocket::AddressInUseError;
    const Message advice = legoAdvice(isRefused ? "bind: permission denied"
                                      : isTaken ? "address already in use"
                                                : "");
    const std::string owner = isTaken ? http::programListeningAt(address) : std::string();
    const Message reason = owner.empty()
                               ? Message(probe.errorString())
                               : Message(QT_TRANSLATE_NOOP("engine", "%1 has it"), {owner});
    const Message problem{
        QT_TRANSLATE_NOOP("engine",
                          "the challenge is answered at %1, which cannot be listened on: %2"),
        {address.toString(), reason}};
    return failure(ErrorCode::Io, advice.isEmpty() ? problem : Message::both(problem, advice));
}

Result<bool> isAskedOfListener(const AcmeConfig &config, const std::vector<ListenConfig> &listeners)
{
    const auto address = challengeAddressOf(config);
    bool isAsked = false;
    for (const ListenConfig &one : listeners) {
        if (!address || !http::areInEachOthersWay(*address, one.address))
            continue;
        const bool hasCertificate = one.tls && one.tls->issuer == TlsConfig::Issuer(config);
        if (config.challenge != AcmeConfig::Challenge::TlsAlpn01 || !hasCertificate)
            return failure(
                ErrorCode::InvalidInput,
                Message::at(
                    "acme",
                    {QT_TRANSLATE_NOOP(
                         "engine",
                         "the challenge for %1 would be answered at %2, which is in the way of %3 "
                         "of listen: let challengeAddress name another port, to which the one of "
                         "the world leads, or choose another challenge (dns-01 needs none)"),
                     {config.hosts.front(), address->toString(), one.address.toString()}}));
        isAsked = true;
    }
    return isAsked;
}

} // namespace lanyard::acme
