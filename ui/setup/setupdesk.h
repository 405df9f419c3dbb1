// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/clientview.h"
#include "setup/setupsource.h"

#include <QObject>

#include <deque>
#include <functional>

namespace lanyard::ui {

/// The set-up of this computer as the window works on it: which clients there are, what would
/// change, and the work that was asked for, one thing after the other. It asks only when it is
/// told to. UI thread.
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

    const QList<ClientView> &clients() const { return m_clients; }

    /// nullptr: there is none of that name.
    const ClientView *client(const QString &id) const;

    const QList<AppliedSetUp> &applied() const { return m_applied; }

    /// Whether all of it is undone until it is resumed.
    bool isPaused() const;

    bool isLooking() const { return m_isLooking; }

    bool isWorking() const { return m_isRunning; }

    /// Why the last look told nothing; empty: it did.
    const QString &trouble() const
    {
        return m_lookTrouble.isEmpty() ? m_planTrouble : m_lookTrouble;
    }

    /// Applies the plans of these clients, and tests those that can be. One that fails does not
    /// stop the others.
    void setUp(const QStringList &ids);
    void test(const QString &id, const QString &registry);
    void undo(const QString &id);
    void pause();
    void resume();

Q_SIGNALS:
    /// There are others than before.
    void clientsChanged();
    void clientChanged(const QString &id);
    void appliedChanged();
    /// Looking or working has begun or ended.
    void stateChanged();
    /// All that was asked for is done.
    void ended(const lanyard::ui::SetUpOutcome &outcome);

private:
    using Work = ClientView::Work;

    bool take(const SetUpWish &wish);
    void plan();
    void onLooked(const Result<QList<ClientInstallation>> &found);
    void onPlanned(const Result<QList<ClientPlan>> &plans);
    void endLook();
    void onApplied(const Result<QList<AppliedSetUp>> &applied);
    void attachApplied();

    void begin(SetUpOutcome::Kind kind, const QStringList &ids);
    void runNext();
    void end();
    void apply(const ClientPlan &plan);
    void tryOut(const QString &id, const QString &registry);
    void takeBack(const QString &id);
    void pauseOrResume(bool isPausing);
    void change(const QString &id, const std::function<void(ClientView &)> &edit);
    void note(const SetUpStep &step);
    void fail(const QString &id, const QString &trouble);
    void succeed(const QString &id);
    QString nameOf(const QString &id) const;

    SetUpSource &m_source;
    SetUpWish m_wish;
    QList<ClientView> m_clients;
    QList<AppliedSetUp> m_applied;
    QString m_lookTrouble;
    QString m_planTrouble;
    std::deque<std::function<void()>> m_jobs;
    SetUpOutcome m_outcome;
    // Answers to an older question count no more.
    int m_lookNumber = 0;
    int m_planNumber = 0;
    bool m_areClientsAwaited = false;
    bool m_isLooking = false; ///< or planning
    bool m_isRunning = false;
};

} // namespace lanyard::ui
