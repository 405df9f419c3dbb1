// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/upstreamstatus.h"
#include "credentials/credentialstore.h"
#include "upstream/budget.h"
#include "upstream/circuit.h"
#include "upstream/tokenservice.h"
#include "upstream/transport.h"

#include <QObject>
#include <QTimer>

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lanyard::upstream {

/// A registry as requests see it: its servers in the order in which they are asked, which of them
/// answer, the tokens for them, and what it grants. A server that could not be reached is asked
/// again, later and later, until it answers; no request waits for that. Engine thread. Shared by
/// its requests: one that is replaced or removed lives until they have ended.
class Upstream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Upstream)

public:
    /// `counter` is called for every request that leaves. `clock` outlives it, and `credentials`
    /// until close().
    Upstream(UpstreamConfig upstreamConfig, credentials::CredentialStore &credentials,
             const Clock &upstreamClock, const UpstreamTimeouts &timeouts,
             const std::function<void()> &counter);
    ~Upstream() override;

    const UpstreamConfig config;
    const Clock &clock;
    const std::vector<Endpoint> endpoints; ///< its servers, at least one
    Transport transport;
    TokenService tokens;
    Budget budget;
    std::vector<bool> wantsBasic; ///< by server: it has asked for Basic, so spare it the 401

    /// The first server from `from` on that may be asked now; else why none may: what is wrong with
    /// the first. Offline when the user wants none to be asked.
    Result<std::size_t> serverFrom(std::size_t from) const;

    /// Asks a server whether it is there, whatever is known of it: GET /v2/, without credentials.
    /// Any answer will do.
    std::unique_ptr<Transfer> ping(std::size_t server);

    /// What became of a request to one of its servers.
    void recordAnswer(std::size_t server);
    void recordFailure(std::size_t server, const Error &error);

    /// The credential for a repository, or for the registry as such (empty); as of
    /// CredentialStore::find().
    void findCredential(const std::string &repository, QObject *context,
                        credentials::CredentialStore::FindCallback done);
    /// It was refused: the next find() asks anew who has to be asked.
    void forgetCredential(const std::string &repository);

    /// This one is shown, whatever is kept.
    void showInstead(const credentials::Credential &credential) { m_given = credential; }

    /// Credentials have changed: what they brought counts no more.
    void forgetCredentials();

    /// What the registry says of its budget.
    void recordBudget(const PullBudget &heard);

    /// What the registry itself said to a request.
    void recordAccess(const UpstreamRequest &request, Grant grant);

    /// What a server says of the credential that was shown to it.
    void recordAccepted() { m_refusal = {}; }

    void recordRefusal(const Message &message) { m_refusal = message; }

    /// Nothing is asked any more, or again.
    void setOffline(bool isOffline);

    /// Without what is counted elsewhere.
    UpstreamStatus status() const;

    /// It was replaced, or removed: what runs goes on, and no server is asked anew.
    void withdraw();
    /// The client goes: what runs is cancelled, and nothing is counted any more.
    void close();

Q_SIGNALS:
    void closing();
    /// See UpstreamClient.
    void budgetHeard(const lanyard::PullBudget &heard);
    /// See UpstreamClient.
    void requestEnded(const lanyard::UpstreamRecord &record);
    /// See UpstreamClient.
    void accessKnown(const lanyard::upstream::UpstreamRequest &request,
                     lanyard::upstream::Grant grant);

private:
    /// One of the servers.
    struct Server
    {
        Server(const Clock &serverClock, std::chrono::milliseconds firstDelay)
            : circuit(serverClock)
            , delay(firstDelay)
        {
        }

        Circuit circuit;
        std::chrono::milliseconds delay; ///< until the next probe
        QTimer timer;
        std::unique_ptr<Transfer> probe; ///< that runs
        bool isKnown = false;            ///< it answered, or failed, once
    };

    void scheduleProbe(std::size_t server);
    void probe(std::size_t server);
    void probed(std::size_t server, const std::optional<Error> &error);
    UpstreamServerStatus statusOf(std::size_t server) const;

    credentials::CredentialStore &m_credentials;
    std::optional<credentials::Credential> m_given;
    Message m_refusal; // of a credential, the last; empty: none
    const std::chrono::milliseconds m_probeDelay;
    std::deque<Server> m_servers; ///< as the endpoints
    bool m_isOffline = false;
    bool m_isWithdrawn = false;
};

} // namespace lanyard::upstream
