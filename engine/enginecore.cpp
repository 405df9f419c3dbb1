// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginecore.h"

#include "config/configfile.h"
#include "enginerooms.h"
#include "store/scrub.h"

#include <QFile>

#include <utility>

namespace lanyard {

EngineCore::EngineCore(Config config, const Clock &clock, journal::Books &books,
                       const EngineTimeouts &timeouts)
    : m_config(std::move(config))
    , m_clock(clock)
    , m_books(books)
    , m_timeouts(timeouts)
    , m_startedAt(clock.wallNow())
    , m_keeper(m_config)
{
}

EngineCore::~EngineCore() = default;

Result<void> EngineCore::start()
{
    // Before anything that takes time, so that no change of it is missed.
    if (!m_config.file.isEmpty())
        followFile();
    std::unique_ptr<auth::PasswordFile> passwords;
    // Who serves nobody needs nobody's password.
    if (m_config.login && !m_config.listen.empty()) {
        auto opened = auth::PasswordFile::open(
            QFile::encodeName(m_config.login->file).toStdString(), limits::htpasswdCheckInterval);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        passwords = std::move(*opened);
    }
    auto store = store::Store::open(config::dataDirectoryOf(m_config), m_clock,
                                    {.capacity = m_config.capacity, .keepFree = m_config.keepFree});
    if (!store)
        return tl::unexpected<Error>(store.error());
    m_rooms = std::make_unique<EngineRooms>(
        m_config, m_clock, m_books, m_timeouts,
        EngineRooms::Opened{.store = std::move(*store), .passwords = std::move(passwords)});
    if (m_rooms->passwords)
        connect(m_rooms->passwords.get(), &auth::PasswordFile::warningRaised, this,
                &EngineCore::warningRaised);
    connect(m_rooms->store.get(), &store::Store::warningRaised, this, &EngineCore::warningRaised);
    if (m_rooms->diskWatch)
        connect(m_rooms->diskWatch.get(), &store::DiskWatch::warningRaised, this,
                &EngineCore::warningRaised);
    connect(&m_rooms->history, &journal::History::warningRaised, this, &EngineCore::warningRaised);
    connect(&m_rooms->registry, &registry::Registry::warningRaised, this,
            &EngineCore::warningRaised);
    for (const Error &problem : m_rooms->credentials.list().problems)
        Q_EMIT warningRaised(problem.message);
    connect(&m_rooms->server, &http::HttpServer::drained, this, &EngineCore::drained);
    connect(&m_rooms->server, &http::HttpServer::descriptorsExhausted, this, [this] {
        Q_EMIT warningRaised(QT_TRANSLATE_NOOP(
            "engine",
            "No file descriptors are left: new connections wait. Raise the limit (ulimit -n)."));
    });

    if (Result<void> listening = listen(); !listening)
        return listening;
    // Not before there is something to apply it to: a start that failed is ended a moment later.
    if (m_watch)
        connect(m_watch.get(), &config::ConfigWatch::changed, this, &EngineCore::apply);
    Q_EMIT offlineChanged(m_config.isOffline);
    return {};
}

Result<void> EngineCore::listen()
{
    connect(&m_rooms->localCa, &localca::LocalCa::warningRaised, this, &EngineCore::warningRaised);
    connect(&m_rooms->listeners, &tls::Listeners::warningRaised, this, &EngineCore::warningRaised);
    connect(&m_rooms->listeners, &tls::Listeners::urlsChanged, this, &EngineCore::addressesChanged);
    if (Result<void> listening = m_rooms->listeners.open(m_config); !listening || !m_config.debug)
        return listening;
    const auto debug = m_rooms->debugServer.listen(*m_config.debug, m_config.debugAllow);
    if (!debug)
        return tl::unexpected<Error>(debug.error());
    m_debugAddress = QString::fromStdString(*debug);
    return {};
}

void EngineCore::followFile()
{
    m_watch = std::make_unique<config::ConfigWatch>(m_config, [file = m_config.file] {
        return config::loadConfigFile(file, config::systemEnvironment());
    });
    connect(m_watch.get(), &config::ConfigWatch::warningRaised, this, &EngineCore::warningRaised);
    connect(m_watch.get(), &config::ConfigWatch::fileChanged, this, &EngineCore::settingsRead);
}

/// Some of it is as it was: what it was told by a command it has written to the file itself.
void EngineCore::apply(const Config &before, const Config &now)
{
    if (m_rooms->isDraining)
        return;
    m_rooms->listeners.change(now);
    if (now.upstreams != m_keeper.upstreams() ||
        now.defaultUpstream != m_keeper.defaultUpstream()) {
        m_keeper.adopt(now);
        m_rooms->upstreams.assign(now.upstreams, now.defaultUpstream);
    }
    // A switch that could not be written to the file holds until the file says something else.
    if (now.isOffline != before.isOffline && now.isOffline != isOffline()) {
        m_rooms->upstreams.setOffline(now.isOffline);
        Q_EMIT offlineChanged(now.isOffline);
    }
}

EngineCore::Addresses EngineCore::addresses() const
{
    return {.service = m_rooms->listeners.urls(), .debug = m_debugAddress};
}

void EngineCore::drain()
{
    m_rooms->isDraining = true;
    m_rooms->listeners.stopTrying();
    m_rooms->server.drain();
}

QList<DownloadProgress> EngineCore::downloads() const
{
    return m_rooms->registry.downloads();
}

EngineStatus EngineCore::status() const
{
    return {
        .state = m_rooms->isDraining ? EngineState::Stopping : EngineState::Running,
        .addresses = m_rooms->listeners.urls(),
        .debugAddress = m_debugAddress,
        .dataDirectory = config::dataDirectoryOf(m_config),
        .storageTrouble = m_rooms->readiness().storageTrouble,
        .startedAtMs = toEpochMs(m_startedAt),
        .statistics = m_books.statistics.snapshot(),
        .disk = m_rooms->store->diskUse(),
        .wrongDigests = m_books.statistics.wrongDigests(),
        .isBusy = m_rooms->archives.isBusy() || m_rooms->prefetcher.isBusy(),
        .certificates = m_rooms->listeners.certificates(),
    };
}

TrafficHistory EngineCore::traffic()
{
    return m_rooms->history.traffic();
}

UpstreamOverview EngineCore::upstreams() const
{
    return m_rooms->upstreams.overview();
}

UpstreamSettings EngineCore::upstreamSettings() const
{
    UpstreamSettings settings{.upstreams = m_keeper.upstreams(),
                              .defaultUpstream = m_keeper.defaultUpstream(),
                              .file = m_config.file};
    for (UpstreamConfig &upstream : settings.upstreams) {
        upstream.credentials = {};
        upstream.pathCredentials.clear();
    }
    return settings;
}

Result<QList<UpstreamHistory>> EngineCore::upstreamHistory(const std::string &registry,
                                                           std::chrono::hours hours) const
{
    return m_rooms->upstreams.history(registry, m_clock.wallNow() - hours);
}

QList<UpstreamRecord> EngineCore::upstreamRequests(const RequestRecord &request) const
{
    return m_rooms->upstreamJournal.causedBy(request);
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

Result<LocalCaOverview> EngineCore::localCa() const
{
    return m_rooms->localCa.overview();
}

Result<LocalCaResult> EngineCore::createLocalCa(bool isReplacing)
{
    return m_rooms->localCa.create(isReplacing);
}

void EngineCore::images(const ImageQuery &query,
                        std::function<void(const Result<ImagePage> &)> done)
{
    m_rooms->images.list(query, std::move(done));
}

void EngineCore::repositorySizes(std::function<void(const Result<RepositorySizes> &)> done)
{
    m_rooms->images.sizes(std::move(done));
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
