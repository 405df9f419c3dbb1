// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/config.h"
#include "core/clock.h"
#include "core/result.h"
#include "core/taskqueue.h"
#include "store/diskhealth.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace lanyard::store {

/// Looks at a disk at regular times. A look has a thread of its own, which may hang in it for ever,
/// as at a dead NFS server; another one, which never touches the disk, counts that as a failure.
/// Lives on the thread that made it.
class DiskWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiskWatch)

public:
    /// May be called on when the watch has gone, and so owns what it needs. As of DiskLook.
    using Look = std::function<Result<void>()>;

    struct Terms
    {
        std::chrono::milliseconds interval;      ///< between two looks
        std::chrono::milliseconds answerTimeout; ///< then a look has failed, and no other begins
        int threshold = 1; ///< failures in a row: each interval that a look hangs is one, too
    };

    /// Looks at the folder that is there now. nullptr: it is not to be looked at.
    static std::unique_ptr<DiskWatch> begin(const QString &folder, const HealthConfig &config,
                                            const Clock &clock);

    /// `name` is the folder's, for what is told. `clock` outlives it.
    DiskWatch(QString name, Look look, const Terms &terms, const Clock &clock);
    /// Does not wait for a look that hangs.
    ~DiskWatch() override;

    /// Whether the disk can be used. Any thread; as cheap as reading a variable.
    bool isHealthy() const { return m_isHealthy.load(std::memory_order_relaxed); }

    /// nullopt: it is healthy. Any thread.
    std::optional<DiskTrouble> trouble() const;

Q_SIGNALS:
    /// The disk cannot be used, and why, or it can be again.
    void warningRaised(const lanyard::Message &message);

private:
    struct Shared;

    static void look(const std::shared_ptr<Shared> &shared, const Look &look);
    void watch();
    void note(const Result<void> &outcome);

    const QString m_name;
    const Terms m_terms;
    const Clock &m_clock;
    std::atomic<bool> m_isHealthy{true};
    TaskQueue m_tasks;
    const std::shared_ptr<Shared> m_shared;
    std::thread m_looker;
    std::thread m_watcher;
};

} // namespace lanyard::store
