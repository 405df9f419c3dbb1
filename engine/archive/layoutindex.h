// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/imagesource.h"

#include <QByteArrayView>

#include <vector>

namespace lanyard::archive {

/// The images of a layout, as its index.json names them: by the annotations of containerd, of the
/// specification, or of Lanyard. A name of the specification that can only be a tag is none: which
/// image it is of, it does not say. Pure.
std::vector<ArchivedImage> imagesOfLayout(QByteArrayView indexJson);

} // namespace lanyard::archive
