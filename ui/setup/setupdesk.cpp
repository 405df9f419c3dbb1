// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/setupdesk.h"

#include "messagetext.h"

#include <algorithm>
#include <utility>

namespace lanyard::ui {

namespace {

template <typename Value>
QString troubleOf(const Result<Value> &result)
{
    return result ? QString() : told(result.error().message);
}

} // namespace

SetUpDesk::SetUpDesk(SetUpSource &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_work(source, m_board)
{
    connect(&m_work, &SetUpWork::begun, this, &SetUpDesk::stateChanged);
    connect(&m_work, &SetUpWork::ended, this, &SetUpDesk::onWorkEnded);
}

void SetUpDesk::setWish(const CacheEndpoint &cache, const QStringList &registries)
{
    if (cache != m_wish.cache || m_lookNumber == 0)
        lookFor(cache, registries);
    else if (take({.cache = cache, .registries = registries, .clients = {}}) &&
             !m_areClientsAwaited && !isWorking())
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
    m_board.forgetPlans();
    return true;
}

void SetUpDesk::withdraw()
{
    m_wish.registries.clear();
    ++m_planNumber;
    m_board.forgetPlans();
    // What is planned meanwhile counts no more; clients that are looked for do.
    m_isLooking = m_areClientsAwaited;
    Q_EMIT stateChanged();
}

void SetUpDesk::look()
{
    m_isLookWanted = isWorking();
    if (m_isLookWanted)
        return;
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
    m_lookTrouble = troubleOf(found);
    if (!found) {
        endLook();
        return;
    }
    m_board.setInstallations(*found);
    plan();
}

void SetUpDesk::plan()
{
    const int number = ++m_planNumber;
    m_planTrouble.clear();
    if (m_wish.registries.isEmpty() || m_board.clients().isEmpty()) {
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
    m_planTrouble = troubleOf(plans);
    for (const ClientPlan &plan : plans.value_or(QList<ClientPlan>()))
        m_board.change(plan.client, [&plan](ClientView &one) { one.plan = plan; });
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
    m_appliedTrouble = troubleOf(applied);
    if (applied)
        m_board.setApplied(*applied);
    else
        Q_EMIT stateChanged();
}

/// From the tray it may be paused before anybody has looked at the clients.
void SetUpDesk::onWorkEnded()
{
    Q_EMIT stateChanged();
    if (m_isLookWanted || m_lookNumber > 0)
        look();
    else
        askApplied();
}

bool SetUpDesk::canPause() const
{
    const QList<AppliedSetUp> &applied = m_board.applied();
    return std::any_of(applied.cbegin(), applied.cend(),
                       [](const AppliedSetUp &set) { return !set.isPaused; });
}

bool SetUpDesk::canResume() const
{
    const QList<AppliedSetUp> &applied = m_board.applied();
    return std::any_of(applied.cbegin(), applied.cend(),
                       [](const AppliedSetUp &set) { return set.isPaused; });
}

QStringList SetUpDesk::testable() const
{
    QStringList ids;
    for (const ClientView &one : m_board.clients()) {
        if (one.canBeTested())
            ids += one.id();
    }
    return ids;
}

QString SetUpDesk::trouble() const
{
    if (!m_lookTrouble.isEmpty())
        return m_lookTrouble;
    return m_planTrouble.isEmpty() ? m_appliedTrouble : m_planTrouble;
}

} // namespace lanyard::ui
