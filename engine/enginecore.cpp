// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginecore.h"

#include "acme/acmeissuer.h"
#include "auth/authenticator.h"
#include "auth/bcrypt.h"
#include "auth/passwordfile.h"
#include "auth/userdesk.h"
#include "control/metrics.h"
#include "core/taskqueue.h"
#include "credentials/credentialhelper.h"
#include "credentials/credentialstore.h"
#include "credentials/keychain.h"
#include "http/httpserver.h"
#include "journal/requestrecorder.h"
#include "registry/archivedesk.h"
#include "registry/credentialdesk.h"
#include "registry/imagedesk.h"
#include "registry/pinwatch.h"
#include "registry/prefetcher.h"
#include "registry/registry.h"
#include "registry/registryhandler.h"
#include "registry/retention.h"
#include "registry/storedmanifests.h"
#include "registry/upstreamdesk.h"
#include "store/scrub.h"
#include "store/store.h"
#include "tls/listeners.h"
#include "upstream/routes.h"
#include "upstream/upstreamclient.h"

#include <QFile>
#include <QStandardPaths>

#include <optional>
#include <utility>

namespace lanyard {

namespace {

std::string extraFieldsOf(const Config &config)
{
    std::string fields;
    for (const auto &[name, values] : config.responseHeaders) {
        for (const std::string &value : values)
            http::appendField(fields, name, value);
    }
    return fields;
}

std::string pathIn(const Config &config, const char *name)
{
    return QFile::encodeName(EngineCore::dataDirectoryOf(config) + u'/' + QLatin1String(name))
        .toStdString();
}

/// A desktop's, or one that a desktop has used with this folder.
std::unique_ptr<credentials::Keychain> keychainFor(const Config &config)
{
    const QString folder = EngineCore::dataDirectoryOf(config);
    if (!config.hasKeychain && !QFile::exists(folder + QStringLiteral("/keychain.json")))
        return nullptr;
    return std::make_unique<credentials::Keychain>(QFile::encodeName(folder).toStdString());
}

} // namespace

/// The rooms in the order in which they are built. They are destroyed in the opposite order, the
/// servers last but one: requests that still wait in the registry hold the right to answer.
struct EngineCore::Rooms
{
    Rooms(const Config &config, const Clock &clock, journal::Journal &journal,
          journal::Statistics &statistics, const EngineTimeouts &timeouts,
          std::unique_ptr<store::Store> openStore, std::unique_ptr<auth::PasswordFile> passwordFile,
          http::AccessList accessList, http::AccessList trusted)
        : recorder(journal, statistics,
                   config.accessLog ? std::optional(config.logFormat) : std::nullopt)
        , store(std::move(openStore))
        , history(dataDirectoryOf(config) + QStringLiteral("/history.db"), statistics, clock)
        , routes({}, {})
        , manifests(*store)
        , sink(*this)
        , handler(routes, *store, manifests, clock, config.privateAccess, suggestions, sink)
        , metrics([&statistics] { return statistics.snapshot(); },
                  [this](auto done) { ask(std::move(done)); })
        , passwords(std::move(passwordFile))
        , authenticator(passwords ? authenticatorFor(*config.login, clock) : nullptr)
        , server(authenticator ? static_cast<http::RequestHandler &>(*authenticator) : handler,
                 recorder,
                 {.threads = config.networkThreads,
                  .accessList = accessList,
                  .trusted = std::move(trusted),
                  .extraFields = extraFieldsOf(config),
                  .limits = {.answerTimeout = timeouts.answer}})
        , debugServer(metrics, silence,
                      {.threads = 1,
                       .accessList = std::move(accessList),
                       .trusted = {},
                       .extraFields = {},
                       .limits = {}})
        , listeners(
              server, clock,
              [&config, &clock](const TlsConfig &tls) { return issuerFor(tls, config, clock); })
        , helpers(qEnvironmentVariable("PATH"))
        , keychain(keychainFor(config))
        , credentials(credentials::CredentialFile(pathIn(config, "credentials.json")), helpers,
                      keychain.get(), clock)
        , client({}, credentials, clock, timeouts.upstream,
                 [this, &statistics](upstream::UpstreamId id) {
                     statistics.countUpstreamRequest(routes.registry(id));
                 })
        , registry(*store, manifests, client, credentials, statistics, clock, config)
        , upstreams({.routes = routes,
                     .client = client,
                     .credentials = credentials,
                     .registry = registry,
                     .store = *store,
                     .history = history,
                     .suggestions = suggestions})
        , accounts({.store = credentials,
                    .helpers = helpers,
                    .keychain = keychain.get(),
                    .upstreams = upstreams})
        , users(config.login,
                [this] {
                    if (passwords)
                        passwords->look();
                })
        , images(*store, routes)
        , prefetcher(registry, *store, routes)
        , pinWatch({.registry = registry,
                    .store = *store,
                    .routes = routes,
                    .client = client,
                    .images = images,
                    .prefetcher = prefetcher,
                    .clock = clock},
                   config.pinned, timeouts.pinWatch)
        , retention(*store, routes)
        , archives(*store, routes)
    {
        connect(&client, &upstream::UpstreamClient::budgetHeard, &history,
                [this](upstream::UpstreamId id, const PullBudget &heard) {
                    history.note(routes.registry(id), heard);
                });
        upstreams.assign(config.upstreams, config.defaultUpstream);
        upstreams.setOffline(config.isOffline);
    }

