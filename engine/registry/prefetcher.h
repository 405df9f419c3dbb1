// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/prefetch.h"
#include "core/result.h"
#include "registry/prefetch.h"
#include "registry/registry.h"
#include "store/store.h"
#include "upstream/routes.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace lanyard::registry {

/// Asks upstreams for images without a client: fetches whole ones, and asks anew what a tag names.
/// Engine thread; what runs ends with this, without an answer.
class Prefetcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Prefetcher)

public:
    /// All references outlive it.
    Prefetcher(Registry &registry, store::Store &store, const upstream::Routes &routes);
    ~Prefetcher() override;

    struct Events
    {
        std::function<void(const PrefetchProgress &)> progressed;
        std::function<void(const Result<PrefetchResult> &)> finished;
    };

    using Id = std::uint64_t;

    /// Ends in `finished`, later. InvalidInput when the request breaks a rule, NotFound when the
    /// registry is not configured or has no such image or platform, Cancelled beyond
    /// limits::prefetchesMax. The id is for cancel().
    Id start(const PrefetchRequest &request, Events events);
    /// Neither event is called any more. Harmless for one that has ended.
    void cancel(Id id);

    bool isBusy() const { return !m_running.empty(); }

    using RefreshDone = std::function<void(const Result<RefreshResult> &)>;

    /// Asks upstream which manifest a tag names now, and stores that. InvalidInput when it is no
    /// tag, NotFound when upstream has none, Unreachable when it cannot be asked.
    void refresh(const std::string &reference, RefreshDone done);

private:
    struct Target
    {
        Repository repository;
        ImageRef ref;
    };

    void answerWhenStored(const Target &target, RefreshResult refreshed, const Digest &digest,
                          const RefreshDone &done);
    /// What the tag names, as the catalogue has it.
    std::optional<Digest> tagged(const Target &target) const;
    Result<Target> resolve(const std::string &reference) const;
    Result<std::unique_ptr<Prefetch>> make(const PrefetchRequest &request);
    void retire(Id id);
    void finish(Id id, const Events &events, const Result<PrefetchResult> &result);

    Registry &m_registry;
    store::Store &m_store;
    const upstream::Routes &m_routes;
    Id m_last = 0;
    std::unordered_map<Id, std::unique_ptr<Prefetch>> m_running;
    TaskQueue m_later; ///< answers that are known at once
};

} // namespace lanyard::registry
