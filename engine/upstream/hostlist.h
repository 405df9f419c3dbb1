// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <string>
#include <vector>

namespace lanyard::upstream {

/// The host of a URL as it is compared: in ASCII and lower case, without the dot of the root. Pure.
QString hostOf(const QUrl &url);

/// Whether the host of `url` is one of `hosts`, as a configuration names them: HOST, or HOST:PORT
/// for this port alone; an IPv6 address is in brackets. Pure.
bool isListed(const QUrl &url, const std::vector<std::string> &hosts);

} // namespace lanyard::upstream
