// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/desk.h"

#include "setup/fileplace.h"
#include "workstation/cacheclient.h"
#include "workstation/probecommand.h"
#include "workstation/proof.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace lanyard::workstation {

namespace {

/// Answers are called by what answered, which cannot go then.
template <typename Client, typename Value>
Answer<Value> releasing(Client *client, Answer<Value> done)
{
    return [client, done = std::move(done)](const Result<Value> &value) {
        client->deleteLater();
        done(value);
    };
}

tl::unexpected<Error> notHere(const QString &client)
{
    return failure(ErrorCode::NotFound, client.toStdString() + " was not found on this computer");
}

tl::unexpected<Error> refused(const ClientPlan &plan)
{
    const EditRefusal &first = plan.refusals.first();
    return failure(ErrorCode::InvalidInput,
                   first.path.toStdString() + ": " + first.reason.toStdString());
}

bool hasLogin(const setup::ClientChange &change)
{
    return std::any_of(
        change.files.cbegin(), change.files.cend(),
        [](const setup::FileChange &file) { return !file.recipe.cache.user.isEmpty(); });
}

} // namespace

Desk::Desk(const WorkstationPlaces &places)
    : m_here{.root = places.root,
             .home = places.home,
             .environment = places.environment,
             .isRoot = places.isRoot,
             .user = ::getuid()}
    , m_programs(places.environment)
    , m_detector(m_here, m_programs)
    , m_environment(places.environment)
    , m_helper(places.helper, places.environment)
    , m_applier({.root = places.root,
                 .stateFolder = places.stateFolder,
                 .isRoot = places.isRoot,
                 .environment = places.environment},
                m_helper, m_clock)
{
}

Desk::~Desk() = default;

void Desk::startJob(Job job)
{
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() == 1)
        m_jobs.front()();
}

void Desk::endJob()
{
    m_jobs.pop_front();
    if (!m_jobs.empty())
        m_jobs.front()();
}

template <typename Value>
Answer<Value> Desk::endingJob(const Answer<Value> &done)
{
    return [this, done](const Result<Value> &value) {
        done(value);
        endJob();
    };
}

void Desk::cache(const CacheEndpoint &cache, Answer<CacheFacts> done)
{
    auto *client = new CacheClient(cache, {}, this);
    client->askFacts(releasing(client, std::move(done)));
}

void Desk::sightings(const CacheEndpoint &cache, const QString &nonce,
                     Answer<QList<ProbeSighting>> done)
{
    auto *client = new CacheClient(cache, {}, this);
    client->askSightings(nonce, releasing(client, std::move(done)));
}

void Desk::look(const CacheEndpoint &cache, Answer<QList<ClientInstallation>> done)
{
    m_detector.look(
        cache, [this, cache, done = std::move(done)](const QList<ClientInstallation> &clients) {
            m_lookedFor = cache;
            m_clients = clients;
            done(clients);
        });
}

void Desk::withClients(const CacheEndpoint &cache, const std::function<void()> &next)
{
    if (m_lookedFor == cache)
        return next();
    look(cache, [next](const auto &) { next(); });
}

void Desk::forgetLook()
{
    m_lookedFor.reset();
}

const ClientInstallation *Desk::client(const QString &id) const
{
    const auto found = std::find_if(m_clients.cbegin(), m_clients.cend(),
                                    [&id](const ClientInstallation &one) { return one.id == id; });
    return found == m_clients.cend() ? nullptr : &*found;
}

void Desk::plan(const SetUpWish &wish, const Answer<QList<ClientPlan>> &done)
{
    withClients(wish.cache, [this, wish, done] { done(plansOf(wish)); });
}

Result<QList<ClientPlan>> Desk::plansOf(const SetUpWish &wish) const
{
    for (const QString &id : wish.clients) {
        if (!client(id))
            return notHere(id);
    }
    Planner planner(wish.cache, wish.registries, planningHelp(wish));
    QList<ClientPlan> plans;
    for (const ClientInstallation &one : m_clients) {
        if (wish.clients.isEmpty() || wish.clients.contains(one.id))
            plans.append(planner.plan(one));
    }
    return plans;
}