    ~Rooms()
    {
        server.stop();
        if (authenticator)
            authenticator->stop();
        debugServer.stop();
    }

    Q_DISABLE_COPY_MOVE(Rooms)

    /// Breaks the one circle of the house: the server is built before the registry, to be destroyed
    /// after it.
    class LateSink final : public registry::RequestSink
    {
    public:
        explicit LateSink(Rooms &rooms)
            : m_rooms(rooms)
        {
        }

        void submit(registry::RegistryRequest request) override
        {
            m_rooms.registry.submit(std::move(request));
        }

    private:
        Rooms &m_rooms;
    };

    std::unique_ptr<auth::Authenticator> authenticatorFor(const LoginConfig &login,
                                                          const Clock &clock)
    {
        return std::make_unique<auth::Authenticator>(
            handler, [this] { return passwords->users(); }, clock,
            auth::AuthenticatorOptions{
                .realm = login.realm, .matches = auth::matches, .limits = {}});
    }

    static std::unique_ptr<tls::CertificateIssuer>
    issuerFor(const TlsConfig &tls, const Config &config, const Clock &clock)
    {
        const auto *acme = std::get_if<AcmeConfig>(&tls.issuer);
        if (acme == nullptr)
            return nullptr;
        const QString directory = acme->directory.isEmpty()
                                      ? dataDirectoryOf(config) + QStringLiteral("/acme")
                                      : acme->directory;
        return std::make_unique<acme::AcmeIssuer>(
            *acme, directory, clock,
            acme::AcmeOptions{.searchPath = qEnvironmentVariable("PATH"),
                              .listeners = config.listen});
    }

    /// From any thread.
    void ask(std::function<void(const UpstreamOverview &)> done)
    {
        asked.post([this, done = std::move(done)] { done(upstreams.overview()); });
    }

