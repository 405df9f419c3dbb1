// SPDX-License-Identifier: GPL-3.0-or-later
#include "upstream/upstream.h"

#include "core/retire.h"

#include <algorithm>
#include <utility>

namespace lanyard::upstream {

Upstream::Upstream(UpstreamConfig upstreamConfig, credentials::CredentialStore &credentials,
                   const Clock &upstreamClock, const UpstreamTimeouts &timeouts,
                   const std::function<void()> &counter)
    : config(std::move(upstreamConfig))
    , clock(upstreamClock)
    , endpoints(endpointsOf(config))
    , transport(endpoints, timeouts, counter)
    , tokens(endpoints, transport, clock, timeouts)
    , wantsBasic(endpoints.size())
    , m_credentials(credentials)
    , m_probeDelay(timeouts.probeDelay)
{
    for (std::size_t server = 0; server < endpoints.size(); ++server) {
        QTimer &timer = m_servers.emplace_back(clock, m_probeDelay).timer;
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [this, server] { probe(server); });
    }
    transport.tellEnded([this](const UpstreamRecord &record) { Q_EMIT requestEnded(record); });
}

// Transfers that await their deletion outlive it.
Upstream::~Upstream()
{
    transport.detach();
}

Result<std::size_t> Upstream::serverFrom(std::size_t from) const
{
    if (m_isWithdrawn)
        return failure(
            ErrorCode::Offline,
            {QT_TRANSLATE_NOOP("engine", "%1 is not an upstream any more"), {config.registry}});
    if (m_isOffline)
        return failure(
            ErrorCode::Offline,
            {QT_TRANSLATE_NOOP("engine", "%1 is not asked: Lanyard is set to work offline"),
             {config.registry}});
    std::optional<Error> first;
    for (std::size_t server = from; server < m_servers.size(); ++server) {
        auto refusal = endpoints[server].flaw;
        if (!refusal)
            refusal = m_servers[server].circuit.refusal();
        if (!refusal)
            return server;
        if (!first)
            first = std::move(refusal);
    }
    return tl::unexpected(
        first.value_or(Error{.code = ErrorCode::Offline, .message = config.registry}));
}

void Upstream::recordAnswer(std::size_t server)
{
    m_servers[server].isKnown = true;
    if (!m_servers[server].circuit.recordAnswer())
        return;
    m_servers[server].timer.stop();
    m_servers[server].delay = m_probeDelay;
}

void Upstream::recordFailure(std::size_t server, const Error &error)
{
    m_servers[server].isKnown = true;
    if (m_servers[server].circuit.recordFailure(error))
        scheduleProbe(server);
}

void Upstream::findCredential(const std::string &repository, QObject *context,
                              credentials::CredentialStore::FindCallback done)
{
    if (m_given)
        done(m_given);
    else
        m_credentials.find(config.registry, repository, context, std::move(done));
}

void Upstream::forgetCredential(const std::string &repository)
{
    if (!m_given)
        m_credentials.forget(config.registry, repository);
}

void Upstream::forgetCredentials()
{
    tokens.forget();
    budget.forgetWhose();
    m_refusal = {};
}

void Upstream::recordBudget(const PullBudget &heard)
{
    budget.note(heard);
    Q_EMIT budgetHeard(heard);
}

void Upstream::recordAccess(const UpstreamRequest &request, Grant grant)
{
    if (!request.isAnonymous && !request.repository.empty())
        Q_EMIT accessKnown(request, grant);
}

void Upstream::setOffline(bool isOffline)
{
    m_isOffline = isOffline;
    for (std::size_t server = 0; server < m_servers.size(); ++server) {
        if (isOffline)
            m_servers[server].timer.stop();
        else if (m_servers[server].circuit.state() == Circuit::State::Broken)
            probe(server);
    }
}

void Upstream::withdraw()
{
    m_isWithdrawn = true;
    for (Server &server : m_servers)
        server.timer.stop();
}

void Upstream::close()
{
    withdraw();
    transport.detach();
    Q_EMIT closing();
}

void Upstream::scheduleProbe(std::size_t server)
{
    Server &broken = m_servers[server];
    if (m_isOffline || m_isWithdrawn)
        return;
    broken.timer.start(broken.delay);
    broken.delay = std::min(broken.delay * 2, std::max(m_probeDelay, limits::probeDelayMax));
}

std::unique_ptr<Transfer> Upstream::ping(std::size_t server)
{
    return transport.send({.server = server,
                           .url = endpoints[server].resolve("/v2/"),
                           .method = UpstreamRequest::Method::Get,
                           .accept = {},
                           .authorization = {},
                           .form = {},
                           .range = {},
                           .traffic = Traffic::Probes,
                           .isForUpstream = true});
}

/// A registry that wants a token is there.
void Upstream::probe(std::size_t server)
{
    Server &broken = m_servers[server];
    if (broken.probe || m_isOffline || m_isWithdrawn)
        return;
    broken.probe = ping(server);
    connect(broken.probe.get(), &Transfer::headReceived, this,
            [this, server] { probed(server, std::nullopt); });
    connect(broken.probe.get(), &Transfer::finished, this,
            [this, server](const auto &error) { probed(server, error); });
}

void Upstream::probed(std::size_t server, const std::optional<Error> &error)
{
    Server &asked = m_servers[server];
    retire(std::move(asked.probe), this);
    if (!error)
        recordAnswer(server);
    else if (asked.circuit.state() == Circuit::State::Broken)
        scheduleProbe(server);
}

UpstreamStatus Upstream::status() const
{
    UpstreamStatus status{.registry = QString::fromStdString(config.registry),
                          .isEnabled = config.isEnabled,
                          .budgets = budget.all(clock.wallNow()),
                          .refusal = m_refusal};
    for (std::size_t server = 0; server < m_servers.size(); ++server)
        status.servers.append(statusOf(server));
    return status;
}

UpstreamServerStatus Upstream::statusOf(std::size_t server) const
{
    const Circuit &circuit = m_servers[server].circuit;
    UpstreamServerStatus status{.url = endpoints[server].url.toString(),
                                .sinceMs = toEpochMs(circuit.since())};
    switch (circuit.state()) {
    case Circuit::State::Closed:
        status.state = m_servers[server].isKnown ? UpstreamServerStatus::State::Online
                                                 : UpstreamServerStatus::State::Unknown;
        break;
    case Circuit::State::Broken:
        status.state = UpstreamServerStatus::State::Offline;
        break;
    case Circuit::State::Limited:
        status.state = UpstreamServerStatus::State::Limited;
        status.untilMs = toEpochMs(*circuit.until());
        break;
    }
    auto trouble = endpoints[server].flaw;
    if (trouble)
        status.state = UpstreamServerStatus::State::Offline;
    else
        trouble = circuit.trouble();
    if (trouble)
        status.trouble = trouble->message;
    return status;
}

} // namespace lanyard::upstream
