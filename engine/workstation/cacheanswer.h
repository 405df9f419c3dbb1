// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/cacheendpoint.h"
#include "api/clientsetup.h"
#include "core/result.h"

#include <QJsonObject>
#include <QList>

namespace lanyard::workstation {

// What a cache answers, read. It may be anybody who answers there: every text is printable and
// short, every list bounded. Pure. BadUpstream: it is something else.

Result<CacheFacts> cacheFactsOf(const QJsonObject &json);
Result<QList<ProbeSighting>> sightingsOf(const QJsonObject &json);

} // namespace lanyard::workstation
