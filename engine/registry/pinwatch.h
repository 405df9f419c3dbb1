// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/clock.h"
#include "registry/imagedesk.h"
#include "registry/prefetcher.h"
#include "registry/registry.h"
#include "store/store.h"
#include "upstream/routes.h"
#include "upstream/upstreamclient.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <string>
#include <unordered_map>

namespace lanyard::registry {

/// Finds out without a client whether pinned tags still name what their registry has: asks for one
/// after the other by HEAD, for none more often than the configuration says, restarts included, and
/// for none that is immutable. The catalogue remembers what is newer, until a client or
/// `lanyard refresh` gets it, or this does. Who cannot be asked is asked later, without a word.
/// Engine thread.
class PinWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PinWatch)

public:
    /// Whom it asks. All outlive it.
    struct Parts
    {
        Registry &registry;
        store::Store &store;
        const upstream::Routes &routes;
        const upstream::UpstreamClient &client;
        ImageDesk &images;
        Prefetcher &prefetcher;
        const Clock &clock;
    };

    /// `delay` goes by before its first look for what is due, and between two that find nothing;
    /// between two requests it is limits::pinWatchPause, or `delay` when that is shorter.
    PinWatch(const Parts &parts, const PinnedConfig &config, std::chrono::milliseconds delay);

private:
    struct Pinned
    {
        Repository repository;
        store::RepositoryId id = 0;
        std::string tag;
        std::int64_t askedAtMs = 0; ///< by a client or by this; since 1970-01-01 UTC; 0: never

        std::string key() const { return repository.key(tag); }

        /// <registry>/<repository>, and what tells which image of it.
        std::string name(const std::string &suffix) const
        {
            return repository.registry + '/' + repository.name + suffix;
        }
    };

    void look();

    void lookAgain(std::chrono::milliseconds pause) { m_timer.start(pause); }

    /// The one that was asked for longest ago, of those that are due.
    std::optional<Pinned> due();
    void addDue(store::RepositoryId id, std::optional<Pinned> &oldest) const;
    bool isDue(const Pinned &pinned) const;
    void answered(const Pinned &pinned, const Result<std::optional<Digest>> &upstream);
    void refresh(const Pinned &pinned, const Digest &newer);
    /// The tag moves when all of the new image is here: it can be pulled without its registry all
    /// the time.
    void fetch(const Pinned &pinned, const Digest &newer, const QByteArrayList &platforms);
    void move(const Pinned &pinned);

    const Parts m_parts;
    const PinnedConfig m_config;
    const std::chrono::milliseconds m_delay;
    const std::chrono::milliseconds m_pause;
    QTimer m_timer;
    /// Until when each is left alone, whatever the catalogue says: that has no time of an answer
    /// that did not come, or was none. By the calendar, since machines sleep.
    std::unordered_map<std::string, WallTime> m_notBefore;
};

/// The platforms to fetch so that a newer image is there as this one was: those that are complete.
/// Pure.
QByteArrayList completePlatforms(const ImageDetails &image);

} // namespace lanyard::registry
