// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/router.h"

#include "api/probe.h"
#include "core/imageref.h"
#include "core/limits.h"

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        const int high = i + 1 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return decoded;
}

tl::unexpected<Refusal> refuse(RegistryError error, std::string detail,
                               RequestKind kind = RequestKind::Other)
{
    return tl::unexpected<Refusal>(
        Refusal{.error = error, .detail = std::move(detail), .kind = kind});
}

/// A path cut at its /v2/.
struct SplitPath
{
    std::string_view prefix; ///< before /v2/, without slashes around it
    std::string_view rest;   ///< after /v2/
};

std::optional<SplitPath> splitAtVersion(std::string_view path)
{
    static constexpr std::string_view version = "/v2";
    for (std::size_t at = path.find(version); at != std::string_view::npos;
         at = path.find(version, at + 1)) {
        const std::string_view after = path.substr(at + version.size());
        if (!after.empty() && after.front() != '/')
            continue;
        SplitPath split;
        split.prefix = at == 0 ? std::string_view() : path.substr(1, at - 1);
        split.rest = after.empty() ? after : after.substr(1);
        return split;
    }
    return std::nullopt;
}

/// What follows /v2/: a name, and what of it is asked for.
struct SplitName
{
    Endpoint endpoint = Endpoint::Manifest;
    std::string_view name;
    std::string_view reference;
};

std::optional<SplitName> splitAtEndpoint(std::string_view rest)
{
    const std::size_t lastSlash = rest.rfind('/');
    if (lastSlash == std::string_view::npos || lastSlash == 0)
        return std::nullopt;
    const std::size_t wordSlash = rest.rfind('/', lastSlash - 1);
    if (wordSlash == std::string_view::npos)
        return std::nullopt;
    const std::string_view word = rest.substr(wordSlash + 1, lastSlash - wordSlash - 1);
    SplitName split;
    split.name = rest.substr(0, wordSlash);
    split.reference = rest.substr(lastSlash + 1);
    if (word == "manifests")
        split.endpoint = Endpoint::Manifest;
    else if (word == "blobs")
        split.endpoint = Endpoint::Blob;
    else if (word == "referrers")
        split.endpoint = Endpoint::Referrers;
    else if (word == "tags" && split.reference == "list")
        split.endpoint = Endpoint::Tags;
    else
        return std::nullopt;
    return split;
}

/// What is asked of the extension: what follows its name.
std::optional<std::string_view> belowExtension(std::string_view rest)
{
    if (rest.substr(0, rest.find('/')) != extensionName)
        return std::nullopt;
    return rest.substr(std::min(extensionName.size() + 1, rest.size()));
}

/// Whether the first component of a name can only be a registry: no repository of docker.io has a
/// dot or a colon in its first component.
bool looksLikeRegistry(std::string_view component)
{
    return component.find_first_of(".:") != std::string_view::npos || component == "localhost";
}

/// Removes the first component of `name` when it names `upstream` and something follows.
void stripOwnPrefix(std::string_view &name, upstream::UpstreamId upstream,
                    const upstream::Routes &routes)
{
    const std::size_t slash = name.find('/');
    if (slash != std::string_view::npos && routes.byName(name.substr(0, slash)) == upstream)
        name.remove_prefix(slash + 1);
}

tl::unexpected<Refusal> refuseRegistry(std::string_view registry)
{
    const std::string name(registry.substr(0, limits::repositoryNameBytesMax));
    return tl::unexpected<Refusal>(
        Refusal{.error = RegistryError::NameUnknown,
                .detail = "the registry " + name + " is not one of the configured upstreams",
                .unknownRegistry = name});
}

/// An upstream, and what of the request has decided that it is this one.
struct NamedUpstream
{
    upstream::UpstreamId upstream = 0;
    RequestForm form = RequestForm::None;
};

/// The upstream that something other than the name decides; nullopt when nothing does.
tl::expected<std::optional<NamedUpstream>, Refusal>
upstreamBeforeName(const http::Request &request, std::string_view prefix,
                   const std::optional<std::string> &ns, const upstream::Routes &routes)
{
    if (!prefix.empty()) {
        const auto upstream = routes.byName(prefix);
        if (!upstream)
            return refuseRegistry(prefix);
        return NamedUpstream{*upstream, RequestForm::Path};
    }
    if (ns) {
        const auto upstream = routes.byName(*ns);
        if (!upstream)
            return refuseRegistry(*ns);
        return NamedUpstream{*upstream, RequestForm::Namespace};
    }
    if (const auto upstream = routes.byHost(request.header("Host")))
        return NamedUpstream{*upstream, RequestForm::Host};
    return std::nullopt;
}

