// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workstation.h"

namespace lanyard::ui {

/// What the pages ask about the set-up of clients: the questions of Workstation, with what it says
/// there of answers, errors and threads.
class SetUpSource
{
public:
    SetUpSource() = default;
    virtual ~SetUpSource() = default;
    Q_DISABLE_COPY_MOVE(SetUpSource)

    using Progress = Workstation::Progress;

    virtual void cache(const CacheEndpoint &cache, QObject *context, Answer<CacheFacts> done) = 0;
    virtual void look(const CacheEndpoint &cache, QObject *context,
                      Answer<QList<ClientInstallation>> done) = 0;
    virtual void plan(const SetUpWish &wish, QObject *context, Answer<QList<ClientPlan>> done) = 0;
    virtual void apply(const ClientPlan &plan, QObject *context, Progress progressed,
                       Answer<SetUpResult> done) = 0;
    virtual void undo(const QString &client, QObject *context, Progress progressed,
                      Answer<SetUpResult> done) = 0;
    virtual void applied(QObject *context, Answer<QList<AppliedSetUp>> done) = 0;
    virtual void pause(QObject *context, Progress progressed, Answer<QList<SetUpResult>> done) = 0;
    virtual void resume(QObject *context, Progress progressed, Answer<QList<SetUpResult>> done) = 0;
    virtual void test(const QString &client, const CacheEndpoint &cache, const QString &registry,
                      QObject *context, Progress progressed, Answer<ProofResult> done) = 0;
    virtual ProbeCommand probeCommand(ClientKind kind, const QString &registry) const = 0;
    virtual void sightings(const CacheEndpoint &cache, const QString &nonce, QObject *context,
                           Answer<QList<ProbeSighting>> done) = 0;
    virtual QList<Snippet> snippets(ClientKind kind, const QString &system,
                                    const CacheEndpoint &cache,
                                    const QStringList &registries) const = 0;
};

} // namespace lanyard::ui
