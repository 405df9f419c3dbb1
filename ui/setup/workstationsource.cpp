// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/workstationsource.h"

#include <utility>

namespace lanyard::ui {

WorkstationSource::WorkstationSource(Workstation &workstation)
    : m_workstation(workstation)
{
}

void WorkstationSource::cache(const CacheEndpoint &cache, QObject *context, Answer<CacheFacts> done)
{
    m_workstation.cache(cache, context, std::move(done));
}

void WorkstationSource::look(const CacheEndpoint &cache, QObject *context,
                             Answer<QList<ClientInstallation>> done)
{
    m_workstation.look(cache, context, std::move(done));
}

void WorkstationSource::plan(const SetUpWish &wish, QObject *context,
                             Answer<QList<ClientPlan>> done)
{
    m_workstation.plan(wish, context, std::move(done));
}

void WorkstationSource::apply(const ClientPlan &plan, QObject *context, Progress progressed,
                              Answer<SetUpResult> done)
{
    m_workstation.apply(plan, context, std::move(progressed), std::move(done));
}

void WorkstationSource::undo(const QString &client, QObject *context, Progress progressed,
                             Answer<SetUpResult> done)
{
    m_workstation.undo(client, context, std::move(progressed), std::move(done));
}

void WorkstationSource::applied(QObject *context, Answer<QList<AppliedSetUp>> done)
{
    m_workstation.applied(context, std::move(done));
}

void WorkstationSource::pause(QObject *context, Progress progressed,
                              Answer<QList<SetUpResult>> done)
{
    m_workstation.pause(context, std::move(progressed), std::move(done));
}

void WorkstationSource::resume(QObject *context, Progress progressed,
                               Answer<QList<SetUpResult>> done)
{
    m_workstation.resume(context, std::move(progressed), std::move(done));
}

void WorkstationSource::test(const QString &client, const CacheEndpoint &cache,
                             const QString &registry, QObject *context, Progress progressed,
                             Answer<ProofResult> done)
{
    m_workstation.test(client, cache, registry, context, std::move(progressed), std::move(done));
}

ProbeCommand WorkstationSource::probeCommand(ClientKind kind, const QString &registry) const
{
    return Workstation::probeCommand(kind, registry);
}

void WorkstationSource::sightings(const CacheEndpoint &cache, const QString &nonce,
                                  QObject *context, Answer<QList<ProbeSighting>> done)
{
    m_workstation.sightings(cache, nonce, context, std::move(done));
}

QList<Snippet> WorkstationSource::snippets(ClientKind kind, const QString &system,
                                           const CacheEndpoint &cache,
                                           const QStringList &registries) const
{
    return Workstation::snippets(kind, system, cache, registries);
}

} // namespace lanyard::ui
