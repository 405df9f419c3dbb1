// SPDX-License-Identifier: GPL-3.0-or-later
#include "workstation/desk.h"

#include "detection/processes.h"
#include "setup/fileplace.h"
#include "workstation/cacheclient.h"
#include "workstation/enginepid.h"
#include "workstation/mirrorcheck.h"
#include "workstation/probecommand.h"
#include "workstation/proof.h"
#include "workstation/setupagain.h"
#include "workstation/shownplan.h"
#include "workstation/terminalline.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace lanyard::workstation {

namespace {

using Aftermath = setup::Applier::Aftermath;
using State = setup::SetUpRecord::State;

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
    return failure(ErrorCode::NotFound,
                   {QT_TRANSLATE_NOOP("engine", "%1 was not found on this computer"), {client}});
}

tl::unexpected<Error> refused(const ClientPlan &plan)
{
    const EditRefusal &first = plan.refusals.first();
    return failure(ErrorCode::InvalidInput, Message::at(first.path, first.reason));
}

/// With what a user can do who is not asked for the privilege.
Answer<SetUpResult> withWayOut(const ClientPlan &plan, const Answer<SetUpResult> &done)
{
    return [plan, done](const Result<SetUpResult> &result) {
        done(result.map_error([&plan](Error error) {
            if (error.code == ErrorCode::Cancelled)
                error.message = {
                    QT_TRANSLATE_NOOP("engine", "%1. %2"),
                    {error.message, terminalLine(plan.client, plan.cache, plan.registries)}};
            return error;
        }));
    };
}

} // namespace

Desk::Desk(const WorkstationPlaces &places)
    : m_here{.root = places.root,
             .home = places.home,
             .environment = places.environment,
             .isRoot = places.isRoot,
             .user = ::getuid(),
             .processFolder = places.root + QStringLiteral("/proc")}
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
            const auto before = m_applier.record(plan.client);
            const bool isSetUp = before && *before && (*before)->state != State::Paused;
            if (isSetUp)
                applyAnew(plan, **before, progress, done);
            else
                applyNow(plan, progress, withWayOut(plan, done));
        });
    });
}

void Desk::applyAnew(const ClientPlan &plan, const setup::SetUpRecord &before,
                     const Progress &progress, const Answer<SetUpResult> &done)
{
    if (const auto seen = requireAsSeen(
            plan, planningHelp({.cache = plan.cache, .registries = plan.registries}).read);
        !seen)
        return done(tl::unexpected(seen.error()));
    const bool comesBack = !before.isCutShort();
    if (comesBack && hasOtherLogin(before.files, plan.cache))
        progress({.client = plan.client,
                  .what = QT_TRANSLATE_NOOP("engine", "Keep the set-up of before in mind"),
                  .state = SetUpStep::State::Skipped,
                  .detail = QT_TRANSLATE_NOOP(
                      "engine", "It logs in at the cache, and its password is not kept: "
                                "if this fails, it has to be set up again.")});
    const Aftermath kept =
        restartsAll(plan, before.services) ? Aftermath::Replace : Aftermath::Pause;
    const auto applied = [this, plan, comesBack, progress,
                          done](const Result<SetUpResult> &result) {
        if (result || !comesBack)
            done(result);
        else
            goBack(plan, result.error(), progress, done);
    };
    undoNow(plan.client, comesBack ? kept : Aftermath::Forget, progress,
            [this, plan, progress, done, applied](const Result<SetUpResult> &undone) {
                if (undone)
                    applyAgain(plan, progress, applied);
                else
                    done(undone);
            });
}

void Desk::applyAgain(const ClientPlan &plan, const Progress &progress,
                      const Answer<SetUpResult> &done)
{
    const auto plans =
        plansOf({.cache = plan.cache, .registries = plan.registries, .clients = {plan.client}});
    if (!plans)
        return done(tl::unexpected(plans.error()));
    if (!plans->first().refusals.isEmpty())
        return done(refused(plans->first()));
    applyNow(plans->first(), progress, done);
}

void Desk::goBack(const ClientPlan &plan, const Error &error, const Progress &progress,
                  const Answer<SetUpResult> &done)
{
    const auto before = m_applier.record(plan.client);
    const bool isPaused = before && *before && (*before)->state == State::Paused;
    // Else not all could be taken back, which is what the error says.
    if (!isPaused)
        return done(tl::unexpected(error));
    resumeNow(plan.client, plan.cache, progress, [error, done](const Result<SetUpResult> &resumed) {
        Error told = error;
        told.message = Message::both(
            told.message,
            resumed
                ? Message(QT_TRANSLATE_NOOP("engine", "it is set up as before"))
                : Message(QT_TRANSLATE_NOOP(
                              "engine",
                              "its set-up of before is paused, and what was not restarted since "
                              "may still go by it: %1"),
                          {resumed.error().message}));
        done(tl::unexpected(told));
    });
}

