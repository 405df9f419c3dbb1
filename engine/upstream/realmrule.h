// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <string>
#include <vector>

namespace lanyard::upstream {

/// Whether the token service at `realm` may be asked, and shown the credentials, on behalf of the
/// registry at `upstream`. A challenge is what the other side says, so a realm is not trusted
/// because it is named: it is the upstream's own host (on any port), a host below the same
/// registrable domain (registry-1.docker.io and auth.docker.io), or one of `approvedHosts` (see
/// isListed()); and it uses https unless the upstream itself does not. Addresses and single labels
/// have no domain to share. Pure.
bool isRealmAllowed(const QUrl &upstream, const QUrl &realm,
                    const std::vector<std::string> &approvedHosts);

/// The shortest parent of `host` that one owner can register, by the public suffix list that Qt
/// has: docker.io of auth.docker.io, example.co.uk of a.example.co.uk. Empty for addresses, for
/// single labels, and for public suffixes themselves.
QString registrableDomain(const QString &host);

} // namespace lanyard::upstream
