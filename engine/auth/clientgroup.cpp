// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/clientgroup.h"

#include <QHostAddress>
#include <QString>

#include <algorithm>

namespace lanyard::auth {

std::string clientGroup(std::string_view address)
{
    QHostAddress parsed;
    if (!parsed.setAddress(
            QString::fromLatin1(address.data(), static_cast<qsizetype>(address.size()))))
        return std::string(address);
    bool isIpv4 = false;
    const quint32 ipv4 = parsed.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(ipv4).toString().toStdString();
    Q_IPV6ADDR bytes = parsed.toIPv6Address();
    constexpr int networkBytes = 8;
    std::fill(bytes.c + networkBytes, bytes.c + sizeof(bytes.c), quint8{0});
    return QHostAddress(bytes).toString().toStdString() + "/64";
}

} // namespace lanyard::auth
