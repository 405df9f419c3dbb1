// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/imagedetails.h"
#include "api/imagesummary.h"
#include "control/verb.h"
#include "core/result.h"

#include <functional>
#include <string>

namespace lanyard::control {

using ListImages =
    std::function<void(const ImageQuery &, std::function<void(const Result<ImagePage> &)>)>;
using InspectImage =
    std::function<void(const std::string &, std::function<void(const Result<ImageDetails> &)>)>;

/// `images`: a page of the list. Arguments, all optional: `after` (what a page before had as
/// `next`), `contains`, `max`.
Verb imagesVerb(ListImages list);

/// `inspect`: everything about one image. Argument: `reference`.
Verb inspectVerb(InspectImage inspect);

} // namespace lanyard::control
