// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/diskwatch.h"

#include "core/limits.h"
#include "store/disklook.h"

#include <QDateTime>

#include <condition_variable>
#include <mutex>
#include <utility>

namespace lanyard::store {

namespace {

/// How long the end waits for a look that may only be slow, so that nothing of it stays behind.
constexpr std::chrono::milliseconds endPatience{100};

} // namespace

/// What the two threads tell each other; it outlives the watch when a look hangs.
struct DiskWatch::Shared
{
    explicit Shared(int threshold)
        : health(threshold)
    {
    }

    std::mutex mutex;
    std::condition_variable changed;
    // Guarded by the mutex:
    bool isStopped = false;
    bool isLooking = false;
    Result<void> outcome; ///< of the newest look that has ended
    DiskHealth health;
};

std::unique_ptr<DiskWatch> DiskWatch::begin(const QString &folder, const HealthConfig &config,
                                            const Clock &clock)
{
    if (!config.isChecked)
        return nullptr;
    return std::make_unique<DiskWatch>(folder, DiskLook(Layout(folder)),
                                       Terms{.interval = config.interval,
                                             .answerTimeout = limits::healthAnswerTimeout,
                                             .threshold = config.threshold},
                                       clock);
}

DiskWatch::DiskWatch(QString name, Look look, const Terms &terms, const Clock &clock)
    : m_name(std::move(name))
    , m_terms(terms)
    , m_clock(clock)
    , m_shared(std::make_shared<Shared>(terms.threshold))
    , m_looker([shared = m_shared, look = std::move(look)] { DiskWatch::look(shared, look); })
    , m_watcher([this] { watch(); })
{
}

DiskWatch::~DiskWatch()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->isStopped = true;
    }
    m_shared->changed.notify_all();
    m_watcher.join();
    std::unique_lock lock(m_shared->mutex);
    const bool isHanging =
        !m_shared->changed.wait_for(lock, endPatience, [this] { return !m_shared->isLooking; });
    lock.unlock();
    if (isHanging)
        m_looker.detach();
    else
        m_looker.join();
}

std::optional<DiskTrouble> DiskWatch::trouble() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->health.trouble();
}

void DiskWatch::look(const std::shared_ptr<Shared> &shared, const Look &look)
{
    std::unique_lock lock(shared->mutex);
    for (;;) {
        shared->changed.wait(lock, [&] { return shared->isStopped || shared->isLooking; });
        if (shared->isStopped) {
            shared->isLooking = false;
            shared->changed.notify_all();
            return;
        }
        lock.unlock();
        Result<void> outcome = look();
        lock.lock();
        shared->outcome = std::move(outcome);
        shared->isLooking = false;
        shared->changed.notify_all();
    }
}

void DiskWatch::watch()
{
    Shared &shared = *m_shared;
    std::unique_lock lock(shared.mutex);
    while (!shared.isStopped) {
        const bool isNew = !shared.isLooking;
        if (isNew) {
            shared.isLooking = true;
            shared.changed.notify_all();
        }
        shared.changed.wait_for(lock, isNew ? m_terms.answerTimeout : m_terms.interval,
                                [&] { return shared.isStopped || !shared.isLooking; });
        if (shared.isStopped)
            return;
        note(shared.isLooking ? failure(ErrorCode::TimedOut,
                                        QT_TRANSLATE_NOOP("engine", "the disk does not answer"))
                              : shared.outcome);
        if (!shared.isLooking)
            shared.changed.wait_for(lock, m_terms.interval, [&] { return shared.isStopped; });
    }
}

/// With the mutex.
void DiskWatch::note(const Result<void> &outcome)
{
    DiskHealth &health = m_shared->health;
    if (!health.note(outcome, m_clock.wallNow()))
        return;
    const std::optional<DiskTrouble> &trouble = health.trouble();
    m_isHealthy.store(!trouble, std::memory_order_relaxed);
    //: Of the folder in which the cache keeps what it has.
    Message what = QT_TRANSLATE_NOOP("engine", "can be used again; clients are served");
    if (trouble)
        //: Of the same folder. %1: a time, %2: why
        what = {QT_TRANSLATE_NOOP(
                    "engine",
                    "cannot be used since %1: %2. Clients get 503, and go elsewhere, until it can"),
                {QDateTime::fromMSecsSinceEpoch(toEpochMs(trouble->since), Qt::UTC)
                     .toString(Qt::ISODate),
                 trouble->reason}};
    const Message message = Message::at(m_name, what);
    m_tasks.post([this, message] { Q_EMIT warningRaised(message); });
}

} // namespace lanyard::store
