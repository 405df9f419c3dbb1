// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHostAddress>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace lanyard::http {

/// Which client addresses are served. A plain value; immutable, so read from any thread.
class AccessList
{
public:
    /// Entries: "private" (loopback, link-local, RFC 1918, RFC 6598, RFC 4193), "any", an address,
    /// or a CIDR. An entry that is none of them is an InvalidInput that names it.
    static Result<AccessList> parse(const std::vector<std::string> &entries);

    /// An IPv4 address mapped into IPv6 is judged as IPv4.
    bool allows(const QHostAddress &client) const;

    /// A list that allows whom both allow.
    AccessList within(const AccessList &other) const;

private:
    bool m_allowsAny = false;
    std::vector<std::pair<QHostAddress, int>> m_subnets;
    std::shared_ptr<const AccessList> m_outer; ///< that has to allow it, too; none: no other
};

} // namespace lanyard::http
