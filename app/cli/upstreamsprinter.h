// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace lanyard::cli {

/// Prints the answer of the verb `upstreams` for people.
void printUpstreams(const QJsonObject &overview);

/// Prints the answer of the verb `upstream-test`; whether all servers are well.
bool printUpstreamTest(const QJsonObject &test);

} // namespace lanyard::cli
