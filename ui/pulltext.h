// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pullgrouping.h"

#include <QString>

/// A pull in words: pure functions that its line in the log, its tooltip and its details share.
namespace lanyard::ui {

/// `docker.io/library/alpine:3.19`.
QString pullImage(const PullSummary &pull);

/// `12 requests, 2 fetched`.
QString pullText(const PullSummary &pull);

/// The worst status, when it says that something was not answered; else empty.
QString pullStatus(const PullSummary &pull);

/// Where its content came from: `10 from the cache, 2 from upstream`.
QString pullSources(const PullSummary &pull);

/// The same, as rich text.
QString pullToolTip(const PullSummary &pull);

} // namespace lanyard::ui