/// The upstream that the name itself decides, or the default; strips what decided.
tl::expected<NamedUpstream, Refusal> upstreamOfName(std::string_view &name,
                                                    const upstream::Routes &routes)
{
    if (const std::size_t slash = name.find('/'); slash != std::string_view::npos) {
        const std::string_view first = name.substr(0, slash);
        if (const auto upstream = routes.byName(first)) {
            name.remove_prefix(slash + 1);
            return NamedUpstream{*upstream, RequestForm::Name};
        }
        if (looksLikeRegistry(first))
            return refuseRegistry(first);
    }
    if (const auto upstream = routes.defaultUpstream())
        return NamedUpstream{*upstream, RequestForm::Default};
    return refuse(RegistryError::NameUnknown, "no default upstream is configured");
}

/// Checks the reference against its endpoint, and the name against its grammar.
tl::expected<void, Refusal> setContent(Route &route, std::string_view name,
                                       std::string_view reference, const upstream::Routes &routes)
{
    const RequestKind kind = kindOf(route.endpoint);
    if (routes.addsLibrary(route.upstream) && name.find('/') == std::string_view::npos)
        route.repository = "library/";
    route.repository += name;
    if (!isRepositoryName(route.repository))
        return refuse(RegistryError::NameInvalid, {}, kind);
    if (route.endpoint == Endpoint::Tags)
        return {};
    route.reference = reference;
    route.digest = Digest::parse(reference);
    if (route.digest)
        return {};
    const bool isDigestWanted =
        route.endpoint != Endpoint::Manifest || reference.find(':') != std::string_view::npos;
    if (isDigestWanted)
        return refuse(RegistryError::DigestInvalid, {}, kind);
    if (!isTag(reference))
        return refuse(RegistryError::TagInvalid, {}, kind);
    return {};
}

} // namespace

RequestKind kindOf(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::Ping:
        return RequestKind::Ping;
    case Endpoint::Manifest:
        return RequestKind::Manifest;
    case Endpoint::Blob:
        return RequestKind::Blob;
    case Endpoint::Tags:
        return RequestKind::Tags;
    case Endpoint::Referrers:
        return RequestKind::Referrers;
    case Endpoint::Catalog:
        return RequestKind::Catalog;
    case Endpoint::Extension:
        return RequestKind::Other;
    }
    return RequestKind::Other;
}

std::optional<std::string> queryValue(std::string_view query, std::string_view name)
{
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        const std::size_t equals = pair.find('=');
        if (pair.substr(0, equals) != name)
            continue;
        return percentDecoded(equals == std::string_view::npos ? "" : pair.substr(equals + 1));
    }
    return std::nullopt;
}

RouteResult route(const http::Request &request, const upstream::Routes &routes)
{
    std::string_view path = request.path;
    std::string decodedPath;
    if (path.find('%') != std::string_view::npos) {
        // Some clients encode the colon of a digest. An encoded slash would move the borders of the
        // components, so it is refused; everything else that is not allowed fails its grammar.
        const auto decoded = percentDecoded(path);
        if (!decoded || path.find("%2f") != std::string_view::npos ||
            path.find("%2F") != std::string_view::npos)
            return refuse(RegistryError::NameInvalid, "the path is not properly encoded");
        decodedPath = *decoded;
        path = decodedPath;
    }
    const auto split = splitAtVersion(path);
    if (!split)
        return refuse(RegistryError::NameUnknown, "this is a registry: its paths begin with /v2/");

    const auto content = splitAtEndpoint(split->rest);
    // What it was for is known, wherever that may be: its client goes there itself.
    const auto refused = [&content](Refusal refusal) {
        refusal.kind = content ? kindOf(content->endpoint) : RequestKind::Other;
        return tl::unexpected<Refusal>(std::move(refusal));
    };
    const auto ns = queryValue(request.query, "ns");
    const auto upstream = upstreamBeforeName(request, split->prefix, ns, routes);
    if (!upstream)
        return refused(upstream.error());

    Route result;
    if (upstream->has_value())
        result.form = (*upstream)->form;
    if (split->rest.empty())
        return result;
    if (split->rest == "_catalog") {
        result.endpoint = Endpoint::Catalog;
        return result;
    }
    if (const auto asked = belowExtension(split->rest)) {
        result.endpoint = Endpoint::Extension;
        result.reference = *asked;
        return result;
    }
    if (!content)
        return refuse(RegistryError::NameUnknown, "no such endpoint");
    result.endpoint = content->endpoint;
    std::string_view name = content->name;
    if (upstream->has_value()) {
        result.upstream = (*upstream)->upstream;
        stripOwnPrefix(name, result.upstream, routes);
    } else {
        const auto named = upstreamOfName(name, routes);
        if (!named)
            return refused(named.error());
        result.upstream = named->upstream;
        result.form = named->form;
    }
    if (ns)
        result.echoedNamespace = routes.registry(result.upstream);
    if (auto valid = setContent(result, name, content->reference, routes); !valid)
        return tl::unexpected<Refusal>(valid.error());
    return result;
}

} // namespace lanyard::registry
