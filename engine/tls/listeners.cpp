// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls/listeners.h"

#include <algorithm>
#include <utility>

namespace lanyard::tls {

namespace {

QString urlOf(const ListenAddress &bound, bool hasTls)
{
    return QString::fromStdString((hasTls ? "https://" : "http://") + bound.toString());
}

WithoutFiles withoutFilesOf(const TlsConfig &config, const CertificateIssuer &issuer)
{
    if (!issuer.mayComeLater())
        return WithoutFiles::Refused;
    const auto *acme = std::get_if<AcmeConfig>(&config.issuer);
    return acme != nullptr && acme->servesPlainMeanwhile ? WithoutFiles::Plain
                                                         : WithoutFiles::Closed;
}

/// While it is not known how clients speak there: as they did. Only those come that may by the
/// rules of before and by the new ones, so that nothing is open that is to be closed, and nothing
/// goes without encryption that is to have it.
http::ListenerRules meanwhile(const http::ListenerRules &wanted, const http::ListenerRules &before)
{
    return {.allowed = wanted.allowed.within(before.allowed),
            .trusted = wanted.trusted.within(before.trusted),
            .asksLogin = wanted.asksLogin || before.asksLogin,
            .transports = before.transports};
}

} // namespace

Listeners::Listeners(http::HttpServer &server, const Clock &clock, IssuerFactory issuers,
                     std::chrono::milliseconds retryDelay)
    : m_server(server)
    , m_clock(clock)
    , m_issuers(std::move(issuers))
    , m_retryDelay(retryDelay)
    , m_nextDelay(retryDelay)
{
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Listeners::settleAll);
}

Listeners::~Listeners() = default;

Result<void> Listeners::open(const Config &config)
{
    assign(config);
    for (Place &place : m_places) {
        if (Result<void> settled = settle(place); !settled)
            return settled;
    }
    m_toldUrls = urls();
    return {};
}

void Listeners::change(const Config &config)
{
    assign(config);
    m_nextDelay = m_retryDelay;
    settleAll();
}

void Listeners::stopTrying()
{
    m_retryTimer.stop();
}

std::vector<ListenConfig> Listeners::wanted() const
{
    std::vector<ListenConfig> listeners;
    for (const Place &place : m_places)
        listeners.push_back(place.wanted);
    return listeners;
}

QStringList Listeners::urls() const
{
    QStringList urls;
    for (const Place &place : m_places) {
        if (place.bound)
            urls.append(urlOf(*place.bound, place.rules.transports != nullptr));
    }
    return urls;
}

QList<ServedCertificate> Listeners::certificates() const
{
    QList<ServedCertificate> certificates;
    for (const Place &place : m_places) {
        const auto one = place.tls ? place.tls->files->certificate() : std::nullopt;
        if (one && !certificates.contains(*one))
            certificates.append(*one);
    }
    return certificates;
}

/// Those that are wanted no more are closed first: one that is may need their port.
void Listeners::assign(const Config &config)
{
    m_allow = config.allow;
    m_trusted = config.trusted;
    std::vector<Place> before = std::exchange(m_places, {});
    for (const ListenConfig &wanted : config.listen) {
        const auto same = std::ranges::find_if(before, [&wanted](const Place &place) {
            return place.wanted.address == wanted.address;
        });
        Place &place = m_places.emplace_back();
        if (same != before.end()) {
            place = std::move(*same);
            before.erase(same);
        }
        place.wanted = wanted;
        place.isSettled = false;
    }
    for (const Place &place : before) {
        if (place.bound)
            m_server.shut(*place.bound);
    }
}

void Listeners::settleAll()
{
    bool isAllSettled = true;
    for (Place &place : m_places) {
        if (place.isSettled)
            continue;
        const Result<void> settled = settle(place);
        const Message problem = settled ? Message() : settled.error().message;
        if (!settled && problem != place.told)
            Q_EMIT warningRaised(
                Message::both(problem, QT_TRANSLATE_NOOP("engine", "it is tried again")));
        if (settled && !place.told.isEmpty())
            Q_EMIT warningRaised({QT_TRANSLATE_NOOP("engine", "It listens at %1 now"),
                                  {urlOf(*place.bound, place.rules.transports != nullptr)}});
        place.told = problem;
        isAllSettled = isAllSettled && settled.has_value();
    }
    if (!isAllSettled) {
        m_retryTimer.start(m_nextDelay);
        m_nextDelay = std::min(2 * m_nextDelay, limits::listenRetryDelayMax);
    }
    const QStringList now = urls();
    if (std::exchange(m_toldUrls, now) != now)
        Q_EMIT urlsChanged();
}

