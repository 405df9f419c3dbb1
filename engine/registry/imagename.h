// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imageref.h"
#include "core/result.h"
#include "upstream/routes.h"

#include <string_view>

namespace lanyard::registry {

/// The image that people mean by `text`: alpine, quay.io/org/name:1, hub/name@sha256:... The
/// registry is one of `routes` by its name or an alias, the default one where none is named, or
/// one that is not configured (any more). Pure. InvalidInput when it is no reference.
Result<ImageRef> resolveImageName(std::string_view text, const upstream::Routes &routes);

} // namespace lanyard::registry
