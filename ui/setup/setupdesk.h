// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/clientboard.h"
#include "setup/setupsource.h"
#include "setup/setupwork.h"

#include <QObject>

namespace lanyard::ui {

/// The set-up of this computer as the window knows it: which clients there are, what would change
/// for the cache that is wished, and what is applied. It asks only when it is told to, and not
/// while there is work, which ends with a look of its own. UI thread.
class SetUpDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetUpDesk)

public:
    /// The source must outlive it.
    explicit SetUpDesk(SetUpSource &source, QObject *parent = nullptr);

    /// Plans for all clients, and looks for them where it is about another cache than before.
    /// Without registries there are no plans.
    void setWish(const CacheEndpoint &cache, const QStringList &registries);
    /// The same, and looks in any case.
    void lookFor(const CacheEndpoint &cache, const QStringList &registries);
    /// There are no plans until the next wish; asks nothing.
    void withdraw();
    /// Looks and plans again, and asks what can be undone.
    void look();
    /// Asks only what can be undone.
    void askApplied();

    const CacheEndpoint &cache() const { return m_wish.cache; }

    const QStringList &registries() const { return m_wish.registries; }

    const ClientBoard &board() const { return m_board; }

    SetUpWork &work() { return m_work; }

    /// Whether there is something in force, or something paused.
    bool canPause() const;
    bool canResume() const;
    /// The clients that pull through this cache and have a pull that can be started.
    QStringList testable() const;

    bool isLooking() const { return m_isLooking; }

    bool isWorking() const { return m_work.isRunning(); }

    /// Why the last look told nothing; empty: it did.
    QString trouble() const;

Q_SIGNALS:
    /// Looking or working has begun or ended.
    void stateChanged();

private:
    bool take(const SetUpWish &wish);
    void plan();
    void onLooked(const Result<QList<ClientInstallation>> &found);
    void onPlanned(const Result<QList<ClientPlan>> &plans);
    void endLook();
    void onApplied(const Result<QList<AppliedSetUp>> &applied);
    void onWorkEnded();

    SetUpSource &m_source;
    ClientBoard m_board;
    SetUpWork m_work;
    SetUpWish m_wish;
    QString m_lookTrouble;
    QString m_planTrouble;
    QString m_appliedTrouble;
    // Answers to an older question count no more.
    int m_lookNumber = 0;
    int m_planNumber = 0;
    bool m_areClientsAwaited = false;
    bool m_isLooking = false;    ///< or planning
    bool m_isLookWanted = false; ///< when the work has ended
};

} // namespace lanyard::ui
