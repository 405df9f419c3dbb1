// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/answer.h"
#include "api/clientsetup.h"
#include "api/workstationplaces.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace lanyard {

/// The set-up of the clients on this computer: what is here, what would change, the change, its
/// undoing, and the proof. The only thing the window and the command line know of it; it needs no
/// Engine, and the cache may be on another computer.
///
/// Lives on the thread that made it, where answers are called; its work is done on a thread of its
/// own, one thing after the other. An answer is not called when its `context` is gone by then.
/// Destroying it ends the programs that it runs, and waits for a file that is being written.
class Workstation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workstation)

public:
    using Progress = std::function<void(const SetUpStep &)>;

    explicit Workstation(WorkstationPlaces places, QObject *parent = nullptr);
    ~Workstation() override;

    /// What the cache says of itself. Unreachable, TimedOut; BadUpstream: there is something else
    /// than Lanyard; NotFound: it wants a login, or serves other addresses.
    void cache(const CacheEndpoint &cache, QObject *context, Answer<CacheFacts> done);
    /// Which clients are here, and how they are with regard to this cache.
    void look(const CacheEndpoint &cache, QObject *context, Answer<QList<ClientInstallation>> done);
    /// What would be done, for each client that was chosen. NotFound: it is not here. Changes
    /// nothing.
    void plan(const SetUpWish &wish, QObject *context, Answer<QList<ClientPlan>> done);

    /// Does what the plan says: all of it or nothing. InUse: a file is not any more as the plan
    /// found it, or would become something else than it shows; Io, also when Docker Engine was
    /// reloaded and has not taken its mirror up; Cancelled: the user did not give the privilege.
    /// Then everything is as before, or the message says what is not.
    void apply(const ClientPlan &plan, QObject *context, Progress progressed,
               Answer<SetUpResult> done);
    /// Takes back what was done for this client: exactly, or where somebody has edited a file
    /// since, what is ours in it. NotFound: nothing was done for it.
    void undo(const QString &client, QObject *context, Progress progressed,
              Answer<SetUpResult> done);
    /// What can be undone.
    void applied(QObject *context, Answer<QList<AppliedSetUp>> done);
    /// Undoes all, and keeps in mind what it was; or does all of that again. What was cut short is
    /// undone, and not kept in mind.
    void pause(QObject *context, Progress progressed, Answer<QList<SetUpResult>> done);
    void resume(QObject *context, Progress progressed, Answer<QList<SetUpResult>> done);

    /// Lets this client pull a probe image of one registry, and asks the cache what it saw.
    void test(const QString &client, const CacheEndpoint &cache, const QString &registry,
              QObject *context, Progress progressed, Answer<ProofResult> done);
    /// A pull to be done by hand, on any computer.
    static ProbeCommand probeCommand(ClientKind kind, const QString &registry);
    /// What the cache has seen of it so far.
    void sightings(const CacheEndpoint &cache, const QString &nonce, QObject *context,
                   Answer<QList<ProbeSighting>> done);

    /// What to paste for a client on any computer with this system: "linux", "macos", "windows".
    static QList<Snippet> snippets(ClientKind kind, const QString &system,
                                   const CacheEndpoint &cache, const QStringList &registries);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lanyard