PlanningHelp Desk::planningHelp(const SetUpWish &wish) const
{
    const auto isLocked = [this](const QString &path) {
        return ::faccessat(AT_FDCWD, QFile::encodeName(m_here.onDisk(path)).constData(), R_OK,
                           AT_EACCESS) != 0 &&
               errno == EACCES;
    };
    const auto isSetUp = [this, wish,
                          records = m_applier.records().value_or(QList<setup::SetUpRecord>())](
                             const QString &client, const QString &path) {
        return isRecorded(records, client, m_here.onDisk(path), wish.cache, wish.registries);
    };
    const auto isPrivileged = [this](const QString &path,
                                     const recipes::Recipe &recipe) -> Result<bool> {
        const QString file = m_here.onDisk(path);
        if (m_applier.isPrivileged(file, recipe))
            return true;
        return setup::FilePlace::find(file)
            .and_then([](const setup::FilePlace &place) { return place.checkWritable(); })
            .map([] { return false; });
    };
    const auto read = [this](const QString &path) {
        return setup::FilePlace::find(m_here.onDisk(path))
            .and_then([](const setup::FilePlace &place) { return place.read(place.name()); })
            .map([](std::optional<setup::FilePlace::Content> content) {
                return content ? std::optional(std::move(content->bytes)) : std::nullopt;
            });
    };
    return {
        .read = read,
        .isLocked = isLocked,
        .isSetUp = isSetUp,
        .isPrivileged = isPrivileged,
        .commandFor = [this](const setup::ServiceTask &task) { return m_applier.commandFor(task); },
        .isRoot = m_here.isRoot};
}

void Desk::apply(const ClientPlan &plan, const Progress &progress, const Answer<SetUpResult> &done)
{
    startJob([this, plan, progress, done = endingJob(done)] {
        if (!plan.refusals.isEmpty())
            return done(refused(plan));
        withClients(plan.cache, [this, plan, progress, done] {
            if (!client(plan.client))
                return done(notHere(plan.client));
            if (isSetUp(plan.client))
                applyAnew(plan, progress, done);
            else
                applyNow(plan, progress, done);
        });
    });
}

void Desk::applyAnew(const ClientPlan &plan, const Progress &progress,
                     const Answer<SetUpResult> &done)
{
    // The plan is made again for the files as they are without ours.
    undoNow(plan.client, setup::Applier::Aftermath::Pause, progress,
            [this, plan, progress, done](const Result<SetUpResult> &undone) {
                if (!undone)
                    return done(undone);
                const auto plans = plansOf(
                    {.cache = plan.cache, .registries = plan.registries, .clients = {plan.client}});
                if (!plans)
                    return goBack(plan.client, plans.error(), progress, done);
                if (!plans->first().refusals.isEmpty())
                    return goBack(plan.client, refused(plans->first()).value(), progress, done);
                applyNow(plans->first(), progress,
                         [this, client = plan.client, progress,
                          done](const Result<SetUpResult> &applied) {
                             if (applied)
                                 done(applied);
                             else
                                 goBack(client, applied.error(), progress, done);
                         });
            });
}

void Desk::goBack(const QString &client, const Error &error, const Progress &progress,
                  const Answer<SetUpResult> &done)
{
    resumeNow(client, progress, [error, done](const Result<SetUpResult> &resumed) {
        Error told = error;
        told.message += resumed ? "; it is set up as before"
                                : "; its set-up of before is paused: " + resumed.error().message;
        done(tl::unexpected(told));
    });
}

void Desk::applyNow(const ClientPlan &plan, const Progress &progress,
                    const Answer<SetUpResult> &done)
{
    const ClientInstallation *const found = client(plan.client);
    if (!found)
        return done(notHere(plan.client));
    const setup::ClientChange change =
        changeOf(plan, *found, [this](const QString &path) { return m_here.onDisk(path); });
    forgetLook();
    m_applier.apply(change, progress, done);
}

bool Desk::isSetUp(const QString &client) const
{
    const Result<QList<setup::SetUpRecord>> records = m_applier.records();
    return records && std::any_of(records->cbegin(), records->cend(),
                                  [&client](const setup::SetUpRecord &record) {
                                      return record.client == client &&
                                             record.state != setup::SetUpRecord::State::Paused;
                                  });
}

