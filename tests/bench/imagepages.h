// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imagemodel.h"

#include <QList>

namespace lanyard::bench {

/// Tags that nobody stored, from `first` on, in the order in which the engine tells them.
QList<ImageSummary> imagePage(int first, int count, int perRepository);

/// All of them in a model, page by page, as when a window is opened.
void fill(ui::ImageModel &model, int tags, int perRepository);

} // namespace lanyard::bench
