// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/hostlist.h"

#include "upstream/endpoint.h"

#include <algorithm>

namespace lanyard::upstream {

QString hostOf(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

bool isListed(const QUrl &url, const std::vector<std::string> &hosts)
{
    return std::any_of(hosts.begin(), hosts.end(), [&url](const std::string &host) {
        const QUrl listed = QUrl::fromEncoded("//" + QByteArray::fromStdString(host));
        return hostOf(listed) == hostOf(url) &&
               (listed.port() == -1 || listed.port() == portOf(url));
    });
}

} // namespace lanyard::upstream
