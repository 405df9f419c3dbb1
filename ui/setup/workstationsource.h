// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/setupsource.h"

namespace lanyard::ui {

/// The real workstation as what the pages ask. It must outlive this.
class WorkstationSource final : public SetUpSource
{
public:
    explicit WorkstationSource(Workstation &workstation);

    void cache(const CacheEndpoint &cache, QObject *context, Answer<CacheFacts> done) override;
    void look(const CacheEndpoint &cache, QObject *context,
              Answer<QList<ClientInstallation>> done) override;
    void plan(const SetUpWish &wish, QObject *context, Answer<QList<ClientPlan>> done) override;
    void apply(const ClientPlan &plan, QObject *context, Progress progressed,
               Answer<SetUpResult> done) override;
    void undo(const QString &client, QObject *context, Progress progressed,
              Answer<SetUpResult> done) override;
    void applied(QObject *context, Answer<QList<AppliedSetUp>> done) override;
    void pause(QObject *context, Progress progressed, Answer<QList<SetUpResult>> done) override;
    void resume(QObject *context, Progress progressed, Answer<QList<SetUpResult>> done) override;
    void test(const QString &client, const CacheEndpoint &cache, const QString &registry,
              QObject *context, Progress progressed, Answer<ProofResult> done) override;
    ProbeCommand probeCommand(ClientKind kind, const QString &registry) const override;
    void sightings(const CacheEndpoint &cache, const QString &nonce, QObject *context,
                   Answer<QList<ProbeSighting>> done) override;
    QList<Snippet> snippets(ClientKind kind, const QString &system, const CacheEndpoint &cache,
                            const QStringList &registries) const override;

private:
    Workstation &m_workstation;
};

} // namespace lanyard::ui
