// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace lanyard::cli {

/// Prints the answer of the verb `upstreams` for people.
void printUpstreams(const QJsonObject &overview);

/// Prints the answer of the verb `upstream-history` for people.
void printUpstreamHistory(const QJsonObject &history);

/// Prints the answer of the verb `upstream-test`; whether all servers are well.
bool printUpstreamTest(const QJsonObject &test);

/// Prints of a change that is not kept for the next start that it is not, and why.
void printUnlessKept(const QJsonObject &change);

} // namespace lanyard::cli
