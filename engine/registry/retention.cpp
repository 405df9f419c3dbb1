// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/retention.h"

#include "core/limits.h"
#include "registry/imagename.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace lanyard::registry {

namespace {

using store::EvictionPlan;

QByteArray wordFor(EvictionPlan::Reason reason)
{
    switch (reason) {
    case EvictionPlan::Reason::NoImage:
        return QByteArrayLiteral("no-image");
    case EvictionPlan::Reason::LastUsed:
        return QByteArrayLiteral("last-used");
    case EvictionPlan::Reason::Chosen:
        return QByteArrayLiteral("chosen");
    }
    return {};
}

QByteArray wordFor(EvictionPlan::KeptBecause reason)
{
    switch (reason) {
    case EvictionPlan::KeptBecause::Pinned:
        return QByteArrayLiteral("pinned");
    case EvictionPlan::KeptBecause::InUse:
        return QByteArrayLiteral("in-use");
    case EvictionPlan::KeptBecause::Unknown:
        return QByteArrayLiteral("unknown");
    }
    return {};
}

RemovedImage removedImage(const EvictionPlan::Image &image)
{
    RemovedImage removed{.name = QByteArray::fromStdString(image.name),
                         .reason = wordFor(image.reason),
                         .lastUsedAtMs = image.usedAtMs,
                         .freedBytes = image.freedBytes,
                         .sharedBytes = image.sharedBytes,
                         .sharedWith = {}};
    for (const std::string &name : image.sharedWith)
        removed.sharedWith.append(QByteArray::fromStdString(name));
    return removed;
}

RemovalResult resultOf(const EvictionPlan &plan, bool isDryRun)
{
    RemovalResult result{.isDryRun = isDryRun,
                         .images = {},
                         .kept = {},
                         .imageCount = std::ssize(plan.images),
                         .freedBytes = plan.freedBytes};
    const std::size_t images = std::min(plan.images.size(), limits::listPageMax);
    for (std::size_t i = 0; i < images; ++i)
        result.images.append(removedImage(plan.images[i]));
    const std::size_t kept = std::min(plan.kept.size(), limits::listPageMax);
    for (std::size_t i = 0; i < kept; ++i)
        result.kept.append({.name = QByteArray::fromStdString(plan.kept[i].name),
                            .reason = wordFor(plan.kept[i].reason)});
    return result;
}

std::string nameIn(const ImageRef &ref)
{
    return ref.digest ? ref.digest->toString() : ref.tag;
}

tl::unexpected<Error> notThere(std::string_view name)
{
    return failure(ErrorCode::NotFound,
                   {QT_TRANSLATE_NOOP("engine", "%1 is not in the cache"), {std::string(name)}});
}

} // namespace

Retention::Retention(store::Store &store, const upstream::Routes &routes)
    : m_store(store)
    , m_routes(routes)
{
}

void Retention::remove(const RemovalRequest &request, RemovalDone done)
{
    auto terms = termsOf(request);
    if (!terms) {
        m_later.post([done = std::move(done), error = terms.error()] {
            done(tl::unexpected<Error>(error));
        });
        return;
    }
    const bool isDryRun = request.isDryRun;
    const auto planned = std::make_shared<RemovalResult>();
    m_store.evictor().start(
        {.terms = std::move(*terms),
         .isDryRun = isDryRun,
         .planned = [planned,
                     isDryRun](const EvictionPlan &plan) { *planned = resultOf(plan, isDryRun); },
         .finished =
             [planned, done = std::move(done)](const Result<store::EvictionOutcome> &outcome) {
                 if (!outcome) {
                     done(tl::unexpected<Error>(outcome.error()));
                     return;
                 }
                 if (!planned->isDryRun)
                     planned->freedBytes = outcome->freedBytes;
                 done(*planned);
             }});
}