    journal::RequestRecorder recorder;
    journal::SilentObserver silence;
    std::unique_ptr<store::Store> store;
    journal::History history;
    upstream::Routes routes;
    registry::StoredManifests manifests;
    registry::Suggestions suggestions;
    LateSink sink;
    registry::RegistryHandler handler;
    control::MetricsHandler metrics;
    std::unique_ptr<auth::PasswordFile> passwords; ///< none: nobody has to log in
    std::unique_ptr<auth::Authenticator> authenticator;
    http::HttpServer server;
    http::HttpServer debugServer;
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
};

EngineCore::EngineCore(Config config, const Clock &clock, journal::Journal &journal,
                       journal::Statistics &statistics, const EngineTimeouts &timeouts)
    : m_config(std::move(config))
    , m_clock(clock)
    , m_journal(journal)
    , m_statistics(statistics)
    , m_timeouts(timeouts)
    , m_startedAt(clock.wallNow())
    , m_keeper(m_config)
{
}

EngineCore::~EngineCore() = default;

QString EngineCore::dataDirectoryOf(const Config &config)
{
    if (!config.dataDirectory.isEmpty())
        return config.dataDirectory;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/lanyard");
}

Result<EngineCore::Addresses> EngineCore::start()
{
    auto accessList = http::AccessList::parse(m_config.allow);
    if (!accessList)
        return tl::unexpected<Error>(accessList.error());
    auto trusted = http::AccessList::parse(m_config.trusted);
    if (!trusted)
        return tl::unexpected<Error>(trusted.error());
    std::unique_ptr<auth::PasswordFile> passwords;
    // Who serves nobody needs nobody's password.
    if (m_config.login && !m_config.listen.empty()) {
        auto opened = auth::PasswordFile::open(
            QFile::encodeName(m_config.login->file).toStdString(), limits::htpasswdCheckInterval);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        passwords = std::move(*opened);
    }
    auto store = store::Store::open(dataDirectoryOf(m_config), m_clock,
                                    {.capacity = m_config.capacity, .keepFree = m_config.keepFree});
    if (!store)
        return tl::unexpected<Error>(store.error());
    m_rooms = std::make_unique<Rooms>(m_config, m_clock, m_journal, m_statistics, m_timeouts,
                                      std::move(*store), std::move(passwords),
                                      std::move(*accessList), std::move(*trusted));
    if (m_rooms->passwords)
        connect(m_rooms->passwords.get(), &auth::PasswordFile::warningRaised, this,
                &EngineCore::warningRaised);
    connect(m_rooms->store.get(), &store::Store::warningRaised, this, &EngineCore::warningRaised);
    connect(&m_rooms->history, &journal::History::warningRaised, this, &EngineCore::warningRaised);
    connect(&m_rooms->registry, &registry::Registry::warningRaised, this,
            &EngineCore::warningRaised);
    connect(&m_rooms->server, &http::HttpServer::drained, this, &EngineCore::drained);
    connect(&m_rooms->server, &http::HttpServer::descriptorsExhausted, this, [this] {
        Q_EMIT warningRaised(QStringLiteral(
            "No file descriptors are left: new connections wait. Raise the limit (ulimit -n)."));
    });

    connect(&m_rooms->listeners, &tls::Listeners::warningRaised, this, &EngineCore::warningRaised);
    auto listening = m_rooms->listeners.open(m_config.listen);
    if (!listening)
        return tl::unexpected<Error>(listening.error());
    m_addresses.service = std::move(*listening);
    if (m_config.debug) {
        const auto debug = m_rooms->debugServer.listen({*m_config.debug});
        if (!debug)
            return tl::unexpected<Error>(debug.error());
        m_addresses.debug = QString::fromStdString("http://" + debug->front().toString());
    }
    Q_EMIT offlineChanged(m_config.isOffline);
    return m_addresses;
}

void EngineCore::drain()
{
    m_isDraining = true;
    m_rooms->server.drain();
}

QList<DownloadProgress> EngineCore::downloads() const
{
    return m_rooms->registry.downloads();
}

EngineStatus EngineCore::status() const
{
    return {
        .state = m_isDraining ? EngineState::Stopping : EngineState::Running,
        .addresses = m_addresses.service,
        .debugAddress = m_addresses.debug,
        .dataDirectory = dataDirectoryOf(m_config),
        .startedAtMs = toEpochMs(m_startedAt),
        .statistics = m_statistics.snapshot(),
    };
}

UpstreamOverview EngineCore::upstreams() const
{
    return m_rooms->upstreams.overview();
}

Result<QList<UpstreamHistory>> EngineCore::upstreamHistory(const std::string &registry,
                                                           std::chrono::hours hours) const
{
    return m_rooms->upstreams.history(registry, m_clock.wallNow() - hours);
}

bool EngineCore::isOffline() const
{
    return m_rooms->client.isOffline();
}

ChangeResult EngineCore::setOffline(bool isOffline)
{
    m_rooms->upstreams.setOffline(isOffline);
    Q_EMIT offlineChanged(isOffline);
    return m_keeper.keepOffline(isOffline);
}

Result<ChangeResult> EngineCore::changeUpstreams(const UpstreamChange &change)
{
    Result<ChangeResult> result = m_keeper.change(change);
    if (result)
        m_rooms->upstreams.assign(m_keeper.upstreams(), m_keeper.defaultUpstream());
    return result;
}

void EngineCore::testUpstream(const std::string &registry,
                              const std::function<void(const Result<UpstreamTest> &)> &done)
{
    m_rooms->upstreams.test(registry, std::nullopt, done);
}

CredentialOverview EngineCore::credentials() const
{
    return m_rooms->accounts.list();
}

void EngineCore::login(const LoginRequest &request,
                       const std::function<void(const Result<LoginResult> &)> &done)
{
    m_rooms->accounts.login(request, done);
}

void EngineCore::logout(const std::string &scope,
                        const std::function<void(const Result<QString> &)> &done)
{
    m_rooms->accounts.logout(scope, done);
}

void EngineCore::importCredentials(
    const CredentialImport &import,
    const std::function<void(const Result<CredentialImportResult> &)> &done)
{
    m_rooms->accounts.importFrom(import, done);
}

Result<UserOverview> EngineCore::users() const
{
    return m_rooms->users.list();
}

void EngineCore::addUser(const UserRequest &request,
                         std::function<void(const Result<UserResult> &)> done)
{
    m_rooms->users.add(request, std::move(done));
}

Result<void> EngineCore::removeUser(const std::string &name)
{
    return m_rooms->users.remove(name);
}

void EngineCore::images(const ImageQuery &query,
                        std::function<void(const Result<ImagePage> &)> done)
{
    m_rooms->images.list(query, std::move(done));
}

void EngineCore::image(const std::string &reference,
                       std::function<void(const Result<ImageDetails> &)> done)
{
    m_rooms->images.inspect(reference,
                            [this, done = std::move(done)](const Result<ImageDetails> &found) {
                                done(found.map([this](ImageDetails details) {
                                    details.rule = m_rooms->upstreams.ruleOf(details.summary);
                                    return details;
                                }));
                            });
}

std::uint64_t EngineCore::prefetch(const PrefetchRequest &request,
                                   std::function<void(const PrefetchProgress &)> progressed,
                                   std::function<void(const Result<PrefetchResult> &)> finished)
{
    return m_rooms->prefetcher.start(
        request, {.progressed = std::move(progressed), .finished = std::move(finished)});
}

void EngineCore::cancelPrefetch(std::uint64_t id)
{
    m_rooms->prefetcher.cancel(id);
}

void EngineCore::refresh(const std::string &reference,
                         std::function<void(const Result<RefreshResult> &)> done)
{
    m_rooms->prefetcher.refresh(reference, std::move(done));
}

void EngineCore::remove(const RemovalRequest &request,
                        std::function<void(const Result<RemovalResult> &)> done)
{
    m_rooms->retention.remove(request, std::move(done));
}

Result<PinResult> EngineCore::setPinned(const PinRequest &request)
{
    return m_rooms->retention.setPinned(request);
}

Result<void>
EngineCore::startCheck(const ContentCheckRequest &request,
                       std::function<void(const ContentCheckProgress &)> progressed,
                       std::function<void(const Result<ContentCheckResult> &)> finished)
{
    return m_rooms->store->scrub().start(
        request, {.progressed = std::move(progressed), .finished = std::move(finished)});
}

void EngineCore::stopCheck()
{
    m_rooms->store->scrub().stop();
}

Result<void> EngineCore::startExport(const ExportRequest &request,
                                     std::function<void(const ArchiveProgress &)> progressed,
                                     std::function<void(const Result<ExportResult> &)> finished)
{
    return m_rooms->archives.startExport(request, std::move(progressed), std::move(finished));
}

Result<void> EngineCore::startImport(const ImportRequest &request,
                                     std::function<void(const ArchiveProgress &)> progressed,
                                     std::function<void(const Result<ImportResult> &)> finished)
{
    return m_rooms->archives.startImport(request, std::move(progressed), std::move(finished));
}

void EngineCore::stopArchiving()
{
    m_rooms->archives.stop();
}

} // namespace lanyard
