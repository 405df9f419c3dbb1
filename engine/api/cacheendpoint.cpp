// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cacheendpoint.h"

namespace lanyard {

QString CacheEndpoint::hostPort() const
{
    const QString name =
        host.contains(QLatin1Char(':')) ? QLatin1Char('[') + host + QLatin1Char(']') : host;
    return name + QLatin1Char(':') + QString::number(port);
}

QString CacheEndpoint::url() const
{
    return (isTls ? QStringLiteral("https://") : QStringLiteral("http://")) + hostPort();
}

CacheEndpoint CacheEndpoint::withoutLogin() const
{
    CacheEndpoint open = *this;
    open.user.clear();
    open.password.clear();
    return open;
}

} // namespace lanyard
