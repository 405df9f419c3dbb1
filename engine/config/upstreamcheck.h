// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamchange.h"
#include "api/upstreamsettings.h"

#include <QList>

#include <vector>

namespace lanyard::config {

/// What is wrong with a change of these upstreams, by field; empty: nothing. Whoever makes it may
/// find more: how the file is written is not looked at. Pure.
QList<UpstreamProblem> problemsOf(const std::vector<UpstreamConfig> &upstreams,
                                  const UpstreamChange &change);

} // namespace lanyard::config
