// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/clientsetup.h"
#include "workstation/cacheclient.h"
#include "workstation/probecommand.h"
#include "workstation/programrun.h"
#include "workstation/prooflimits.h"

#include <QList>
#include <QObject>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace lanyard::workstation {

/// Which client shall prove itself.
struct ProofTask
{
    ClientInstallation client;
    CacheEndpoint cache;
    QString registry;
    QString nonce;                   ///< a new one each time: see newProbeNonce()
    QProcessEnvironment environment; ///< of the user
};

/// The proof that a client pulls through a cache: its own pull of a probe image, of which the cache
/// tells what it has seen. That the pull went well proves nothing by itself.
///
/// Lives on a thread with an event loop. Destroying it ends the client's program.
class Proof final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Proof)

public:
    /// `pollInterval`: between questions to the cache.
    Proof(ProofTask task, RunProgram run,
          std::chrono::milliseconds pollInterval = prooflimits::pollInterval,
          QObject *parent = nullptr);
    ~Proof() override;

    /// Once.
    void start();

Q_SIGNALS:
    /// Each step when it begins, and when it ends.
    void progressed(const lanyard::SetUpStep &step);
    /// Once, later.
    void finished(const lanyard::ProofResult &result);

private:
    void onFacts(const Result<CacheFacts> &facts);
    void pull();
    std::optional<Error> prepare();
    void ask();
    void onSightings(const Result<QList<ProbeSighting>> &sightings, bool isAfterEnd);
    void onPulled(const ProgramEnd &end);
    void cleanUp();
    void conclude(const Message &trouble);
    Message troubleOfPull() const;
    Message pullStep() const;

    ChildCommand commandOf(const ClientCall &call, std::chrono::milliseconds timeout) const;
    void tell(const Message &what, SetUpStep::State state, const Message &detail = {});
    void tellArrivals();

    const ProofTask m_task;
    const RunProgram m_run;
    const QString m_image;
    CacheClient m_cache;
    QTimer m_poll;
    QTemporaryDir m_folder;
    ProbePull m_pull;
    std::unique_ptr<QObject> m_program;
    std::optional<ProgramEnd> m_end; ///< of the pull
    QList<ProbeSighting> m_sightings;
    bool m_isAsking = false;
    int m_lastQuestions = 0; ///< that failed, since the pull has ended
    bool m_isManifestTold = false;
    bool m_isContentTold = false;
};

} // namespace lanyard::workstation