Result<store::EvictionTerms> Retention::termsOf(const RemovalRequest &request) const
{
    Result<Choices> choices = choicesOf(request);
    if (!choices)
        return tl::unexpected<Error>(choices.error());
    std::int64_t wanted = request.freeBytes;
    if (request.keepBytes > 0)
        wanted = std::max(wanted, m_store.catalogue().storedBytes() - request.keepBytes);
    if (choices->empty() && !request.isAll && wanted == 0 && request.keepBytes == 0)
        return failure(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("engine", "nothing was asked for"));
    return store::EvictionTerms{.wantedBytes = wanted,
                                .chosen = std::move(*choices),
                                .takesUnlinked = request.isAll,
                                .takesPinned = request.takesPinned,
                                .namesSharers = true,
                                .nowMs = 0,
                                .isInUse = nullptr};
}

Result<Retention::Choices> Retention::choicesOf(const RemovalRequest &request) const
{
    Choices choices;
    Result<void> chosen;
    for (const QByteArray &image : request.images)
        chosen = chosen.and_then([&] { return chooseImage(image.toStdString(), choices); });
    for (const QByteArray &name : request.repositories)
        chosen = chosen.and_then([&] { return chooseRepository(name.toStdString(), choices); });
    for (const QByteArray &name : request.registries)
        chosen = chosen.and_then([&] { return chooseRegistry(name.toStdString(), choices); });
    if (!chosen)
        return tl::unexpected<Error>(chosen.error());
    if (request.isAll)
        chooseAll({}, choices);
    return choices;
}

Result<void> Retention::chooseImage(std::string_view reference, Choices &choices) const
{
    const Result<ImageRef> ref = resolveImageName(reference, m_routes);
    if (!ref)
        return tl::unexpected<Error>(ref.error());
    const auto repository = m_store.catalogue().find(ref->registry, ref->repository);
    if (!repository || !isStored(*repository, *ref))
        return notThere(ref->toString());
    choices.push_back({.repository = *repository, .name = nameIn(*ref)});
    return {};
}

Result<void> Retention::chooseRepository(std::string_view name, Choices &choices) const
{
    const Result<ImageRef> ref = resolveImageName(name, m_routes);
    if (!ref)
        return tl::unexpected<Error>(ref.error());
    const auto repository = m_store.catalogue().find(ref->registry, ref->repository);
    if (!repository)
        return notThere(ref->registry + '/' + ref->repository);
    choices.push_back({.repository = *repository, .name = {}});
    return {};
}

Result<void> Retention::chooseRegistry(std::string_view name, Choices &choices) const
{
    // One that is not configured any more may still have images.
    const auto upstream = m_routes.byName(name);
    const std::string registry = upstream ? m_routes.registry(*upstream) : std::string(name);
    const std::size_t before = choices.size();
    chooseAll(registry + '/', choices);
    if (choices.size() == before)
        return notThere(registry);
    return {};
}

void Retention::chooseAll(std::string_view prefix, Choices &choices) const
{
    const store::Catalogue &catalogue = m_store.catalogue();
    const auto count = static_cast<store::RepositoryId>(catalogue.repositoryCount());
    for (store::RepositoryId id = 0; id < count; ++id) {
        if (catalogue.repositoryName(id).starts_with(prefix))
            choices.push_back({.repository = id, .name = {}});
    }
}

bool Retention::isStored(store::RepositoryId repository, const ImageRef &ref) const
{
    const store::Catalogue &catalogue = m_store.catalogue();
    if (!ref.digest)
        return catalogue.tag(repository, ref.tag).has_value();
    const auto content = catalogue.content(repository, *ref.digest);
    return content && content->isManifest;
}

Result<PinResult> Retention::setPinned(const PinRequest &request)
{
    const Result<ImageRef> ref = resolveImageName(request.reference.toStdString(), m_routes);
    if (!ref)
        return tl::unexpected<Error>(ref.error());
    const std::string name = nameIn(*ref);
    const auto repository = m_store.catalogue().find(ref->registry, ref->repository);
    const bool isThere = repository && (isStored(*repository, *ref) ||
                                        m_store.catalogue().isPinned(*repository, name));
    if (!isThere)
        return notThere(ref->toString());
    m_store.setPinned(*repository, name, request.isPinned);
    return PinResult{.name = QByteArray::fromStdString(ref->toString()),
                     .isPinned = request.isPinned};
}

} // namespace lanyard::registry
