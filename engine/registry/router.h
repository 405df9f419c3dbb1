// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digest.h"
#include "http/message.h"
#include "registry/registryerror.h"
#include "upstream/routes.h"

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace lanyard::registry {

enum class Endpoint { Ping, Manifest, Blob, Tags, Referrers, Catalog, Extension };

/// Where a request goes. Views point into the request.
struct Route
{
    Endpoint endpoint = Endpoint::Ping;
    RequestForm form = RequestForm::None; ///< None only where what is of no upstream names none
    upstream::UpstreamId upstream = 0;    ///< not for Ping, Catalog and Extension
    std::string repository; ///< as the upstream names it; not for Ping, Catalog and Extension
    /// The tag or digest as asked for; not for Tags. Of Extension, what follows its name.
    std::string reference;
    std::optional<Digest> digest;     ///< set when the reference is one
    std::string_view echoedNamespace; ///< the `ns` that chose the upstream; empty: none was sent
};

/// Why a request goes nowhere.
struct Refusal
{
    RegistryError error = RegistryError::NameUnknown;
    std::string detail;
    RequestKind kind = RequestKind::Other;
    std::string unknownRegistry = {}; ///< that the request is for; empty: another reason
};

using RouteResult = tl::expected<Route, Refusal>;

/// Finds the upstream and the content that a GET or HEAD asks for. Pure. The upstream is found, in
/// this order, by a path before /v2/, by `ns`, by Host, by the first component of the name, and
/// else it is the default one (OCI distribution-spec 1.1 "Registry Proxying" for `ns`). No name
/// that is not in `routes` leads anywhere.
RouteResult route(const http::Request &request, const upstream::Routes &routes);

/// The value of `name` in a query, percent-decoded; nullopt when it is not there, or its encoding
/// is wrong.
std::optional<std::string> queryValue(std::string_view query, std::string_view name);

RequestKind kindOf(Endpoint endpoint);

} // namespace lanyard::registry
