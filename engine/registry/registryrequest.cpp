// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registryrequest.h"

#include "upstream/answerstatus.h"

#include <utility>

namespace lanyard::registry {

RequestLabels RegistryRequest::labels(CacheResult result) const
{
    return {
        .kind = kindOf(endpoint),
        .result = result,
        .form = form,
        .upstream = QByteArray::fromStdString(repository.registry),
        .repository = QByteArray::fromStdString(repository.name),
        .reference = QByteArray::fromStdString(reference),
        .isPrivate = isPrivate,
        .isDenied = isDenied,
        .rule = rule,
    };
}

void RegistryRequest::answer(http::Response response, CacheResult result)
{
    if (!terms.echoedNamespace.empty())
        http::appendField(response.fields, namespaceField, terms.echoedNamespace);
    QByteArray served = std::move(response.labels.digest);
    response.labels = labels(result);
    response.labels.digest = std::move(served);
    responder.respond(std::move(response));
}

void RegistryRequest::refuse(RegistryError error, const Message &detail)
{
    answer(errorResponse(error, detail), CacheResult::Failed);
}

void RegistryRequest::refuse(const Error &error, RegistryError unknown)
{
    isDenied = upstream::isAboutAccess(error);
    if (isOwn || isTrusted || !isDenied) {
        answer(errorResponse(error, unknown), CacheResult::Failed);
        return;
    }
    // Whose password it is, and where it is kept, is nobody's business.
    Error told = error;
    told.message = {QT_TRANSLATE_NOOP("engine", "%1 denies access"), {repository.registry}};
    answer(errorResponse(told, unknown), CacheResult::Failed);
}

std::optional<KnownContent> findContent(const store::Catalogue &catalogue,
                                        const Repository &repository, const Digest &digest)
{
    const auto id = catalogue.find(repository.registry, repository.name);
    const auto info = id ? catalogue.content(*id, digest) : std::nullopt;
    if (!info)
        return std::nullopt;
    return KnownContent{.repository = *id, .info = *info};
}

} // namespace lanyard::registry
