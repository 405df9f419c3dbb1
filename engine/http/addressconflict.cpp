// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/addressconflict.h"

#include <QHostAddress>

namespace lanyard::http {

namespace {

bool isAny(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::AnyIPv4) ||
           address == QHostAddress(QHostAddress::AnyIPv6);
}

} // namespace

bool areInEachOthersWay(const ListenAddress &one, const ListenAddress &other)
{
    if (one.port != other.port)
        return false;
    // Not as texts, of which an IPv6 address has many.
    const QHostAddress first(QString::fromStdString(one.host));
    const QHostAddress second(QString::fromStdString(other.host));
    return isAny(first) || isAny(second) ||
           first.isEqual(second, QHostAddress::ConvertV4MappedToIPv4);
}

} // namespace lanyard::http
