// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagedetails.h"
#include "api/imagesummary.h"

#include <QJsonObject>

namespace lanyard::control {

/// Images as the control socket and `--json` have them. Sizes are bytes, times are ISO 8601 in UTC,
/// null where there was none; the members say the rest. Pure.
QJsonObject imageJson(const ImageSummary &image);
/// Also `name` of the last image as `next`, when there are more.
QJsonObject imagesJson(const ImagePage &page);
QJsonObject imageDetailsJson(const ImageDetails &image);

} // namespace lanyard::control