void Desk::applyNow(const ClientPlan &plan, const Progress &progress,
                    const Answer<SetUpResult> &done)
{
    const ClientInstallation *const found = client(plan.client);
    if (!found)
        return done(notHere(plan.client));
    const auto onDisk = [this](const QString &path) {
        return m_here.onDisk(path);
    };
    const setup::ClientChange change = changeOf(plan, *found, onDisk);
    if (const auto shown = requireAsShown(plan, change, onDisk); !shown)
        return done(tl::unexpected(shown.error()));
    forgetLook();
    m_applier.apply(change, progress, done, checkOf(change, progress));
}

setup::Applier::Check Desk::checkOf(const setup::ClientChange &change, const Progress &progress)
{
    const auto file =
        std::find_if(change.files.cbegin(), change.files.cend(), [](const setup::FileChange &one) {
            return one.recipe.kind == recipes::Recipe::Kind::DaemonJson;
        });
    if (file == change.files.cend() || change.services.isEmpty() ||
        !m_applier.canRun(change.services.first()))
        return {};
    return [this, client = change.client, cache = file->recipe.cache,
            action = change.services.first().action, progress](const Answer<void> &done) {
        SetUpStep step{
            .client = client,
            .what = QT_TRANSLATE_NOOP("engine", "See that Docker Engine takes the mirror up")};
        progress(step);
        auto *check = new MirrorCheck(m_here, m_programs, action, cache, {}, this);
        check->start(
            releasing<MirrorCheck, void>(check, [step, progress, done](const Result<void> &result) {
                SetUpStep ended = step;
                ended.state = result ? SetUpStep::State::Done : SetUpStep::State::Failed;
                if (!result)
                    ended.detail = result.error().message;
                progress(ended);
                done(result);
            }));
    };
}

std::int64_t Desk::pidOf(const QString &client) const
{
    const auto record = m_applier.record(client);
    if (!record || !*record)
        return 0;
    QStringList files;
    for (const setup::FileRecord &file : (*record)->files)
        files.append(file.path);
    const QStringList names{QStringLiteral("dockerd")};
    return enginePid(detection::runningProcesses(m_here.processFolder, m_here.user, names), m_here,
                     files);
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
        undoNow(client, Aftermath::Forget, progress, done);
    });
}

void Desk::undoNow(const QString &client, Aftermath aftermath, const Progress &progress,
                   const Answer<SetUpResult> &done)
{
    // The service may have been started anew since.
    m_applier.undo(client, pidOf(client), aftermath, progress, done);
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
                pauseNow(client, progress, ended);
            },
            {}, done);
    });
}

void Desk::pauseNow(const QString &client, const Progress &progress,
                    const Answer<SetUpResult> &done)
{
    const auto record = m_applier.record(client);
    const bool isWhole = !record || !*record || !(*record)->isCutShort();
    if (isWhole)
        return undoNow(client, Aftermath::Pause, progress, done);
    undoNow(client, Aftermath::Forget, progress, [done](const Result<SetUpResult> &undone) {
        done(undone.map([](SetUpResult result) {
            result.notes.append(QT_TRANSLATE_NOOP(
                "engine",
                "Its set-up had been interrupted: it is undone, and does not come back when the "
                "others are resumed."));
            return result;
        }));
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
                resumeNow(client, {}, progress, ended);
            },
            {}, done);
    });
}

void Desk::resumeNow(const QString &client, const CacheEndpoint &login, const Progress &progress,
                     const Answer<SetUpResult> &done)
{
    Result<setup::ClientChange> change = m_applier.resumption(client, pidOf(client));
    if (!change)
        return done(tl::unexpected(change.error()));
    if (!addPassword(*change, login))
        return done(failure(
            ErrorCode::InvalidInput,
            QT_TRANSLATE_NOOP("engine",
                              "it logs in at the cache, and its password is not kept: set it up "
                              "again")));
    forgetLook();
    m_applier.apply(*change, progress, done, checkOf(*change, progress));
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
                          : SetUpResult{.client = client, .trouble = result.error().message});
        forEach(rest, one, all, done);
    });
}

} // namespace lanyard::workstation