Result<void> Listeners::settle(Place &place)
{
    Result<http::ListenerRules> rules = rulesFor(place.wanted);
    if (!rules)
        return tl::unexpected<Error>(rules.error());
    Result<std::shared_ptr<Tls>> tls = tlsFor(place.wanted.tls);
    if (!tls) {
        if (place.bound)
            m_server.setRules(*place.bound, meanwhile(*rules, place.rules));
        return tl::unexpected<Error>(tls.error());
    }
    place.tls = std::move(*tls);
    if (place.tls)
        rules->transports = place.tls->files->transports();
    if (place.bound) {
        m_server.setRules(*place.bound, *rules);
    } else {
        const auto bound = m_server.listen(place.wanted.address, *rules);
        if (!bound)
            return tl::unexpected<Error>(bound.error());
        place.bound = *bound;
    }
    place.rules = std::move(*rules);
    place.isSettled = true;
    return {};
}

Result<http::ListenerRules> Listeners::rulesFor(const ListenConfig &wanted) const
{
    auto allowed = http::AccessList::parse(wanted.allow.value_or(m_allow));
    if (!allowed)
        return tl::unexpected<Error>(allowed.error());
    auto trusted = http::AccessList::parse(m_trusted);
    if (!trusted)
        return tl::unexpected<Error>(trusted.error());
    return http::ListenerRules{.allowed = std::move(*allowed),
                               .trusted = std::move(*trusted),
                               .asksLogin = wanted.asksLogin};
}

/// None for plain HTTP. What one listener has already is shared.
Result<std::shared_ptr<Listeners::Tls>> Listeners::tlsFor(const std::optional<TlsConfig> &wanted)
{
    if (!wanted)
        return nullptr;
    const auto same = std::ranges::find_if(
        m_places, [&wanted](const Place &one) { return one.tls && one.tls->config == *wanted; });
    if (same != m_places.end())
        return same->tls;
    auto tls = std::make_shared<Tls>();
    tls->config = *wanted;
    TlsConfig files = *wanted;
    WithoutFiles meanwhile = WithoutFiles::Refused;
    if (!std::holds_alternative<std::monostate>(wanted->issuer)) {
        auto issuer = issuerFor(*wanted);
        if (!issuer)
            return tl::unexpected<Error>(issuer.error());
        tls->issuer = std::move(*issuer);
        files.certificate = tls->issuer->files.certificate;
        files.key = tls->issuer->files.key;
        meanwhile = withoutFilesOf(*wanted, *tls->issuer->issuer);
    }
    auto opened = TlsFiles::open(files, m_clock, limits::tlsCheckInterval, meanwhile);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    tls->files = std::move(*opened);
    if (tls->issuer)
        tls->files->transports()->setDoor(tls->issuer->issuer->challengeDoor());
    connect(tls->files.get(), &TlsFiles::warningRaised, this, &Listeners::warningRaised);
    return tls;
}

/// Listeners that want the same of an issuer share one: it is asked once.
Result<std::shared_ptr<Listeners::RunningIssuer>> Listeners::issuerFor(const TlsConfig &config)
{
    const auto same = std::ranges::find_if(m_places, [&config](const Place &place) {
        return place.tls && place.tls->issuer && place.tls->config.issuer == config.issuer;
    });
    if (same != m_places.end())
        return same->tls->issuer;
    auto running = std::make_shared<RunningIssuer>();
    running->issuer = m_issuers(config);
    connect(running->issuer.get(), &CertificateIssuer::warningRaised, this,
            &Listeners::warningRaised);
    return running->issuer->start().map([&running](const CertificateIssuer::Files &files) {
        running->files = files;
        return running;
    });
}

} // namespace lanyard::tls
