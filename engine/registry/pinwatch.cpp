// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/pinwatch.h"

#include "core/limits.h"
#include "registry/freshness.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace lanyard::registry {

namespace {

constexpr const char *everyPlatform = "all";

} // namespace

QByteArrayList completePlatforms(const ImageDetails &image)
{
    const auto isComplete = [](const ImagePlatform &platform) {
        return platform.isComplete;
    };
    const QList<ImagePlatform> &all = image.platforms;
    if (all.size() > 1 && std::all_of(all.begin(), all.end(), isComplete))
        return {everyPlatform};
    QByteArrayList names;
    for (const ImagePlatform &platform : all) {
        if (!platform.isComplete || platform.isAttachment)
            continue;
        // Nobody knows for what a single image is whose config is none.
        if (platform.os.isEmpty() || platform.architecture.isEmpty())
            return {everyPlatform};
        QByteArray name = platform.os + '/' + platform.architecture;
        if (!platform.variant.isEmpty())
            name += '/' + platform.variant;
        names.append(name);
    }
    const bool areTooMany = names.size() > static_cast<qsizetype>(limits::platformsMax);
    return areTooMany ? QByteArrayList{everyPlatform} : names;
}

PinWatch::PinWatch(const Parts &parts, const PinnedConfig &config, std::chrono::milliseconds delay)
    : m_parts(parts)
    , m_config(config)
    , m_delay(delay)
    , m_pause(std::min(delay, limits::pinWatchPause))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &PinWatch::look);
    if (m_config.checkEvery.count() > 0)
        lookAgain(m_delay);
}

void PinWatch::look()
{
    std::optional<Pinned> pinned = due();
    if (!pinned) {
        lookAgain(m_delay);
        return;
    }
    // The time before the answer: a tag that moves meanwhile is the newer one.
    pinned->askedAtMs = toEpochMs(m_parts.clock.wallNow());
    m_parts.registry.look(pinned->repository, pinned->tag,
                          [this, guard = QPointer<QObject>(this),
                           pinned = *pinned](const Result<std::optional<Digest>> &upstream) {
                              if (guard)
                                  answered(pinned, upstream);
                          });
}

std::optional<PinWatch::Pinned> PinWatch::due()
{
    const WallTime now = m_parts.clock.wallNow();
    std::erase_if(m_notBefore, [this, now](const auto &entry) {
        // Longer than that is nobody left alone: the clock was set back.
        return entry.second <= now || entry.second - now > m_config.checkEvery;
    });
    std::optional<Pinned> oldest;
    const std::size_t repositories = m_parts.store.catalogue().repositoryCount();
    for (std::size_t id = 0; id < repositories; ++id)
        addDue(static_cast<store::RepositoryId>(id), oldest);
    return oldest;
}

void PinWatch::addDue(store::RepositoryId id, std::optional<Pinned> &oldest) const
{
    const store::Catalogue &catalogue = m_parts.store.catalogue();
    for (const std::string &tag : catalogue.pins(id)) {
        // A pinned digest has no tag, and a pinned tag need not be there.
        const auto state = catalogue.tag(id, tag);
        if (!state)
            continue;
        const std::string name = catalogue.repositoryName(id);
        const auto [registry, repository] = store::splitRepositoryName(name);
        const auto upstream = m_parts.routes.byName(registry);
        if (!upstream)
            continue;
        const auto seen = catalogue.seenTag(id, tag);
        const Pinned pinned{
            .repository = {.upstream = *upstream,
                           .registry = std::string(registry),
                           .name = std::string(repository)},
            .id = id,
            .tag = tag,
            .askedAtMs = std::max(state->checkedAtMs, seen ? seen->seenAtMs : 0),
        };
        if (isDue(pinned) && (!oldest || pinned.askedAtMs < oldest->askedAtMs))
            oldest = pinned;
    }
}

bool PinWatch::isDue(const Pinned &pinned) const
{
    const std::int64_t nowMs = toEpochMs(m_parts.clock.wallNow());
    const std::chrono::milliseconds every = m_config.checkEvery;
    // In the future: the clock was set back, and nobody knows.
    const bool isOld =
        pinned.askedAtMs > nowMs || nowMs - pinned.askedAtMs >= std::int64_t{every.count()};
    return isOld && !m_notBefore.contains(pinned.key()) &&
           !m_parts.registry.ruleFor(pinned.repository, pinned.tag).isImmutable;
}

void PinWatch::answered(const Pinned &pinned, const Result<std::optional<Digest>> &upstream)
{
    const bool isAnswer = upstream || upstream.error().code == ErrorCode::NotFound;
    const std::chrono::milliseconds pause =
        isAnswer ? std::chrono::milliseconds(m_config.checkEvery) : limits::pinRetryPause;
    m_notBefore.insert_or_assign(pinned.key(), fromEpochMs(pinned.askedAtMs) + pause);
    // Where it has the tag no more, or does not say, what is pinned stays as it is.
    const std::optional<Digest> digest = upstream ? *upstream : std::nullopt;
    const auto state = m_parts.store.catalogue().tag(pinned.id, pinned.tag);
    if (!digest || !state || state->digest == *digest) {
        lookAgain(m_pause);
        return;
    }
    m_parts.store.setSeen(pinned.id, pinned.tag, {.digest = *digest, .seenAtMs = pinned.askedAtMs});
    // The last pulls of a budget are for who waits for them.
    if (m_config.refreshes &&
        m_parts.client.budgetShare(pinned.repository.upstream) >= limits::budgetLow)
        refresh(pinned, *digest);
    else
        lookAgain(m_pause);
}

void PinWatch::refresh(const Pinned &pinned, const Digest &newer)
{
    m_parts.images.inspect(
        pinned.name(':' + pinned.tag),
        [this, guard = QPointer<QObject>(this), pinned, newer](const Result<ImageDetails> &image) {
            if (!guard)
                return;
            if (!image) {
                lookAgain(m_pause);
                return;
            }
            const QByteArrayList platforms = completePlatforms(*image);
            if (platforms.isEmpty())
                move(pinned);
            else
                fetch(pinned, newer, platforms);
        });
}

void PinWatch::fetch(const Pinned &pinned, const Digest &newer, const QByteArrayList &platforms)
{
    const PrefetchRequest request{
        .reference = QByteArray::fromStdString(pinned.name('@' + newer.toString())),
        .platforms = platforms};
    m_parts.prefetcher.start(request, {.progressed = [](const PrefetchProgress & /*progress*/) {},
                                       .finished =
                                           [this, guard = QPointer<QObject>(this),
                                            pinned](const Result<PrefetchResult> &result) {
                                               if (!guard)
                                                   return;
                                               if (result)
                                                   move(pinned);
                                               else
                                                   lookAgain(m_pause);
                                           }});
}

void PinWatch::move(const Pinned &pinned)
{
    m_parts.prefetcher.refresh(
        pinned.name(':' + pinned.tag),
        [this, guard = QPointer<QObject>(this)](const Result<RefreshResult> & /*result*/) {
            if (guard)
                lookAgain(m_pause);
        });
}

} // namespace lanyard::registry
