// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer.h"
#include "api/clientsetup.h"
#include "api/workstationplaces.h"
#include "core/clock.h"
#include "detection/detector.h"
#include "detection/programs.h"
#include "detection/surroundings.h"
#include "setup/applier.h"
#include "setup/privilegedhelper.h"
#include "workstation/planner.h"

#include <QList>
#include <QObject>
#include <QString>

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>

namespace lanyard::workstation {

/// All that is done for the set-up of this computer's clients, put together. What changes something
/// is done one thing after the other. Lives on a thread with an event loop, where it answers, and
/// blocks for small files only; what has not ended when it goes is not answered.
class Desk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Desk)

public:
    using Progress = std::function<void(const SetUpStep &)>;

    explicit Desk(const WorkstationPlaces &places);
    ~Desk() override;

    // Questions and answers as of Workstation.

    void cache(const CacheEndpoint &cache, Answer<CacheFacts> done);
    void look(const CacheEndpoint &cache, Answer<QList<ClientInstallation>> done);
    void plan(const SetUpWish &wish, const Answer<QList<ClientPlan>> &done);
    void apply(const ClientPlan &plan, const Progress &progress, const Answer<SetUpResult> &done);
    void undo(const QString &client, const Progress &progress, const Answer<SetUpResult> &done);
    Result<QList<AppliedSetUp>> applied() const;
    void pause(const Progress &progress, const Answer<QList<SetUpResult>> &done);
    void resume(const Progress &progress, const Answer<QList<SetUpResult>> &done);
    void test(const QString &client, const CacheEndpoint &cache, const QString &registry,
              const Progress &progress, const Answer<ProofResult> &done);
    void sightings(const CacheEndpoint &cache, const QString &nonce,
                   Answer<QList<ProbeSighting>> done);

private:
    using Job = std::function<void()>;

    /// Runs after the jobs before it; it calls endJob().
    void startJob(Job job);
    void endJob();
    /// The same for who answers to that.
    template <typename Value>
    Answer<Value> endingJob(const Answer<Value> &done);

    /// Calls `next` when it is known which clients are here.
    void withClients(const CacheEndpoint &cache, const std::function<void()> &next);
    /// What is known of the clients is about to change.
    void forgetLook();
    const ClientInstallation *client(const QString &id) const;
    Result<QList<ClientPlan>> plansOf(const SetUpWish &wish) const;
    PlanningHelp planningHelp(const SetUpWish &wish) const;
    void testNow(const ClientInstallation &client, const CacheEndpoint &cache,
                 const QString &registry, const Progress &progress,
                 const Answer<ProofResult> &done);
    void applyNow(const ClientPlan &plan, const Progress &progress,
                  const Answer<SetUpResult> &done);
    /// The same for a client that is set up otherwise, as `before` says: that is taken back first,
    /// and put back when it fails, unless it was cut short.
    void applyAnew(const ClientPlan &plan, const setup::SetUpRecord &before,
                   const Progress &progress, const Answer<SetUpResult> &done);
    /// The plan is made again for the files as they are without ours.
    void applyAgain(const ClientPlan &plan, const Progress &progress,
                    const Answer<SetUpResult> &done);
    /// Resumes what was there before a failure, and answers with that.
    void goBack(const ClientPlan &plan, const Error &error, const Progress &progress,
                const Answer<SetUpResult> &done);
    /// Whether Docker Engine has taken up what a change writes into its daemon.json.
    setup::Applier::Check checkOf(const setup::ClientChange &change, const Progress &progress);
    /// The Docker Engine of a set-up, as it runs now; 0: not known, or another client's.
    std::int64_t pidOf(const QString &client) const;
    void undoNow(const QString &client, setup::Applier::Aftermath aftermath,
                 const Progress &progress, const Answer<SetUpResult> &done);
    /// What was cut short is undone, and not kept in mind.
    void pauseNow(const QString &client, const Progress &progress, const Answer<SetUpResult> &done);

    /// Does one thing for each of these clients, and goes on after a failure; its words are the
    /// trouble of that client.
    using ForOne = std::function<void(const QString &client, const Answer<SetUpResult> &)>;
    void forEach(const QStringList &clients, const ForOne &one, const QList<SetUpResult> &results,
                 const Answer<QList<SetUpResult>> &done);
    /// `login` has the password where the set-up logs in at that cache.
    void resumeNow(const QString &client, const CacheEndpoint &login, const Progress &progress,
                   const Answer<SetUpResult> &done);
    /// The clients whose set-up is, or is not, paused.
    Result<QStringList> clientsThatAre(bool isPaused) const;

    SystemClock m_clock;
    const detection::Surroundings m_here;
    detection::Programs m_programs;
    detection::Detector m_detector;
    const QProcessEnvironment m_environment; ///< of the user
    setup::PkexecHelper m_helper;
    setup::Applier m_applier;
    std::optional<CacheEndpoint> m_lookedFor;
    QList<ClientInstallation> m_clients; ///< as of the last look
    std::deque<Job> m_jobs;              ///< the first one runs
};

} // namespace lanyard::workstation
