// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registryhandler.h"

#include "registry/answers.h"
#include "registry/freshness.h"
#include "registry/listpage.h"
#include "registry/privategate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

AnswerTerms termsOf(const http::Request &request, const Route &route)
{
    const bool isHead = request.method == http::Method::Head;
    return {
        .isHead = isHead,
        .isByTag = route.endpoint == Endpoint::Manifest && !route.digest,
        .use = !isHead && route.endpoint == Endpoint::Manifest ? store::Store::Use::Pull
                                                               : store::Store::Use::Other,
        .range = std::string(request.header("Range")),
        .ifRange = std::string(request.header("If-Range")),
        .ifNoneMatch = request.joinedHeader("If-None-Match"),
        .echoedNamespace = std::string(route.echoedNamespace),
    };
}

QByteArray toBytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

void label(RequestLabels &labels, const Route &route, const upstream::Routes &routes)
{
    labels.kind = kindOf(route.endpoint);
    labels.result = CacheResult::Hit;
    labels.form = route.form;
    labels.upstream = toBytes(routes.registry(route.upstream));
    labels.repository = toBytes(route.repository);
    labels.reference = toBytes(route.reference);
}

/// A proxy's address says nothing of its clients (RFC 9110 §7.6.3, RFC 7239, and what was usual
/// before it).
bool isForSomebodyElse(const http::Request &request)
{
    return !request.header("Via").empty() || !request.header("Forwarded").empty() ||
           !request.header("X-Forwarded-For").empty() || !request.header("X-Real-IP").empty();
}

/// Who has logged in is trusted, wherever he is.
bool isTrusted(const http::Request &request)
{
    return request.isAuthenticated || (request.isTrusted && !isForSomebodyElse(request));
}

http::Response ping(RequestForm form)
{
    http::Response response = jsonAnswer("application/json", QByteArrayLiteral("{}"));
    response.labels.kind = RequestKind::Ping;
    response.labels.form = form;
    return response;
}

} // namespace

RegistryHandler::RegistryHandler(const upstream::Routes &routes, store::Store &store,
                                 StoredManifests &manifests, const Clock &clock,
                                 PrivateAccess privateAccess, Suggestions &suggestions,
                                 Probes &probes, RequestSink &sink)
    : m_routes(routes)
    , m_store(store)
    , m_manifests(manifests)
    , m_clock(clock)
    , m_privateAccess(privateAccess)
    , m_suggestions(suggestions)
    , m_probes(probes, clock)
    , m_extension(routes, probes)
    , m_sink(sink)
{
}

void RegistryHandler::handle(const http::Request &request, http::Responder responder)
{
    if (request.method == http::Method::Other) {
        responder.respond(errorResponse(RegistryError::Unsupported, {}));
        return;
    }
    RouteResult found = route(request, m_routes);
    if (!found) {
        m_suggestions.note(found.error().unknownRegistry, toEpochMs(m_clock.wallNow()));
        http::Response response = errorResponse(found.error().error, found.error().detail);
        response.labels.kind = found.error().kind;
        responder.respond(std::move(response));
        return;
    }
    if (auto response = answerOwn(request, *found)) {
        responder.respond(std::move(*response));
        return;
    }
    if (auto response = answerStored(request, *found)) {
        responder.respond(std::move(*response));
        return;
    }
    handOver(request, std::move(*found), std::move(responder));
}

std::optional<http::Response> RegistryHandler::answerOwn(const http::Request &request,
                                                         const Route &route) const
{
    switch (route.endpoint) {
    case Endpoint::Ping:
        return ping(route.form);
    case Endpoint::Catalog:
        return catalog(request);
    case Endpoint::Extension:
        return m_extension.answer(route.reference);
    default:
        break;
    }
    if (!isProbe(route.repository))
        return std::nullopt;
    http::Response response =
        m_probes.answer(request, route, termsOf(request, route), m_routes.registry(route.upstream));
    label(response.labels, route, m_routes);
    // It is neither a hit nor a miss: there was nothing to be cached.
    response.labels.result = CacheResult::None;
    return response;
}

std::optional<http::Response> RegistryHandler::answerStored(const http::Request &request,
                                                            const Route &route) const
{
    if (route.endpoint != Endpoint::Manifest && route.endpoint != Endpoint::Blob)
        return std::nullopt;
    const auto repository =
        m_store.catalogue().find(m_routes.registry(route.upstream), route.repository);
    if (!repository)
        return std::nullopt;
    const AnswerTerms terms = termsOf(request, route);
    auto response = route.endpoint == Endpoint::Manifest
                        ? manifest(request, route, *repository, terms)
                        : blob(request, route, *repository, terms);
    if (!response)
        return std::nullopt;
    if (!terms.echoedNamespace.empty())
        http::appendField(response->fields, namespaceField, terms.echoedNamespace);
    label(response->labels, route, m_routes);
    return response;
}

