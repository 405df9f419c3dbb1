// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/setupdesk.h"

#include <algorithm>
#include <utility>

namespace lanyard::ui {

namespace {

QString wordsOf(const Error &error)
{
    return QString::fromStdString(error.message);
}

} // namespace

SetUpDesk::SetUpDesk(SetUpSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
{
}

void SetUpDesk::setWish(const CacheEndpoint &cache, const QStringList &registries)
{
    if (cache != m_wish.cache || m_lookNumber == 0)
        lookFor(cache, registries);
    else if (take({.cache = cache, .registries = registries, .clients = {}}) &&
             !m_areClientsAwaited)
        plan();
}

void SetUpDesk::lookFor(const CacheEndpoint &cache, const QStringList &registries)
{
    take({.cache = cache, .registries = registries, .clients = {}});
    look();
}

/// Whether it is another one than before.
bool SetUpDesk::take(const SetUpWish &wish)
{
    if (wish == m_wish)
        return false;
    m_wish = wish;
    for (ClientView &one : m_clients)
        one.plan.reset();
    return true;
}

void SetUpDesk::withdraw()
{
    m_wish.registries.clear();
    ++m_planNumber;
    for (ClientView &one : m_clients)
        one.plan.reset();
    // What is planned meanwhile counts no more; clients that are looked for do.
    m_isLooking = m_areClientsAwaited;
    Q_EMIT stateChanged();
}

void SetUpDesk::look()
{
    const int number = ++m_lookNumber;
    ++m_planNumber;
    m_areClientsAwaited = true;
    m_isLooking = true;
    Q_EMIT stateChanged();
    m_source.look(m_wish.cache, this, [this, number](const auto &found) {
        if (number == m_lookNumber)
            onLooked(found);
    });
    askApplied();
}

void SetUpDesk::onLooked(const Result<QList<ClientInstallation>> &found)
{
    m_areClientsAwaited = false;
    m_lookTrouble = found ? QString() : wordsOf(found.error());
    if (!found) {
        endLook();
        return;
    }
    QList<ClientView> clients;
    for (const ClientInstallation &one : *found) {
        const ClientView *const known = client(one.id);
        clients += known ? *known : ClientView();
        clients.last().installation = one;
    }
    const bool areOthers =
        !std::equal(clients.cbegin(), clients.cend(), m_clients.cbegin(), m_clients.cend(),
                    [](const auto &a, const auto &b) { return a.id() == b.id(); });
    m_clients = clients;
    attachApplied();
    if (areOthers)
        Q_EMIT clientsChanged();
    else
        for (const ClientView &one : std::as_const(clients))
            Q_EMIT clientChanged(one.id());
    plan();
}

void SetUpDesk::plan()
{
    const int number = ++m_planNumber;
    m_planTrouble.clear();
    if (m_wish.registries.isEmpty() || m_clients.isEmpty()) {
        endLook();
        return;
    }
    m_isLooking = true;
    Q_EMIT stateChanged();
    m_source.plan(m_wish, this, [this, number](const auto &plans) {
        if (number == m_planNumber)
            onPlanned(plans);
    });
}

void SetUpDesk::onPlanned(const Result<QList<ClientPlan>> &plans)
{
    m_planTrouble = plans ? QString() : wordsOf(plans.error());
    for (const ClientPlan &plan : plans.value_or(QList<ClientPlan>()))
        change(plan.client, [&plan](ClientView &one) { one.plan = plan; });
    endLook();
}

void SetUpDesk::endLook()
{
    m_isLooking = false;
    Q_EMIT stateChanged();
}

void SetUpDesk::askApplied()
{
    m_source.applied(this, [this](const auto &applied) { onApplied(applied); });
}

void SetUpDesk::onApplied(const Result<QList<AppliedSetUp>> &applied)
{
    if (!applied)
        return;
    m_applied = *applied;
    attachApplied();
    for (const ClientView &one : std::as_const(m_clients))
        Q_EMIT clientChanged(one.id());
    Q_EMIT appliedChanged();
}

void SetUpDesk::attachApplied()
{
    for (ClientView &one : m_clients) {
        const auto found =
            std::find_if(m_applied.cbegin(), m_applied.cend(),
                         [&one](const AppliedSetUp &set) { return set.client == one.id(); });
        one.applied = found == m_applied.cend() ? std::nullopt : std::optional(*found);
    }
}

const ClientView *SetUpDesk::client(const QString &id) const
{
    const auto found = std::find_if(m_clients.cbegin(), m_clients.cend(),
                                    [&id](const ClientView &one) { return one.id() == id; });
    return found == m_clients.cend() ? nullptr : &*found;
}

bool SetUpDesk::isPaused() const
{
    return !m_applied.isEmpty() &&
           std::all_of(m_applied.cbegin(), m_applied.cend(),
                       [](const AppliedSetUp &set) { return set.isPaused; });
}

void SetUpDesk::setUp(const QStringList &ids)
{
    if (m_isRunning)
        return;
    QStringList chosen;
    for (const QString &id : ids) {
        const ClientView *const one = client(id);
        if (!one || !one->canBeApplied())
            continue;
        chosen += id;
        m_jobs.emplace_back([this, plan = *one->plan] { apply(plan); });
    }
    begin(SetUpOutcome::Kind::SetUp, chosen);
}

void SetUpDesk::test(const QString &id, const QString &registry)
{
    if (m_isRunning || !client(id))
        return;
    m_jobs.emplace_back([this, id, registry] { tryOut(id, registry); });
    begin(SetUpOutcome::Kind::Test, {id});
}

void SetUpDesk::undo(const QString &id)
{
    if (m_isRunning || !client(id))
        return;
    m_jobs.emplace_back([this, id] { takeBack(id); });
    begin(SetUpOutcome::Kind::Undo, {id});
}

void SetUpDesk::pause()
{
    if (m_isRunning)
        return;
    m_jobs.emplace_back([this] { pauseOrResume(true); });
    begin(SetUpOutcome::Kind::Pause, {});
}

void SetUpDesk::resume()
{
    if (m_isRunning)
        return;
    m_jobs.emplace_back([this] { pauseOrResume(false); });
    begin(SetUpOutcome::Kind::Resume, {});
}

void SetUpDesk::begin(SetUpOutcome::Kind kind, const QStringList &ids)
{
    if (m_jobs.empty())
        return;
    m_outcome = {.kind = kind};
    m_isRunning = true;
    for (const QString &id : ids) {
        change(id, [](ClientView &one) {
            one.work = Work::Waiting;
            one.steps.clear();
            one.notes.clear();
            one.trouble.clear();
            one.proof.reset();
        });
    }
    Q_EMIT stateChanged();
    runNext();
}

void SetUpDesk::runNext()
{
    if (m_jobs.empty()) {
        end();
        return;
    }
    const std::function<void()> job = std::move(m_jobs.front());
    m_jobs.pop_front();
    job();
}

void SetUpDesk::end()
{
    m_isRunning = false;
    Q_EMIT stateChanged();
    Q_EMIT ended(m_outcome);
    // From the tray it may be paused before anybody has looked at the clients.
    if (m_lookNumber > 0)
        look();
    else
        askApplied();
}

void SetUpDesk::apply(const ClientPlan &plan)
{
    const QString id = plan.client;
    change(id, [](ClientView &one) { one.work = Work::Applying; });
    m_source.apply(
        plan, this, [this](const SetUpStep &step) { note(step); },
        [this, plan, id](const Result<SetUpResult> &result) {
            if (!result) {
                fail(id, wordsOf(result.error()));
                runNext();
                return;
            }
            change(id, [&result](ClientView &one) { one.notes = result->notes; });
            const ClientView *const one = client(id);
            // What is the user's to do comes before the pull.
            if (one && canBeTested(one->installation) && plan.snippets.isEmpty() &&
                !plan.registries.isEmpty()) {
                tryOut(id, plan.registries.constFirst());
                return;
            }
            succeed(id);
            runNext();
        });
}

void SetUpDesk::tryOut(const QString &id, const QString &registry)
{
    change(id, [](ClientView &one) { one.work = Work::Testing; });
    m_source.test(
        id, m_wish.cache, registry, this, [this](const SetUpStep &step) { note(step); },
        [this, id](const Result<ProofResult> &result) {
            if (!result) {
                fail(id, wordsOf(result.error()));
            } else {
                change(id, [&result](ClientView &one) { one.proof = *result; });
                if (result->isProved)
                    succeed(id);
                else
                    fail(id, {});
            }
            runNext();
        });
}

void SetUpDesk::takeBack(const QString &id)
{
    change(id, [](ClientView &one) { one.work = Work::Undoing; });
    m_source.undo(
        id, this, [this](const SetUpStep &step) { note(step); },
        [this, id](const Result<SetUpResult> &result) {
            if (result) {
                change(id, [&result](ClientView &one) { one.notes = result->notes; });
                succeed(id);
            } else {
                fail(id, wordsOf(result.error()));
            }
            runNext();
        });
}

void SetUpDesk::pauseOrResume(bool isPausing)
{
    for (const AppliedSetUp &set : std::as_const(m_applied)) {
        change(set.client, [](ClientView &one) {
            one.steps.clear();
            one.notes.clear();
            one.trouble.clear();
            one.proof.reset();
        });
    }
    const auto ask = isPausing ? &SetUpSource::pause : &SetUpSource::resume;
    (m_source.*ask)(
        this, [this](const SetUpStep &step) { note(step); },
        [this](const Result<QList<SetUpResult>> &results) {
            if (results) {
                for (const SetUpResult &result : *results) {
                    change(result.client, [&result](ClientView &one) { one.notes = result.notes; });
                    m_outcome.done += nameOf(result.client);
                }
            } else {
                m_outcome.trouble = wordsOf(results.error());
            }
            runNext();
        });
}

void SetUpDesk::change(const QString &id, const std::function<void(ClientView &)> &edit)
{
    const auto found = std::find_if(m_clients.begin(), m_clients.end(),
                                    [&id](const ClientView &one) { return one.id() == id; });
    if (found == m_clients.end())
        return;
    edit(*found);
    Q_EMIT clientChanged(id);
}

/// A step that is told again has another state.
void SetUpDesk::note(const SetUpStep &step)
{
    change(step.client, [&step](ClientView &one) {
        const auto same =
            std::find_if(one.steps.rbegin(), one.steps.rend(), [&step](const SetUpStep &known) {
                return known.what == step.what && known.state == SetUpStep::State::Running;
            });
        if (same != one.steps.rend())
            *same = step;
        else
            one.steps += step;
    });
}

void SetUpDesk::fail(const QString &id, const QString &trouble)
{
    change(id, [&trouble](ClientView &one) {
        one.work = Work::None;
        one.trouble = trouble;
    });
    m_outcome.failed += nameOf(id);
    if (!m_outcome.trouble.isEmpty())
        return;
    const ClientView *const one = client(id);
    m_outcome.trouble = trouble.isEmpty() && one && one->proof ? one->proof->trouble : trouble;
}

void SetUpDesk::succeed(const QString &id)
{
    change(id, [](ClientView &one) { one.work = Work::None; });
    m_outcome.done += nameOf(id);
}

QString SetUpDesk::nameOf(const QString &id) const
{
    if (const ClientView *const one = client(id))
        return one->installation.name;
    const auto found = std::find_if(m_applied.cbegin(), m_applied.cend(),
                                    [&id](const AppliedSetUp &set) { return set.client == id; });
    return found == m_applied.cend() ? id : found->clientName;
}

} // namespace lanyard::ui
