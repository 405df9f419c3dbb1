// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/setupwork.h"

#include <algorithm>
#include <utility>

namespace lanyard::ui {

namespace {

void forgetWork(ClientView &client)
{
    client.steps.clear();
    client.notes.clear();
    client.trouble = {};
    client.proof.reset();
}

} // namespace

SetUpWork::SetUpWork(SetUpSource &source, ClientBoard &board, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_board(board)
{
}

void SetUpWork::setUp(const QStringList &ids)
{
    if (m_isRunning)
        return;
    QStringList chosen;
    for (const QString &id : ids) {
        const ClientView *const one = m_board.client(id);
        if (!one || !one->canBeApplied())
            continue;
        chosen += id;
        m_jobs.emplace_back([this, plan = *one->plan] { apply(plan); });
    }
    begin(SetUpOutcome::Kind::SetUp, chosen);
}

void SetUpWork::test(const QStringList &ids, const CacheEndpoint &cache, const QString &registry)
{
    if (m_isRunning)
        return;
    QStringList chosen;
    for (const QString &id : ids) {
        if (!m_board.client(id))
            continue;
        chosen += id;
        m_jobs.emplace_back([this, id, cache, registry] { tryOut(id, cache, registry); });
    }
    begin(SetUpOutcome::Kind::Test, chosen);
}

void SetUpWork::undo(const QString &id)
{
    if (m_isRunning || (!m_board.client(id) && !m_board.appliedFor(id)))
        return;
    m_jobs.emplace_back([this, id] { takeBack(id); });
    begin(SetUpOutcome::Kind::Undo, {id});
}

void SetUpWork::pause()
{
    if (m_isRunning)
        return;
    m_jobs.emplace_back([this] { pauseOrResume(true); });
    begin(SetUpOutcome::Kind::Pause, {});
}

void SetUpWork::resume()
{
    if (m_isRunning)
        return;
    m_jobs.emplace_back([this] { pauseOrResume(false); });
    begin(SetUpOutcome::Kind::Resume, {});
}

void SetUpWork::wrapUp()
{
    m_isWrappingUp = true;
    m_jobs.clear();
}

void SetUpWork::begin(SetUpOutcome::Kind kind, const QStringList &ids)
{
    if (m_isWrappingUp)
        m_jobs.clear();
    if (m_jobs.empty())
        return;
    m_outcome = {.kind = kind};
    m_isRunning = true;
    for (const QString &id : ids) {
        m_board.change(id, [](ClientView &one) {
            forgetWork(one);
            one.work = Work::Waiting;
        });
    }
    Q_EMIT begun();
    runNext();
}

void SetUpWork::runNext()
{
    if (m_jobs.empty()) {
        m_isRunning = false;
        Q_EMIT ended(m_outcome);
        return;
    }
    const std::function<void()> job = std::move(m_jobs.front());
    m_jobs.pop_front();
    job();
}

void SetUpWork::apply(const ClientPlan &plan)
{
    m_board.change(plan.client, [](ClientView &one) { one.work = Work::Applying; });
    setChanging(true);
    m_source.apply(
        plan, this, [this](const SetUpStep &step) { note(step); },
        [this, plan](const Result<SetUpResult> &result) { onApplied(plan, result); });
}

void SetUpWork::onApplied(const ClientPlan &plan, const Result<SetUpResult> &result)
{
    setChanging(false);
    const QString &id = plan.client;
    if (!result) {
        fail(id, result.error());
        runNext();
        return;
    }
    m_board.change(id, [&result](ClientView &one) { one.notes = result->notes; });
    const ClientView *const one = m_board.client(id);
    // What is the user's to do comes before the pull.
    if (one && canBeTested(one->installation) && plan.snippets.isEmpty() &&
        !plan.registries.isEmpty() && !m_isWrappingUp) {
        tryOut(id, plan.cache, plan.registries.constFirst());
        return;
    }
    succeed(id);
    runNext();
}

void SetUpWork::tryOut(const QString &id, const CacheEndpoint &cache, const QString &registry)
{
    m_board.change(id, [](ClientView &one) { one.work = Work::Testing; });
    m_source.test(
        id, cache, registry, this, [this](const SetUpStep &step) { note(step); },
        [this, id](const Result<ProofResult> &result) { onTried(id, result); });
}

/// A set-up that is not proved is done all the same.
void SetUpWork::onTried(const QString &id, const Result<ProofResult> &result)
{
    m_board.change(id, [&result](ClientView &one) {
        if (result)
            one.proof = *result;
        else
            one.trouble = result.error().message;
    });
    const Message trouble = result ? result->trouble : result.error().message;
    if (result && result->isProved)
        succeed(id);
    else if (m_outcome.kind == SetUpOutcome::Kind::SetUp)
        doubt(id, trouble);
    else
        fail(id, trouble);
    runNext();
}

void SetUpWork::takeBack(const QString &id)
{
    m_board.change(id, [](ClientView &one) { one.work = Work::Undoing; });
    setChanging(true);
    m_source.undo(
        id, this, [this](const SetUpStep &step) { note(step); },
        [this, id](const Result<SetUpResult> &result) { onTakenBack(id, result); });
}

void SetUpWork::onTakenBack(const QString &id, const Result<SetUpResult> &result)
{
    setChanging(false);
    if (!result) {
        fail(id, result.error());
        runNext();
        return;
    }
    // Who has no card is told of it in the end.
    if (!m_board.client(id))
        m_outcome.notes += result->notes;
    m_board.change(id, [&result](ClientView &one) { one.notes = result->notes; });
    succeed(id);
    runNext();
}

void SetUpWork::pauseOrResume(bool isPausing)
{
    for (const AppliedSetUp &set : m_board.applied())
        m_board.change(set.client, forgetWork);
    setChanging(true);
    const auto ask = isPausing ? &SetUpSource::pause : &SetUpSource::resume;
    (m_source.*ask)(
        this, [this](const SetUpStep &step) { note(step); },
        [this](const Result<QList<SetUpResult>> &results) { onPausedOrResumed(results); });
}

void SetUpWork::onPausedOrResumed(const Result<QList<SetUpResult>> &results)
{
    setChanging(false);
    if (!results)
        m_outcome.trouble = results.error().message;
    for (const SetUpResult &result : results.value_or(QList<SetUpResult>())) {
        m_board.change(result.client, [&result](ClientView &one) {
            one.notes = result.notes;
            one.trouble = result.trouble;
        });
        if (result.trouble.isEmpty())
            succeed(result.client);
        else
            fail(result.client, result.trouble);
    }
    runNext();
}

void SetUpWork::setChanging(bool isChanging)
{
    m_isChanging = isChanging;
    Q_EMIT changingChanged(isChanging);
}

/// A step that is told again has another state.
void SetUpWork::note(const SetUpStep &step)
{
    m_board.change(step.client, [&step](ClientView &one) {
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

void SetUpWork::fail(const QString &id, const Error &error)
{
    m_board.change(id, [&error](ClientView &one) { one.trouble = error.message; });
    fail(id, error.message);
}

void SetUpWork::fail(const QString &id, const Message &trouble)
{
    m_board.change(id, [](ClientView &one) { one.work = Work::None; });
    // Why something failed comes before why something is not proved.
    if (m_outcome.failed.isEmpty())
        m_outcome.trouble = trouble;
    m_outcome.failed += m_board.nameOf(id);
}

void SetUpWork::doubt(const QString &id, const Message &trouble)
{
    m_board.change(id, [](ClientView &one) { one.work = Work::None; });
    if (m_outcome.trouble.isEmpty())
        m_outcome.trouble = trouble;
    m_outcome.unproved += m_board.nameOf(id);
}

void SetUpWork::succeed(const QString &id)
{
    m_board.change(id, [](ClientView &one) { one.work = Work::None; });
    m_outcome.done += m_board.nameOf(id);
}

} // namespace lanyard::ui
