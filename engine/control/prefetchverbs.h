// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/prefetch.h"
#include "control/verb.h"
#include "core/result.h"

#include <cstdint>
#include <functional>
#include <string>

namespace lanyard::control {

struct PrefetchActions
{
    using Progressed = std::function<void(const PrefetchProgress &)>;
    using Finished = std::function<void(const Result<PrefetchResult> &)>;

    /// Neither is called before it has returned the id for `cancel`.
    std::function<std::uint64_t(const PrefetchRequest &, Progressed, Finished)> start;
    std::function<void(std::uint64_t)> cancel;
};

/// `prefetch`: fetches an image before a client asks for it. Arguments: `reference`, and
/// `platforms`, a list. Events say how far it is. It ends when the client leaves.
Verb prefetchVerb(PrefetchActions actions);

using RefreshTag =
    std::function<void(const std::string &, std::function<void(const Result<RefreshResult> &)>)>;

/// `refresh`: asks upstream what a tag names now. Argument: `reference`.
Verb refreshVerb(RefreshTag refresh);

} // namespace lanyard::control
