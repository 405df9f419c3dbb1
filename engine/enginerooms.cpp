// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginerooms.h"

#include "acme/acmeissuer.h"
#include "auth/bcrypt.h"
#include "config/configfile.h"
#include "localca/localcaissuer.h"

#include <QFile>

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
    return QFile::encodeName(config::dataDirectoryOf(config) + u'/' + QLatin1String(name))
        .toStdString();
}

/// A desktop's, or one that a desktop has used with this folder.
std::unique_ptr<credentials::Keychain> keychainFor(const Config &config)
{
    const QString folder = config::dataDirectoryOf(config);
    if (!config.hasKeychain && !QFile::exists(folder + QStringLiteral("/keychain.json")))
        return nullptr;
    return std::make_unique<credentials::Keychain>(QFile::encodeName(folder).toStdString());
}

} // namespace

EngineRooms::EngineRooms(const Config &config, const Clock &clock, journal::Books &books,
                         const EngineTimeouts &timeouts, Opened opened)
    : recorder(books, config.accessLog ? std::optional(config.logFormat) : std::nullopt)
    , store(std::move(opened.store))
    , history(config::dataDirectoryOf(config) + QStringLiteral("/history.db"), books.statistics,
              clock)
    , routes({}, {})
    , manifests(*store)
    , sink(*this)
    , handler(routes, *store, manifests, clock, config.privateAccess, suggestions, probes, sink)
    , diskWatch(store::DiskWatch::begin(config::dataDirectoryOf(config), config.health, clock))
    , passwords(std::move(opened.passwords))
    , authenticator(passwords ? authenticatorFor(*config.login, clock) : nullptr)
    , healthGate(diskWatch.get(), config.health.interval,
                 authenticator ? static_cast<http::RequestHandler &>(*authenticator) : handler)
    , server(healthGate, recorder,
             {.threads = config.networkThreads,
              .extraFields = extraFieldsOf(config),
              .limits = {.answerTimeout = timeouts.answer}})
    , debugServer({.statistics = [&books] { return books.statistics.snapshot(); },
                   .readiness = [this] { return readiness(); },
                   .askOverview =
                       [this](auto done) {
                           ask(std::move(done));
                       }})
    , localCa(config::dataDirectoryOf(config), clock, {})
    , listeners(server, clock,
                [this, data = config::dataDirectoryOf(config), &clock](const TlsConfig &tls) {
                    return issuerFor(tls, data, clock);
                })
    , helpers(qEnvironmentVariable("PATH"))
    , keychain(keychainFor(config))
    , credentials(credentials::CredentialFile(pathIn(config, "credentials.json")), helpers,
                  keychain.get(), clock)
    , client({}, credentials, clock, timeouts.upstream,
             [this, &books](upstream::UpstreamId id) {
                 books.statistics.countUpstreamRequest(routes.registry(id));
             })
    , registry(*store, manifests, client, credentials, books.statistics, clock, config)
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
    QObject::connect(&client, &upstream::UpstreamClient::budgetHeard, &history,
                     [this](upstream::UpstreamId id, const PullBudget &heard) {
                         history.note(routes.registry(id), heard);
                     });
    QObject::connect(&client, &upstream::UpstreamClient::requestEnded, &client,
                     [this](upstream::UpstreamId id, UpstreamRecord record) {
                         record.registry = QByteArray::fromStdString(routes.registry(id));
                         upstreamJournal.append(std::move(record));
                     });
    upstreams.assign(config.upstreams, config.defaultUpstream);
    upstreams.setOffline(config.isOffline);
}

EngineRooms::~EngineRooms()
{
    server.stop();
    if (authenticator)
        authenticator->stop();
    debugServer.stop();
}

std::unique_ptr<auth::Authenticator> EngineRooms::authenticatorFor(const LoginConfig &login,
                                                                   const Clock &clock)
{
    return std::make_unique<auth::Authenticator>(
        handler, [this] { return passwords->users(); }, clock,
        auth::AuthenticatorOptions{.realm = login.realm, .matches = auth::matches, .limits = {}});
}

std::unique_ptr<tls::CertificateIssuer>
EngineRooms::issuerFor(const TlsConfig &tls, const QString &data, const Clock &clock)
{
    if (const auto *const local = std::get_if<LocalCaConfig>(&tls.issuer))
        return std::make_unique<localca::LocalCaIssuer>(localCa, *local);
    if (const auto *const acme = std::get_if<AcmeConfig>(&tls.issuer))
        return std::make_unique<acme::AcmeIssuer>(
            *acme, acme->directory.isEmpty() ? data + QStringLiteral("/acme") : acme->directory,
            clock,
            acme::AcmeOptions{.searchPath = qEnvironmentVariable("PATH"), .listeners = [this] {
                                  return listeners.wanted();
                              }});
    return nullptr;
}

control::Readiness EngineRooms::readiness() const
{
    const auto trouble = diskWatch ? diskWatch->trouble() : std::nullopt;
    return {.storageTrouble = trouble ? trouble->reason : Message(), .isDraining = isDraining};
}

/// From any thread.
void EngineRooms::ask(std::function<void(const UpstreamOverview &)> done)
{
    asked.post([this, done = std::move(done)] { done(upstreams.overview()); });
}

} // namespace lanyard