bool RegistryHandler::isServable(const http::Request &request,
                                 const std::optional<store::ContentInfo> &content) const
{
    if (!content || !content->isStored)
        return false;
    switch (content->visibility) {
    case Visibility::Public:
        return true;
    case Visibility::Withdrawn:
        return false;
    default:
        return mayReadPrivate(m_privateAccess, isTrusted(request));
    }
}

std::optional<http::Response> RegistryHandler::manifest(const http::Request &request,
                                                        const Route &route,
                                                        store::RepositoryId repository,
                                                        const AnswerTerms &terms) const
{
    CacheNote note{.result = CacheResult::Hit};
    std::optional<Digest> digest = route.digest;
    SharedMessage rule;
    if (!digest) {
        auto tag = m_store.catalogue().tag(repository, route.reference);
        const std::int64_t now = toEpochMs(m_clock.wallNow());
        if (!tag || now >= tag->freshUntilMs || tag->checkedAtMs > now)
            return std::nullopt;
        digest = tag->digest;
        note.ageSeconds = ageSeconds(*tag, now);
        rule = std::move(tag->rule);
    }
    const auto content = m_store.catalogue().content(repository, *digest);
    if (!isServable(request, content))
        return std::nullopt;
    const auto stored = m_manifests.find(*digest, content->mediaType);
    if (!stored)
        return std::nullopt;
    m_store.touch(repository, *digest, terms.use);
    http::Response response = manifestAnswer(*stored, *digest, terms, note);
    response.labels.rule = std::move(rule);
    response.labels.isPrivate = isPrivate(content->visibility);
    return response;
}

std::optional<http::Response> RegistryHandler::blob(const http::Request &request,
                                                    const Route &route,
                                                    store::RepositoryId repository,
                                                    const AnswerTerms &terms) const
{
    const auto content = m_store.catalogue().content(repository, *route.digest);
    if (!isServable(request, content))
        return std::nullopt;
    BlobSource source;
    if (!terms.isHead) {
        auto file = openStoredBlob(m_store, *route.digest);
        if (!file)
            return std::nullopt;
        source = std::move(*file);
    }
    m_store.touch(repository, *route.digest);
    http::Response response = blobAnswer(std::move(source), *route.digest, content->size, terms,
                                         {.result = CacheResult::Hit});
    response.labels.isPrivate = isPrivate(content->visibility);
    return response;
}

http::Response RegistryHandler::catalog(const http::Request &request) const
{
    const Result<PageTerms> terms = parsePageTerms(request.query);
    if (!terms)
        return errorResponse(RegistryError::PageSizeInvalid, terms.error().message);
    const std::size_t count = std::min(terms->n.value_or(limits::listPageMax), limits::listPageMax);
    // One more than asked for, to know whether there is more.
    std::vector<std::string> names =
        m_store.catalogue().repositories(terms->last, count + 1,
                                         mayReadPrivate(m_privateAccess, isTrusted(request))
                                             ? store::Catalogue::Scope::All
                                             : store::Catalogue::Scope::WithoutPrivate);
    const bool hasMore = count > 0 && names.size() > count;
    names.resize(std::min(names.size(), count));
    QJsonArray list;
    for (const std::string &name : names)
        list.append(QString::fromStdString(name));
    const QJsonObject document{{QStringLiteral("repositories"), list}};
    http::Response response =
        jsonAnswer("application/json", QJsonDocument(document).toJson(QJsonDocument::Compact));
    response.labels.kind = RequestKind::Catalog;
    if (hasMore) {
        http::appendField(response.fields, "Link",
                          nextLink(request.path, {.n = count, .last = {}}, names.back(), {}));
    }
    return response;
}

void RegistryHandler::handOver(const http::Request &request, Route route,
                               http::Responder responder) const
{
    RegistryRequest pending;
    pending.endpoint = route.endpoint;
    pending.form = route.form;
    pending.terms = termsOf(request, route);
    pending.repository = {
        .upstream = route.upstream,
        .registry = m_routes.registry(route.upstream),
        .name = std::move(route.repository),
    };
    pending.reference = std::move(route.reference);
    pending.digest = route.digest;
    pending.path = request.path;
    pending.accept = request.joinedHeader("Accept");
    pending.query = request.query;
    pending.isTrusted = isTrusted(request);
    pending.responder = std::move(responder);
    m_sink.submit(std::move(pending));
}

} // namespace lanyard::registry
