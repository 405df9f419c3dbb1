// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "auth/authenticator.h"
#include "auth/passwordfile.h"
#include "auth/userdesk.h"
#include "control/debugserver.h"
#include "core/taskqueue.h"
#include "credentials/credentialhelper.h"
#include "credentials/credentialstore.h"
#include "credentials/keychain.h"
#include "enginetimeouts.h"
#include "http/httpserver.h"
#include "journal/history.h"
#include "journal/requestrecorder.h"
#include "journal/upstreamjournal.h"
#include "localca/localca.h"
#include "registry/archivedesk.h"
#include "registry/credentialdesk.h"
#include "registry/healthgate.h"
#include "registry/imagedesk.h"
#include "registry/pinwatch.h"
#include "registry/prefetcher.h"
#include "registry/probes.h"
#include "registry/registry.h"
#include "registry/registryhandler.h"
#include "registry/retention.h"
#include "registry/storedmanifests.h"
#include "registry/upstreamdesk.h"
#include "store/diskwatch.h"
#include "store/store.h"
#include "tls/listeners.h"
#include "upstream/routes.h"
#include "upstream/upstreamclient.h"

#include <atomic>
#include <functional>
#include <memory>

namespace lanyard {

/// The rooms of one run of the engine, in the order in which they are built. They are destroyed in
/// the opposite order, the servers last but one: requests that still wait in the registry hold the
/// right to answer. Lives on the engine thread.
struct EngineRooms
{
    /// What has to be there before a room is built. `passwords`: none, nobody has to log in.
    struct Opened
    {
        std::unique_ptr<store::Store> store;
        std::unique_ptr<auth::PasswordFile> passwords;
    };

    /// Clock and books outlive it.
    EngineRooms(const Config &config, const Clock &clock, journal::Books &books,
                const EngineTimeouts &timeouts, Opened opened);
    ~EngineRooms();
    Q_DISABLE_COPY_MOVE(EngineRooms)

    /// Breaks the one circle of the house: the server is built before the registry, to be destroyed
    /// after it.
    class LateSink final : public registry::RequestSink
    {
    public:
        explicit LateSink(EngineRooms &rooms)
            : m_rooms(rooms)
        {
        }

        void submit(registry::RegistryRequest request) override
        {
            m_rooms.registry.submit(std::move(request));
        }

    private:
        EngineRooms &m_rooms;
    };

    /// From any thread.
    control::Readiness readiness() const;

    journal::RequestRecorder recorder;
    std::unique_ptr<store::Store> store;
    journal::History history;
    journal::UpstreamJournal upstreamJournal;
    upstream::Routes routes;
    registry::StoredManifests manifests;
    registry::Suggestions suggestions;
    registry::Probes probes;
    LateSink sink;
    registry::RegistryHandler handler;
    std::unique_ptr<store::DiskWatch> diskWatch; ///< none: the disk is taken to be healthy
    std::atomic<bool> isDraining{false};
    std::unique_ptr<auth::PasswordFile> passwords; ///< none: nobody has to log in
    std::unique_ptr<auth::Authenticator> authenticator;
    registry::HealthGate healthGate;
    http::HttpServer server;
    control::DebugServer debugServer;
    localca::LocalCa localCa;
    tls::Listeners listeners;
    credentials::CredentialHelper helpers;
    std::unique_ptr<credentials::Keychain> keychain; ///< none: credentials are kept in a file
    credentials::CredentialStore credentials;
    upstream::UpstreamClient client;
    registry::Registry registry;
    registry::UpstreamDesk upstreams;
    registry::CredentialDesk accounts;
    auth::UserDesk users;
    TaskQueue asked; ///< what the debug address wants to know
    registry::ImageDesk images;
    registry::Prefetcher prefetcher;
    registry::PinWatch pinWatch;
    registry::Retention retention;
    registry::ArchiveDesk archives;

private:
    std::unique_ptr<auth::Authenticator> authenticatorFor(const LoginConfig &login,
                                                          const Clock &clock);
    std::unique_ptr<tls::CertificateIssuer> issuerFor(const TlsConfig &tls, const QString &data,
                                                      const Clock &clock);
    void ask(std::function<void(const UpstreamOverview &)> done);
};

} // namespace lanyard
