// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/probehandler.h"

#include "api/names.h"
#include "api/probe.h"
#include "core/printabletext.h"
#include "registry/registryerror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace lanyard::registry {

namespace {

/// That nothing was asked for it.
constexpr CacheNote fromHere{.result = CacheResult::Hit};

QString textOf(std::string_view bytes)
{
    return printable(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

http::Response emptyList(const Route &route)
{
    const QJsonObject json{{QStringLiteral("name"), QString::fromStdString(route.repository)},
                           {QStringLiteral("tags"), QJsonArray()}};
    return jsonAnswer("application/json", QJsonDocument(json).toJson(QJsonDocument::Compact));
}

http::Response noReferrers()
{
    return jsonAnswer(
        "application/vnd.oci.image.index.v1+json",
        QByteArrayLiteral(
            R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json",)"
            R"("manifests":[]})"));
}

} // namespace

bool isProbe(const std::string &repository)
{
    return repository == probeRepository;
}

http::Response ProbeHandler::answer(const http::Request &request, const Route &route,
                                    const AnswerTerms &terms, const std::string &registry) const
{
    http::Response response;
    switch (route.endpoint) {
    case Endpoint::Manifest:
        response = manifest(request, route, terms, registry);
        break;
    case Endpoint::Blob:
        response = blob(request, route, terms, registry);
        break;
    case Endpoint::Tags:
        response = emptyList(route);
        break;
    default:
        response = noReferrers();
        break;
    }
    if (!terms.echoedNamespace.empty())
        http::appendField(response.fields, namespaceField, terms.echoedNamespace);
    return response;
}

http::Response ProbeHandler::manifest(const http::Request &request, const Route &route,
                                      const AnswerTerms &terms, const std::string &registry) const
{
    std::optional<Probes::Part> found;
    if (route.digest) {
        found = m_probes.find(*route.digest);
    } else if (isProbeNonce(route.reference)) {
        auto image = m_probes.image(route.reference);
        const ProbePart *part = &image->taggedFor(request.joinedHeader("Accept"));
        found = {.nonce = route.reference, .image = std::move(image), .part = part};
    }
    if (!found || found->part->kind != ProbePart::Kind::Manifest)
        return errorResponse(RegistryError::ManifestUnknown, "the cache has no such probe");
    note(found->nonce, request, route, registry, found->part->kind);
    const ProbePart &part = *found->part;
    return manifestAnswer(
        {.bytes = part.bytes, .fields = manifestFields(part.digest, part.mediaType)}, part.digest,
        terms, fromHere);
}

http::Response ProbeHandler::blob(const http::Request &request, const Route &route,
                                  const AnswerTerms &terms, const std::string &registry) const
{
    const auto found = m_probes.find(*route.digest);
    if (!found || found->part->kind == ProbePart::Kind::Manifest)
        return errorResponse(RegistryError::BlobUnknown, "the cache has no such probe");
    // Whose HEAD it is may have no need of the content.
    if (!terms.isHead)
        note(found->nonce, request, route, registry, found->part->kind);
    const ProbePart &part = *found->part;
    return blobAnswer(part.bytes, part.digest, part.bytes.size(), terms, fromHere);
}

void ProbeHandler::note(const std::string &nonce, const http::Request &request, const Route &route,
                        const std::string &registry, ProbePart::Kind kind) const
{
    m_probes.note(
        nonce, {.registry = QString::fromStdString(registry),
                .form = textOf(nameOf(route.form)),
                .what = textOf(nameOf(kind)),
                .userAgent =
                    textOf(request.header("User-Agent").substr(0, probelimits::userAgentBytesMax)),
                .address = textOf(request.client),
                .atMs = toEpochMs(m_clock.wallNow())});
}

} // namespace lanyard::registry
