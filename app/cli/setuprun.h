// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setupreport.h"
#include "workstation.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <functional>
#include <vector>

namespace lanyard::cli {

/// One run of `lanyard setup`: looks, plans, asks, does, and proves, one client after the other.
/// Ends the event loop of the application with an exit status. One thread.
class SetUpRun final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SetUpRun)

public:
    enum class Aim {
        Apply,
        DryRun, ///< says what would be done
        List,   ///< says what is here
        Test,   ///< proves what is set up
    };

    struct Wish
    {
        Aim aim = Aim::Apply;
        QStringList words; ///< ids or kinds of clients; none: all
        /// None: all that the cache mirrors, of which the first is proved; otherwise each.
        QStringList registries;
        bool isJson = false;
        bool isAgreed = false; ///< nobody is asked
        bool isProved = true;  ///< Apply: a probe is pulled afterwards
    };

    SetUpRun(Workstation &workstation, Wish wish);

    /// With this cache.
    void start(const CacheEndpoint &cache);
    /// Takes back what was done for the clients of `words`.
    void undo();
    void pause();
    void resume();

private:
    void look();
    void choose(const QList<ClientInstallation> &found);
    void list(const QList<ClientInstallation> &clients);
    void plan();
    void decide(const QList<ClientPlan> &plans);
    bool isAgreed() const;
    void applyNext();
    void applied(const Result<SetUpResult> &result);
    void testNext();
    void tested(const Result<ProofResult> &proof);
    void undoNext();
    void changedAll(const Result<QList<SetUpResult>> &results);
    void endWithReports();
    void fail(const Error &error);
    void fail(ClientReport &report, const Error &error);
    void end(int status);
    Workstation::Progress progress() const;

    Workstation &m_workstation;
    const Wish m_wish;
    CacheEndpoint m_cache;
    QStringList m_registries;
    QStringList m_proved; ///< the registries of which a probe is pulled
    QList<AppliedSetUp> m_applied;
    std::vector<ClientReport> m_reports; ///< of the clients that were chosen
    std::size_t m_next = 0;
    qsizetype m_nextRegistry = 0;
    QList<AppliedSetUp> m_undone; ///< what is to be undone
    QList<SetUpResult> m_results; ///< of undoing
    bool m_hasFailed = false;
};

} // namespace lanyard::cli
