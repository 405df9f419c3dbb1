// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/prefetcher.h"

#include "core/limits.h"
#include "core/retire.h"
#include "registry/imagename.h"

#include <QTimer>

#include <utility>

namespace lanyard::registry {

Prefetcher::Prefetcher(Registry &registry, store::Store &store, const upstream::Routes &routes)
    : m_registry(registry)
    , m_store(store)
    , m_routes(routes)
{
}

Prefetcher::~Prefetcher() = default;

Prefetcher::Id Prefetcher::start(const PrefetchRequest &request, Events events)
{
    const Id id = ++m_last;
    auto made = make(request);
    if (!made) {
        m_later.post([events = std::move(events), error = made.error()] {
            events.finished(tl::unexpected<Error>(error));
        });
        return id;
    }
    Prefetch *prefetch = made->get();
    m_running.emplace(id, std::move(*made));
    connect(prefetch, &Prefetch::progressed, this,
            [prefetch, events] { events.progressed(prefetch->progress()); });
    connect(prefetch, &Prefetch::finished, this,
            [this, id, events](const PrefetchResult &result) { finish(id, events, result); });
    connect(prefetch, &Prefetch::failed, this, [this, id, events](const Error &error) {
        finish(id, events, tl::unexpected<Error>(error));
    });
    prefetch->start();
    return id;
}

void Prefetcher::finish(Id id, const Events &events, const Result<PrefetchResult> &result)
{
    // It is emitting: it goes when it has returned. So do the events, which it holds.
    const Events kept = events;
    const Result<PrefetchResult> answer = result;
    retire(id);
    kept.finished(answer);
}

void Prefetcher::retire(Id id)
{
    auto node = m_running.extract(id);
    if (!node.empty())
        lanyard::retire(std::move(node.mapped()), this);
}

void Prefetcher::cancel(Id id)
{
    // The caller may be in the middle of one of its events.
    retire(id);
}

void Prefetcher::refresh(const std::string &reference, RefreshDone done)
{
    const Result<Target> target = resolve(reference);
    if (!target || target->ref.digest) {
        const Error error =
            target
                ? Error{.code = ErrorCode::InvalidInput,
                        .message = Message::at(
                            reference,
                            QT_TRANSLATE_NOOP("engine", "a digest names the same image for ever"))}
                : target.error();
        m_later.post([done = std::move(done), error] { done(tl::unexpected<Error>(error)); });
        return;
    }
    const Target asked = *target;
    RefreshResult refreshed{.name = QByteArray::fromStdString(asked.ref.toString())};
    if (const auto before = tagged(asked))
        refreshed.before = QByteArray::fromStdString(before->toString());
    RegistryRequest request = ownRequest(Endpoint::Manifest, asked.repository, asked.ref.tag);
    request.mustAsk = true;
    ask(m_registry, std::move(request), this,
        [this, asked, refreshed, done = std::move(done)](const Result<http::Response> &answer) {
            if (!answer)
                done(tl::unexpected<Error>(answer.error()));
            else if (answer->labels.result == CacheResult::Stale)
                done(failure(
                    ErrorCode::Unreachable,
                    Message::at(refreshed.name.toStdString(),
                                QT_TRANSLATE_NOOP("engine", "its registry could not be asked"))));
            else
                answerWhenStored(
                    asked, refreshed,
                    Digest::of(Digest::Algorithm::Sha256, std::get<QByteArray>(answer->body)),
                    done);
        });
}

/// Until its manifest is on the disk, clients still get the one before.
void Prefetcher::answerWhenStored(const Target &target, RefreshResult refreshed,
                                  const Digest &digest, const RefreshDone &done)
{
    if (m_registry.isStoring(target.repository, digest)) {
        QTimer::singleShot(limits::prefetchTick, this, [this, target, refreshed, digest, done] {
            answerWhenStored(target, refreshed, digest, done);
        });
        return;
    }
    if (const auto now = tagged(target)) {
        refreshed.digest = QByteArray::fromStdString(now->toString());
        done(refreshed);
        return;
    }
    done(failure(ErrorCode::Io, {QT_TRANSLATE_NOOP("engine", "%1 was not stored"),
                                 {refreshed.name.toStdString()}}));
}

std::optional<Digest> Prefetcher::tagged(const Target &target) const
{
    const store::Catalogue &catalogue = m_store.catalogue();
    const auto id = catalogue.find(target.repository.registry, target.repository.name);
    const auto state = id ? catalogue.tag(*id, target.ref.tag) : std::nullopt;
    return state ? std::optional(state->digest) : std::nullopt;
}

Result<Prefetcher::Target> Prefetcher::resolve(const std::string &reference) const
{
    const Result<ImageRef> ref = resolveImageName(reference, m_routes);
    if (!ref)
        return tl::unexpected<Error>(ref.error());
    const auto upstream = m_routes.byName(ref->registry);
    if (!upstream)
        return failure(ErrorCode::NotFound,
                       {QT_TRANSLATE_NOOP("engine", "%1 is not one of the configured upstreams"),
                        {ref->registry}});
    return Target{
        .repository = {.upstream = *upstream, .registry = ref->registry, .name = ref->repository},
        .ref = *ref,
    };
}

Result<std::unique_ptr<Prefetch>> Prefetcher::make(const PrefetchRequest &request)
{
    Result<Target> target = resolve(request.reference.toStdString());
    if (!target)
        return tl::unexpected<Error>(target.error());
    std::vector<std::string> platforms;
    for (const QByteArray &platform : request.platforms)
        platforms.push_back(platform.toStdString());
    Result<PlatformChoice> choice = PlatformChoice::parse(platforms);
    if (!choice)
        return tl::unexpected<Error>(choice.error());
    if (m_running.size() >= static_cast<std::size_t>(limits::prefetchesMax))
        return failure(ErrorCode::Cancelled,
                       QT_TRANSLATE_NOOP("engine", "too many images are being fetched ahead"));
    return std::make_unique<Prefetch>(m_registry, m_store, std::move(target->repository),
                                      std::move(target->ref), std::move(*choice));
}

} // namespace lanyard::registry