void Desk::test(const QString &client, const CacheEndpoint &cache, const QString &registry,
                const Progress &progress, const Answer<ProofResult> &done)
{
    startJob([this, client, cache, registry, progress, done = endingJob(done)] {
        withClients(cache, [this, client, cache, registry, progress, done] {
            if (const ClientInstallation *const found = this->client(client))
                testNow(*found, cache, registry, progress, done);
            else
                done(notHere(client));
        });
    });
}

void Desk::testNow(const ClientInstallation &client, const CacheEndpoint &cache,
                   const QString &registry, const Progress &progress,
                   const Answer<ProofResult> &done)
{
    auto *proof = new Proof({.client = client,
                             .cache = cache,
                             .registry = registry,
                             .nonce = newProbeNonce(),
                             .environment = m_environment},
                            runChild, prooflimits::pollInterval, this);
    connect(proof, &Proof::progressed, this, progress);
    connect(proof, &Proof::finished, this, [proof, done](const ProofResult &result) {
        proof->deleteLater();
        done(result);
    });
    proof->start();
}

void Desk::undo(const QString &client, const Progress &progress, const Answer<SetUpResult> &done)
{
    startJob([this, client, progress, done = endingJob(done)] {
        undoNow(client, setup::Applier::Aftermath::Forget, progress, done);
    });
}

void Desk::undoNow(const QString &client, setup::Applier::Aftermath aftermath,
                   const Progress &progress, const Answer<SetUpResult> &done)
{
    // The service may have been started anew since; whose cache it is has no part in that.
    withClients(m_lookedFor.value_or(CacheEndpoint{}), [this, client, aftermath, progress, done] {
        const ClientInstallation *const found = this->client(client);
        m_applier.undo(client, found ? found->pid : 0, aftermath, progress, done);
    });
}

Result<QList<AppliedSetUp>> Desk::applied() const
{
    return m_applier.records().map([](const QList<setup::SetUpRecord> &records) {
        QList<AppliedSetUp> all;
        for (const setup::SetUpRecord &record : records)
            all.append(record.summary());
        return all;
    });
}

Result<QStringList> Desk::clientsThatAre(bool isPaused) const
{
    return applied().map([isPaused](const QList<AppliedSetUp> &all) {
        QStringList clients;
        for (const AppliedSetUp &one : all) {
            if (one.isPaused == isPaused)
                clients.append(one.client);
        }
        return clients;
    });
}

void Desk::pause(const Progress &progress, const Answer<QList<SetUpResult>> &done)
{
    startJob([this, progress, done = endingJob(done)] {
        const Result<QStringList> clients = clientsThatAre(/*isPaused*/ false);
        if (!clients)
            return done(tl::unexpected(clients.error()));
        forEach(
            *clients,
            [this, progress](const QString &client, const Answer<SetUpResult> &ended) {
                undoNow(client, setup::Applier::Aftermath::Pause, progress, ended);
            },
            {}, done);
    });
}

void Desk::resume(const Progress &progress, const Answer<QList<SetUpResult>> &done)
{
    startJob([this, progress, done = endingJob(done)] {
        const Result<QStringList> clients = clientsThatAre(/*isPaused*/ true);
        if (!clients)
            return done(tl::unexpected(clients.error()));
        forEach(
            *clients,
            [this, progress](const QString &client, const Answer<SetUpResult> &ended) {
                resumeNow(client, progress, ended);
            },
            {}, done);
    });
}

void Desk::resumeNow(const QString &client, const Progress &progress,
                     const Answer<SetUpResult> &done)
{
    const Result<setup::ClientChange> change = m_applier.resumption(client, {});
    if (!change)
        return done(tl::unexpected(change.error()));
    if (hasLogin(*change))
        return done(failure(ErrorCode::InvalidInput,
                            "it logs in at the cache, and its password is not kept: set it up "
                            "again"));
    forgetLook();
    m_applier.apply(*change, progress, done);
}

void Desk::forEach(const QStringList &clients, const ForOne &one, const QList<SetUpResult> &results,
                   const Answer<QList<SetUpResult>> &done)
{
    if (clients.isEmpty())
        return done(results);
    const QString client = clients.first();
    one(client, [this, client, rest = clients.mid(1), one, results,
                 done](const Result<SetUpResult> &result) {
        QList<SetUpResult> all = results;
        all.append(result ? *result
                          : SetUpResult{.client = client,
                                        .trouble = QString::fromStdString(result.error().message)});
        forEach(rest, one, all, done);
    });
}

} // namespace lanyard::workstation
