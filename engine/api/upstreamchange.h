// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/message.h"

#include <optional>
#include <string>
#include <vector>

namespace lanyard {

/// What a user wants changed of the list of upstreams.
struct UpstreamChange
{
    enum class Action { Add, Edit, Remove, Enable, Disable };

    Action action = Action::Add;
    std::string registry;
    // Of Add and Edit; nullopt leaves what there is, and an empty value takes it away.
    std::optional<std::string> url; ///< Add: where Lanyard knows the registry, or https://REGISTRY
    std::optional<std::vector<std::string>> fallbackUrls;
    std::optional<std::vector<std::string>> aliases;
    std::optional<std::vector<std::string>> hosts;
    std::optional<std::vector<std::string>> tokenRealms;
    std::optional<std::string> caFile;
    std::optional<std::string> proxy;
    std::optional<std::vector<std::string>> redirectHosts;
    std::optional<std::vector<TagRule>> tagRules; ///< empty: those that are used without any
};

/// What became of it.
struct ChangeResult
{
    bool isKept = true; ///< written to the configuration file; else it counts until the end only
    Message reason;     ///< why it is not kept
};

} // namespace lanyard
